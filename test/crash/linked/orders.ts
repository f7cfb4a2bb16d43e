/** What one life of the service is told at its birth, as JSON in its first argument. */
export interface Orders {
  readonly settings: Readonly<Record<string, string>>;
  /** What the device kept when it was linked; its first life puts it where it belongs. */
  readonly credentials: string;
  /** How far its clock is ahead of the machine's. */
  readonly aheadMs: number;
}

/** What a living service is told: at which step to die; to let time pass and do what is due by then; to end in good order. */
export type Order = { readonly type: 'aim'; readonly step: string } | { readonly type: 'pass' | 'stop' };

/** It takes messages in; it has done what it was told. */
export type Said = 'open' | 'done';

/** Longer than a message may stay unreadable, and than a doubt waits to be told once more; in strides. */
export const strideMs = 8000;
export const passMs = 4 * strideMs;
