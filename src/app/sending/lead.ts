/** How far ahead of its slot a row begins with gate, mark and look. */
export interface Lead {
  readonly ms: () => number;
  /** What they took this time. */
  readonly note: (tookMs: number) => void;
}

/** Gains of a smoothed mean and of its deviation, and how many deviations cover nearly all (RFC 6298, for round trips). */
const meanGain = 1 / 8;
const deviationGain = 1 / 4;
const deviations = 4;

/** Slots are booked at most a second ahead, by all together: a lead near that would leave room for nobody else. */
const longestMs = 800;

/**
 * Follows what this store really takes: too short, and slots are missed; too long, and a row stands marked, and is in doubt if
 * the process dies, for no reason. `firstMs`: what is expected before anything was seen.
 */
export function createLead(firstMs: number): Lead {
  let mean = firstMs / 2;
  let deviation = (firstMs - mean) / deviations;
  const needed = (): number => mean + deviations * deviation;
  return {
    ms: () => Math.min(needed(), longestMs),
    note: (tookMs) => {
      deviation += deviationGain * (Math.abs(tookMs - mean) - deviation);
      mean += meanGain * (tookMs - mean);
    },
  };
}
