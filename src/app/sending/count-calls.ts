import type { Channel } from '../../domain/channel.ts';

/** How many calls of a kind of channel ended so. */
export interface CallCount {
  readonly channel: string;
  readonly outcome: string;
  readonly count: number;
}

/** Counts what platforms answer, since the process began: the pace at which messages really leave. */
export function createCountCalls() {
  const counts = new Map<string, { readonly channel: string; readonly outcome: string; count: number }>();
  const note = (channel: string, outcome: string): void => {
    const key = `${channel} ${outcome}`;
    const known = counts.get(key) ?? { channel, outcome, count: 0 };
    known.count += 1;
    counts.set(key, known);
  };
  return {
    /** The channel, with each of its calls counted by what came of it. */
    watch: (channel: Channel): Channel => ({
      ...channel,
      send: async (...call) => {
        const result = await channel.send(...call);
        note(channel.kind, result.type);
        return result;
      },
    }),
    calls: (): readonly CallCount[] => [...counts.values()],
  };
}
