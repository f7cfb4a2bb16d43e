import type { SSEStreamingApi } from 'hono/streaming';

/** What happens on the phones, numbered. */
export interface Feed {
  since(seq: number): readonly { readonly seq: number }[];
  watch(listener: () => void): () => void;
}

/** A comment on the open stream, so that proxies and weak networks do not close it. */
const keepAliveMs = 20_000;

/** Writes everything newer than `seen` to a page, in order and without gaps, until the page is gone. */
export async function followFeed(stream: SSEStreamingApi, feed: Feed, seen: number): Promise<void> {
  let last = seen;
  let wake: (() => void) | null = null;
  const stop = feed.watch(() => wake?.());
  stream.onAbort(() => {
    stop();
    wake?.();
  });
  while (!stream.aborted) {
    const fresh = feed.since(last);
    if (fresh.length === 0) {
      const news = new Promise<boolean>((resolve) => {
        const quiet = setTimeout(() => resolve(false), keepAliveMs);
        wake = () => {
          clearTimeout(quiet);
          resolve(true);
        };
      });
      if (!(await news)) await stream.write(': \n\n');
    }
    for (const each of fresh) {
      await stream.writeSSE({ id: String(each.seq), data: JSON.stringify(each) });
      last = each.seq;
    }
  }
}
