import { randomBytes } from 'node:crypto';

import { Redis } from 'ioredis';
import { mongo } from 'mongoose';

import { documentKinds } from '../../src/domain/document-kinds.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { age } from '../servers/mongo/age.ts';
import { databaseUrl } from '../servers/mongo/database-url.ts';
import { startMongo } from '../servers/mongo/start-mongo.ts';
import { startRedis } from '../servers/redis/start-redis.ts';
import type { Server } from '../servers/start-server.ts';
import type { Counted, Ground } from './ground.ts';

interface Row {
  readonly _id: string;
  readonly state: string;
}

/** A new database, and a Redis that may be flushed: servers of its own unless the environment names some for tests. */
export async function openDistributedGround(): Promise<Ground> {
  const servers: Server[] = [];
  const find = async (setting: string, start: () => Promise<Server>): Promise<string> => {
    const given = process.env[setting];
    if (given !== undefined) return given;
    const server = await start();
    servers.push(server);
    return server.url;
  };
  const key = randomBytes(32).toString('hex');
  const name = `gelombang_${randomBytes(4).toString('hex')}`;
  const url = databaseUrl(await find('GELOMBANG_TEST_MONGODB_URL', startMongo), name);
  const redisUrl = await find('GELOMBANG_TEST_REDIS_URL', () => startRedis());
  const client = await mongo.MongoClient.connect(url);
  const redis = new Redis(redisUrl);
  const db = client.db();
  return {
    settings: { MONGODB_URL: url, REDIS_URL: redisUrl, GELOMBANG_KEY: key },
    shared: true,
    flush: async () => void (await redis.flushall()),
    age: (ms) => age(db, ms),
    openStore: () => openMongo({ url, key, kinds: documentKinds, log: () => undefined }),
    count: () => countRows(db),
    close: async () => {
      await db.dropDatabase();
      await client.close();
      redis.disconnect();
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}

async function countRows(db: mongo.Db): Promise<Counted> {
  const inbox = { new: 0, done: 0, aside: 0 };
  for (const { state } of await db.collection<Row>('inbox').find().toArray()) inbox[state as keyof typeof inbox] += 1;
  const rows = db.collection<{ _id: string }>('delivery');
  const ids = async (filter: object): Promise<ReadonlySet<string>> => new Set(await rows.distinct('_id', filter));
  return {
    inbox,
    resent: await ids({ doubtRetried: true }),
    doubted: await ids({ $or: [{ doubtRetried: true }, { doubtOver: true }, { state: 'uncertain' }] }),
  };
}
