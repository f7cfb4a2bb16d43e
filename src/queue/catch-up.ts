/**
 * What pushes lost of their share in so long, because a machine or a store stood still, they may make up for: their share is a
 * mean, the account's rate is a law.
 */
export const catchUpMs = 2000;

/** How fast they do: half of what is left of the account's rate stays with replies. */
export function catchUpRate({ perSecond, bulkPerSecond }: Rates): number {
  return (perSecond + bulkPerSecond) / 2;
}

interface Rates {
  readonly perSecond: number;
  readonly bulkPerSecond: number;
}
