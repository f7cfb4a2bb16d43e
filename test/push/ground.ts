import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Redis } from 'ioredis';

import { createTcpProxy } from '../peers/tcp-proxy.ts';
import { databaseUrl } from '../servers/mongo/database-url.ts';
import { startMongo } from '../servers/mongo/start-mongo.ts';
import { startRedis } from '../servers/redis/start-redis.ts';

/** What the processes of the service stand on, and what can be done to it. */
export interface Ground {
  /** The settings of the processes. */
  readonly settings: Readonly<Record<string, string>>;
  /** The same place without what stands in between; null: only one process at a time may open it. */
  readonly direct: Readonly<Record<string, string>>;
  /** Nothing reaches the database for so long. */
  readonly cut: (forMs: number) => Promise<void>;
  /** Kills Redis, leaves it dead for so long, and starts it empty. */
  readonly restartRedis: (afterMs: number) => Promise<void>;
  /** Bytes that Redis uses, and how many keys it has; null: it is away, or there is none. */
  readonly redisSize: () => Promise<{ readonly bytes: number; readonly keys: number } | null>;
  readonly close: () => Promise<void>;
}

/** A data folder of its own: nothing can be cut off from it. */
export async function embeddedGround(): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-push-'));
  const settings = { DATA_DIR: folder };
  return {
    settings,
    direct: settings,
    cut: async () => undefined,
    restartRedis: async () => undefined,
    redisSize: async () => null,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * MongoDB (GELOMBANG_TEST_MONGODB_URL, or the server for tests) with a network in front of it that can be cut, and a
 * Redis that can be killed; a database of its own.
 */
export async function distributedGround(): Promise<Ground> {
  const given = process.env['GELOMBANG_TEST_MONGODB_URL'];
  const mongo = given === undefined ? await startMongo() : null;
  let redis = await startRedis();
  const redisUrl = redis.url;
  const watch = new Redis(redisUrl, { maxRetriesPerRequest: 0, retryStrategy: () => 500 });
  // It is killed on purpose.
  watch.on('error', () => undefined);
  const mongodb = databaseUrl(given ?? mongo?.url ?? '', `gelombang_push_${randomUUID().slice(0, 8)}`);
  const [, host = '', port = ''] = /([^/@,:]+):(\d+)(?=[/?]|$)/u.exec(mongodb) ?? [];
  const proxy = await createTcpProxy({ host, port: Number(port) });
  const through = mongodb.replace(`${host}:${port}`, `127.0.0.1:${proxy.port}`);
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-push-'));
  const key = randomBytes(32).toString('base64');
  const direct = { DATA_DIR: folder, GELOMBANG_KEY: key, MONGODB_URL: mongodb, REDIS_URL: redisUrl };
  const oneServer = `${through}${through.includes('?') ? '&' : '?'}directConnection=true`;
  return {
    settings: { ...direct, MONGODB_URL: oneServer },
    direct,
    cut: async (forMs) => {
      proxy.cut();
      await wait(forMs);
      proxy.pass();
    },
    restartRedis: async (afterMs) => {
      redis.signal('SIGKILL');
      await redis.ended;
      await wait(afterMs);
      redis = await startRedis({ port: Number(new URL(redisUrl).port) });
    },
    redisSize: () => sizeOf(watch).catch(() => null),
    close: async () => {
      watch.disconnect();
      await proxy.close();
      await Promise.all([redis.stop(), mongo?.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function sizeOf(redis: Redis): Promise<{ bytes: number; keys: number }> {
  const [memory, keys] = [await redis.info('memory'), await redis.dbsize()];
  return { bytes: Number(/^used_memory:(\d+)/mu.exec(memory)?.[1]), keys };
}
