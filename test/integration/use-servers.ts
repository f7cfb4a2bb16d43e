import { useMongo, useRedis } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';

/** Servers for the whole service, and how to reach them. */
export interface Servers {
  readonly settings: Readonly<Record<'MONGODB_URL' | 'REDIS_URL' | 'GELOMBANG_KEY', string>>;
  readonly database: TestDatabase;
}

/** Gives each test a database of its own. Redis is shared: the service keeps the wake-ups of each database apart. */
export function useServers(): () => Promise<Servers> {
  const newDatabase = useMongo();
  const newRedis = useRedis();
  return async () => {
    const [database, redis] = await Promise.all([newDatabase(), newRedis()]);
    const settings = { MONGODB_URL: database.url, REDIS_URL: redis.url, GELOMBANG_KEY: 'a1'.repeat(32) };
    return { settings, database };
  };
}
