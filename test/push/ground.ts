import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

import { Redis } from 'ioredis';

import { createTcpProxy } from '../peers/tcp-proxy.ts';
import { databaseUrl } from '../servers/mongo/database-url.ts';
import { startMongo } from '../servers/mongo/start-mongo.ts';
import { startRedis } from '../servers/redis/start-redis.ts';

const run = promisify(execFile);

/** What the processes of the service stand on, and what can be done to it. */
export interface Ground {
  /** The settings of the processes. */
  readonly settings: Readonly<Record<string, string>>;
  /** The same place without what stands in between; null: only one process at a time may open it. */
  readonly direct: Readonly<Record<string, string>>;
  /** Nothing reaches the database for so long. */
  readonly cut: (forMs: number) => Promise<void>;
  /** Everything takes a while longer on its way to the database and back, for so long. */
  readonly slow: (byMs: number, forMs: number) => Promise<void>;
  /** Whatever is asked of the database is carried out only afterwards, when its sender has perhaps given up. */
  readonly hold: (forMs: number) => Promise<void>;
  /** So many writes of deliveries are carried out and their answers lost. */
  readonly loseAnswers: (count: number) => Promise<void>;
  /** Nothing more fits on the disk for so long. */
  readonly fillDisk: (forMs: number) => Promise<void>;
  /** Redis forgets everything. */
  readonly emptyRedis: () => Promise<void>;
  /** Redis throws away what it likes for so long: it has no room and another policy. */
  readonly evictRedis: (forMs: number) => Promise<void>;
  /** Redis stands still for so long; whoever is connected stays so. */
  readonly freezeRedis: (forMs: number) => Promise<void>;
  /** Kills Redis, leaves it dead for so long, and starts it empty. */
  readonly restartRedis: (afterMs: number) => Promise<void>;
  /** Bytes that Redis uses, and how many keys it has; null: it is away, or there is none. */
  readonly redisSize: () => Promise<{ readonly bytes: number; readonly keys: number } | null>;
  readonly close: () => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/** Room on the disk that can be filled: 20,000 people and their rows take 50 MB. */
const diskBytes = 256 * 1024 * 1024;

/** A data folder of its own: nothing can be cut off from it. With `smallDisk` (root only) on a disk of its own, too. */
export async function embeddedGround({ smallDisk = false } = {}): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'gelombang-push-'));
  if (smallDisk) await run('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', folder]);
  const settings = { DATA_DIR: folder };
  return {
    settings,
    direct: settings,
    cut: nothing,
    slow: nothing,
    hold: nothing,
    loseAnswers: nothing,
    emptyRedis: nothing,
    evictRedis: nothing,
    freezeRedis: nothing,
    restartRedis: nothing,
    fillDisk: async (forMs) => {
      const filler = join(folder, 'filler');
      // It ends when nothing more fits.
      await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']).catch(() => undefined);
      await wait(forMs);
      await rm(filler);
    },
    redisSize: async () => null,
    close: async () => {
      // Lazily: the library lets a file go only when its statements are collected.
      if (smallDisk) await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Whoever only looks how large Redis is does not wait for a frozen one. */
const watchMs = 2000;

/**
 * MongoDB (GELOMBANG_TEST_MONGODB_URL, or the server for tests) with a network in front of it that can be cut, and a
 * Redis that can be killed; a database of its own.
 */
export async function distributedGround(): Promise<Ground> {
  const given = process.env['GELOMBANG_TEST_MONGODB_URL'];
  const mongo = given === undefined ? await startMongo() : null;
  let redis = await startRedis();
  const redisUrl = redis.url;
  const watch = new Redis(redisUrl, {
    maxRetriesPerRequest: 0,
    retryStrategy: () => 500,
    commandTimeout: watchMs,
  });
  // It is killed and frozen on purpose.
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
    slow: async (byMs, forMs) => {
      proxy.delay(byMs);
      await wait(forMs);
      proxy.pass();
    },
    hold: async (forMs) => {
      proxy.freeze();
      await wait(forMs);
      proxy.pass();
    },
    loseAnswers: async (count) => {
      for (let lost = 0; lost < count; lost += 1) await proxy.swallowAnswer('delivery');
    },
    fillDisk: nothing,
    emptyRedis: async () => void (await watch.flushall()),
    evictRedis: async (forMs) => {
      await watch.config('SET', 'maxmemory-policy', 'allkeys-random');
      await watch.config('SET', 'maxmemory', '1mb');
      await wait(forMs);
      await watch.config('SET', 'maxmemory', '0');
      await watch.config('SET', 'maxmemory-policy', 'noeviction');
    },
    freezeRedis: async (forMs) => {
      redis.signal('SIGSTOP');
      await wait(forMs);
      redis.signal('SIGCONT');
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
