import { Hono } from 'hono';

/** What moves and what does not; a false `ok` anywhere answers 503, so that a container is started anew. */
export interface Health {
  readonly ok: boolean;
  readonly parts: Readonly<Record<string, { readonly ok: boolean; readonly note?: string }>>;
}

/** `GET /health`: JSON, 200 only while the store, the lanes and the sweep really move. */
export function healthRoutes(check: () => Promise<Health>): Hono {
  return new Hono().get('/', async (context) => {
    const health = await check();
    context.header('Cache-Control', 'no-store');
    return context.json(health, health.ok ? 200 : 503);
  });
}
