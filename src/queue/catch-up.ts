/**
 * What pushes lost of their share in so long, because a machine or a store stood still, they may make up for: their share is a
 * mean, the account's rate is a law.
 */
export const catchUpMs = 2000;

/** How fast they do: half of what is left of the account's rate stays with replies. */
export function catchUpRate({ perSecond, bulkPerSecond }: Rates): number {
  return (perSecond + bulkPerSecond) / 2;
}

/**
 * How far beyond its lead a push may book a slot of the account, in slots: what keeps the lane full. Those who wake up together
 * after a standstill come one behind the other, each when its slot is so near: booked at once, their slots would stand in front
 * of every reply for as long as the lane is busy (24 of them at 60 a second: 0.4 s).
 */
export const slotsAhead = 1;

interface Rates {
  readonly perSecond: number;
  readonly bulkPerSecond: number;
}
