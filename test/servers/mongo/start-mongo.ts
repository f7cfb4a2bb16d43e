import { startServer } from '../start-server.ts';
import type { Server } from '../start-server.ts';

/** A MongoDB for tests of one's own, in memory. The very first start of all builds it, in about 15 s. */
export function startMongo(): Promise<Server> {
  return startServer('mongo/start', [], /^mongodb:/u, (line) => line);
}
