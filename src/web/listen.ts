import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** A server that is listening. */
export interface Listening {
  readonly port: number;
  /** Resolves when no request is being answered any more; open streams are cut. */
  close(): Promise<void>;
}

/** Listens on `host:port` (0: any free port). Rejects with the system's error (`EADDRINUSE`, `EACCES`). */
export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
