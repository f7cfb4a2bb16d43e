import { slipsBetween } from './near.ts';
import { unreadable } from './normal.ts';
import { clear, likely, none, several } from './reading.ts';
import type { Reading } from './reading.ts';

/** An address as typed (lower case), and the address probably meant when its domain looks like a slip. */
export interface Email {
  readonly value: string;
  readonly suggest: string | null;
}

const ADDRESS = /(?<![\w.+@-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}(?![\w@-])/gu;
/** "sumiyati 77@gmail.com", "budi_ 88@gmail.com": the name in front of the space may belong to it. */
const TORN =
  /[\p{L}\d]_\s+[a-z0-9._%+-]+@|(?<!\p{L})(?!(?:e?mail|imel|surel|alamat|akun|saya|ini|itu|yaitu|ialah|adalah|pak[ae]i?|ya|kak|pak|bu|min|atau|dan)(?:ku|nya|mu|ne|e)?\s)[\p{L}]+\s+\d+@/u;
/** Providers most Indonesians use; a domain one or two slips off is asked about, never changed silently. */
const COMMON = [
  'gmail.com',
  'yahoo.com',
  'yahoo.co.id',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'ymail.com',
] as const;
/** Of these there is no other domain: gmail.id and gmail.co.id are slips. */
const ONLY_COM = ['gmail.com', 'icloud.com', 'ymail.com'] as const;
/** Real domains that only look like a slip of a common one. */
const REAL = new Set<string>([
  ...COMMON,
  'mail.com',
  'email.com',
  'gmx.com',
  'yahoo.com.au',
  'outlook.co.id',
  'live.com',
]);

/**
 * One email address, also inside a sentence, `<...>` or `mailto:`. Nothing is repaired: spaces inside, "at", "dot" are
 * none. Reasons: unclear, empty, too_long.
 */
export function readEmail(text: string): Reading<Email> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const said = text.normalize('NFKC').toLowerCase();
  if (TORN.test(said)) return none('unclear');
  const found = new Set(said.match(ADDRESS) ?? []);
  const emails = [...found].filter(isWellFormed).map((value) => ({ value, suggest: suggestFor(value) }));
  const [only, ...others] = emails;
  if (only === undefined) return none('unclear');
  if (others.length > 0) return several(emails);
  return only.suggest === null ? clear(only) : likely(only);
}

function isWellFormed(address: string): boolean {
  const [name = '', domain = ''] = address.split('@');
  if (address.includes('..') || name.endsWith('.')) return false;
  return (
    /\.[a-z]{2,}$/u.test(domain) && domain.split('.').every((part) => !part.startsWith('-') && !part.endsWith('-'))
  );
}

function suggestFor(address: string): string | null {
  const [name = '', domain = ''] = address.split('@');
  if (REAL.has(domain)) return null;
  const meant =
    COMMON.find((common) => slipsBetween(domain, common, 1) <= 1) ??
    COMMON.find((common) => isTwoOff(domain, common)) ??
    ONLY_COM.find((common) => domain.startsWith(common.replace('com', '')));
  return meant === undefined ? null : `${name}@${meant}`;
}

function isTwoOff(domain: string, common: string): boolean {
  return domain[0] === common[0] && domain.length >= common.length - 1 && slipsBetween(domain, common, 2) === 2;
}
