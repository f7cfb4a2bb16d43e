import { toDialled } from '../language/phone.ts';

/** Where an officer writes from: the kind of channel, and the platform's own id of the person there. */
export interface OfficerAddress {
  readonly channel: string;
  readonly user: string;
}

/** On these a person is known by a phone number, or by an id that holds letters. */
const withNumbers: ReadonlySet<string> = new Set(['whatsapp', 'whatsapp-cloud']);

/** Telegram's own number of a person, which is neither their phone number nor the name after an @. */
const telegramUser = /^[1-9]\d{3,19}$/u;

/**
 * `telegram:123456789`, `whatsapp-cloud:6281200000007`; a phone number may be written as people write it. null: no address, a
 * name or phone number for Telegram, or a number that cannot be dialled.
 */
export function readOfficerAddress(written: string): OfficerAddress | null {
  const { channel, user } = /^(?<channel>[a-z-]+):(?<user>\S[^\n]*)$/u.exec(written.trim())?.groups ?? {};
  if (channel === undefined || user === undefined) return null;
  if (channel === 'telegram') return telegramUser.test(user) ? { channel, user } : null;
  if (!withNumbers.has(channel) || /[a-z@]/iu.test(user)) return /\s/u.test(user) ? null : { channel, user };
  const number = toDialled(user)?.replace('+', '');
  return number === undefined ? null : { channel, user: number };
}
