/** Says of each who asks whether they may: `most` times within `perMs`, then not before that time is over. */
export type LimitRate = (who: string, now: number) => boolean;

/** Askers that are remembered at once; beyond that the oldest are forgotten, which lets them ask again. */
const mostAskers = 10_000;

/**
 * A limit for each asker that remembers nobody for longer than `perMs`, also when nobody asks again: then all of them are forgotten
 * at once. Who comes when it is full is let in. `after` runs something once, so much later.
 */
export function createForgetfulLimit(
  most: number,
  perMs: number,
  after: (ms: number, run: () => void) => void,
): (who: string) => boolean {
  const times = new Map<string, number>();
  return (who) => {
    if (times.size === 0) after(perMs, () => times.clear());
    const before = times.get(who) ?? 0;
    if (before > 0 || times.size < mostAskers) times.set(who, before + 1);
    return before < most;
  };
}

/** A limit for each asker, counted in this process: several processes allow as many times more. */
export function createLimitRate(most: number, perMs: number): LimitRate {
  const seen = new Map<string, { readonly since: number; readonly times: number }>();
  return (who, now) => {
    const known = seen.get(who);
    const isNew = known === undefined || now - known.since >= perMs;
    const { since, times } = isNew ? { since: now, times: 0 } : known;
    seen.delete(who);
    const [oldest] = seen.keys();
    if (oldest !== undefined && seen.size >= mostAskers) seen.delete(oldest);
    seen.set(who, { since, times: times + 1 });
    return times < most;
  };
}
