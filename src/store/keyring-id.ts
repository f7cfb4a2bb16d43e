import type { Seal } from './seal.ts';

/** The id of one value of a keyring: its name may hold a phone number, so a fingerprint stands for it. */
export function keyId({ fingerprint }: Pick<Seal, 'fingerprint'>, account: string, name: string): string {
  return `${account}.${fingerprint(`keyring.${account}`, name)}`;
}

/** What a value is sealed for: the same in every store. */
export function keyPlace(id: string): string {
  return `keyring.${id}`;
}

/** The account of a value, of which ids alone are known. */
export function accountOfKey(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}
