import { toDialled } from '../language/phone.ts';

/** Where an officer writes from: the kind of channel, and the platform's own id of the person there. */
export interface OfficerAddress {
  readonly channel: string;
  readonly user: string;
}

/** On these a person is known by a phone number, or by an id that holds letters. */
const withNumbers: ReadonlySet<string> = new Set(['whatsapp', 'whatsapp-cloud']);

/**
 * `telegram:123456789`, `whatsapp-cloud:6281200000007`; a phone number may be written as people write it. null: no address, or
 * a number that cannot be dialled.
 */
export function readOfficerAddress(written: string): OfficerAddress | null {
  const { channel, user } = /^(?<channel>[a-z-]+):(?<user>\S[^\n]*)$/u.exec(written.trim())?.groups ?? {};
  if (channel === undefined || user === undefined) return null;
  if (!withNumbers.has(channel) || /[a-z@]/iu.test(user)) return /\s/u.test(user) ? null : { channel, user };
  const number = toDialled(user)?.replace('+', '');
  return number === undefined ? null : { channel, user: number };
}
