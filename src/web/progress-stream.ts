import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';

import type { Progress } from '../app/announcing/watch-progress.ts';

/** Looks at an announcement until it is over; `wait` is asked for between two looks. */
export type WatchProgress = (number: string, wait: () => Promise<void>) => AsyncIterable<Progress>;

/** A bar that moves once a second is alive. */
const lookEveryMs = 1000;

/**
 * `GET /progress?number=PG-0012`: server-sent events, one JSON object of counts each, until the announcement is over; at once
 * over when there is none. Whoever goes is not looked for any more.
 */
export function streamProgress(watch: WatchProgress): (context: Context) => Response {
  return (context) =>
    streamSSE(context, async (stream) => {
      const number = context.req.query('number') ?? '';
      const looks = watch(number, async () => {
        await stream.sleep(lookEveryMs);
      });
      for await (const progress of looks) {
        if (stream.aborted) return;
        await stream.writeSSE({ data: JSON.stringify(progress) });
      }
    });
}
