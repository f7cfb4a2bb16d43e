import { Hono } from 'hono';

import type { Health } from '../app/watching/health.ts';

/** `GET /health`: JSON, 200 only while the store, the lanes and the sweep really move. */
export function healthRoutes(check: () => Promise<Health>): Hono {
  return new Hono().get('/', async (context) => {
    const health = await check();
    context.header('Cache-Control', 'no-store');
    return context.json(health, health.ok ? 200 : 503);
  });
}
