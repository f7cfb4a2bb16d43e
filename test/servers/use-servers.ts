import { randomUUID } from 'node:crypto';

import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { afterAll, afterEach, describe, inject } from 'vitest';

import { createTcpProxy } from '../peers/tcp-proxy.ts';
import type { TcpProxy } from '../peers/tcp-proxy.ts';
import type { ServerName } from './for-run.ts';
import { age } from './mongo/age.ts';
import { databaseUrl } from './mongo/database-url.ts';
import { startRedis } from './redis/start-redis.ts';
import type { Server } from './start-server.ts';

/** A database of its own, gone after the test. */
export interface TestDatabase {
  readonly url: string;
  /** The same database through a network that a test may cut, slow down or freeze. */
  readonly proxied: () => Promise<{ readonly url: string; readonly proxy: TcpProxy }>;
  /** Epoch milliseconds on the server's clock. */
  readonly now: () => Promise<number>;
  /** Makes it as if `ms` had gone by, for every row that is there. */
  readonly age: (ms: number) => Promise<void>;
  /** Past the store, for what no port tells. */
  readonly db: mongo.Db;
}

/** A part of a Redis of its own, empty again after the test. */
export interface TestRedis {
  readonly url: string;
  readonly prefix: string;
  readonly proxied: () => Promise<{ readonly url: string; readonly proxy: TcpProxy }>;
}

/** `describe` for what needs these servers: skipped where this machine lacks one, which the run then says. */
export function describeOn(...needed: readonly ServerName[]): typeof describe | typeof describe.skip {
  return needed.some((name) => inject('servers').missing.includes(name)) ? describe.skip : describe;
}

/** Gives each test of a file new databases. To be called once in a file or a suite. */
export function useMongo(): () => Promise<TestDatabase> {
  const made: mongo.Db[] = [];
  const newProxy = useProxies();
  const connect = once(async () => {
    const server = await urlOf('mongo');
    return { server, client: await mongo.MongoClient.connect(server) };
  });
  afterEach(async () => {
    for (const db of made.splice(0)) await db.dropDatabase();
  });
  afterAll(async () => (await connect.result())?.client.close());
  return async () => {
    const { server, client } = await connect();
    const db = client.db(`gelombang_${randomUUID().slice(0, 8)}`);
    made.push(db);
    const url = databaseUrl(server, db.databaseName);
    return {
      url,
      db,
      proxied: () => newProxy(url, 'directConnection=true'),
      now: async () => ((await db.admin().command({ hello: 1 }))['localTime'] as Date).getTime(),
      age: (ms) => age(db, ms),
    };
  };
}

/** Gives each test of a file new key prefixes on a Redis that all share: nobody flushes or stops it. */
export function useRedis(): () => Promise<TestRedis> {
  const made: string[] = [];
  const newProxy = useProxies();
  const connect = once(async () => new Redis(await urlOf('redis')));
  afterEach(async () => {
    const redis = await connect.result();
    for (const prefix of made.splice(0)) {
      const keys = (await redis?.keys(`${prefix}*`)) ?? [];
      if (keys.length > 0) await redis?.del(keys);
    }
  });
  afterAll(async () => (await connect.result())?.disconnect());
  return async () => {
    await connect();
    const url = await urlOf('redis');
    const prefix = `uji-${randomUUID().slice(0, 8)}`;
    made.push(prefix);
    return { url, prefix, proxied: () => newProxy(url) };
  };
}

/** Starts Redis servers that belong to one test: to be flushed, frozen, killed, or wrongly set up. Ended after it. */
export function useOwnRedis(): (how?: Parameters<typeof startRedis>[0]) => Promise<Server> {
  const made: Server[] = [];
  afterEach(async () => {
    await Promise.all(made.splice(0).map((server) => server.stop()));
  });
  return async (how) => {
    const server = await startRedis(how);
    made.push(server);
    return server;
  };
}

function useProxies(): (url: string, option?: string) => ReturnType<TestDatabase['proxied']> {
  const made: TcpProxy[] = [];
  afterEach(async () => {
    await Promise.all(made.splice(0).map((proxy) => proxy.close()));
  });
  return async (url, option) => {
    const [, host = '', port = ''] = /([^/@,:]+):(\d+)(?=[/?]|$)/u.exec(url) ?? [];
    const proxy = await createTcpProxy({ host, port: Number(port) });
    made.push(proxy);
    const through = url.replace(`${host}:${port}`, `127.0.0.1:${proxy.port}`);
    const asked = option === undefined ? '' : `${through.includes('?') ? '&' : '?'}${option}`;
    return { url: `${through}${asked}`, proxy };
  };
}

async function urlOf(name: ServerName): Promise<string> {
  const answer = await fetch(`${inject('servers').door}/${name}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** Done when first asked for; `result` has what came of it, and null when nobody asked. */
function once<Result>(make: () => Promise<Result>): { (): Promise<Result>; result: () => Promise<Result | null> } {
  let made: Promise<Result> | null = null;
  return Object.assign(() => (made ??= make()), { result: async () => made });
}
