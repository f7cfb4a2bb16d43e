import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/**
 * A platform's door: the channel itself checks path and secret, and answers only when everything is durable.
 * `path` is that of the public address.
 */
export interface Webhook {
  readonly path: string;
  /** The largest body the platform sends; anything above is refused unread. */
  readonly maxBytes: number;
  readonly handle: (request: Post) => Promise<{ readonly status: number }>;
  /** Of a platform that first asks, by a GET with these parameters, whether this is the place: the answer, or null to refuse. */
  readonly verify?: (query: Readonly<Record<string, string>>) => string | null;
}

interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** `POST path`: hands headers and raw body to the channel; `GET path` only where the platform asks first. */
export function webhookRoutes({ path, maxBytes, handle, verify }: Webhook): Hono {
  const app = new Hono();
  if (verify !== undefined) {
    app.get(path, (context) => {
      const answer = verify(context.req.query());
      return answer === null ? context.text('', 403) : context.text(answer);
    });
  }
  return app.post(path, refuseLarge(maxBytes), async (context) => {
    const body = new Uint8Array(await context.req.arrayBuffer());
    const { status } = await handle({ path, headers: context.req.header(), body });
    return new Response(null, { status });
  });
}

/**
 * Platforms announce the length, and Node reads no more than that. What is large or unannounced goes through hono's
 * limit, which opens the body as a web stream: that costs as much as all the rest of taking an update in.
 */
function refuseLarge(maxBytes: number): MiddlewareHandler {
  const limit = bodyLimit({ maxSize: maxBytes });
  return (context, next) => {
    const { 'content-length': length, 'transfer-encoding': chunked } = context.req.header();
    return chunked === undefined && Number(length) <= maxBytes ? next() : limit(context, next);
  };
}
