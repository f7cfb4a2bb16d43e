import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** A platform's door: the channel itself checks the secret and answers only when everything is durable. */
export interface Webhook {
  /** Path of the public address, with its leading slash. */
  readonly path: string;
  /** The largest body the platform sends; anything above is refused unread. */
  readonly maxBytes: number;
  readonly handle: (headers: Readonly<Record<string, string>>, body: Uint8Array) => Promise<WebhookAnswer>;
}

interface WebhookAnswer {
  readonly status: 200 | 400 | 403 | 503;
}

/** `POST path`: hands headers and raw body to the channel. */
export function webhookRoutes({ path, maxBytes, handle }: Webhook): Hono {
  return new Hono().post(path, bodyLimit({ maxSize: maxBytes }), async (context) => {
    const { status } = await handle(context.req.header(), new Uint8Array(await context.req.arrayBuffer()));
    return context.body(null, status);
  });
}
