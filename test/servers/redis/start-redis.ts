import { freePort } from '../free-port.ts';
import { startServer } from '../start-server.ts';
import type { Server } from '../start-server.ts';

/** Another process may take a free port between the look and the start. */
const tries = 5;

/**
 * A Redis of one's own, to be flushed, frozen, killed and started again on the same `port`. `options` are those of
 * redis-server (`['--appendonly', 'yes', '--dir', folder]`); without any it keeps nothing and evicts nothing.
 */
export async function startRedis({
  port,
  options = [],
}: { readonly port?: number; readonly options?: readonly string[] } = {}): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    try {
      const url = `redis://127.0.0.1:${chosen}`;
      return await startServer('redis/start', [String(chosen), ...options], /Ready to accept/u, () => url);
    } catch (error) {
      if (port !== undefined || attempt === tries) throw error;
    }
  }
}
