import type { PeerClock } from './clock.ts';

/** Assumed from the FAQ; the real figures are not published. A burst passes, the average does not. */
const overall = { burst: 30, perSecond: 30 };
const oneChat = { burst: 3, perSecond: 1 };
const oneGroup = { burst: 20, perSecond: 20 / 60 };

interface Bucket {
  readonly burst: number;
  readonly perSecond: number;
}

export interface Flood {
  /** Seconds to wait when a message to this chat comes too soon; null when it may pass, and then it counts. */
  refuse(chat: number): number | null;
}

/** Buckets for the bot as a whole, every person, and every group (negative ids). */
export function createFlood(clock: PeerClock): Flood {
  const levels = new Map<string, { level: number; at: number }>();

  /** The tokens in a bucket now. */
  function levelOf(name: string, { burst, perSecond }: Bucket): number {
    const known = levels.get(name);
    if (known === undefined) return burst;
    return Math.min(burst, known.level + ((clock.now() - known.at) / 1000) * perSecond);
  }

  return {
    refuse(chat) {
      const buckets = [
        ['all', overall],
        [`chat ${chat}`, chat < 0 ? oneGroup : oneChat],
      ] as const;
      const waits = buckets.map(([name, bucket]) => (1 - levelOf(name, bucket)) / bucket.perSecond);
      const longest = Math.max(...waits);
      if (longest > 0) return Math.ceil(longest);
      for (const [name, bucket] of buckets) levels.set(name, { level: levelOf(name, bucket) - 1, at: clock.now() });
      return null;
    },
  };
}
