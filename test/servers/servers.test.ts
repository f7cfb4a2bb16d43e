import { Redis } from 'ioredis';
import { createConnection } from 'mongoose';
import { expect, onTestFinished, test } from 'vitest';

import { describeOn, useMongo, useOwnRedis, useRedis } from './use-servers.ts';

const DAY = 24 * 60 * 60_000;

async function connectMongo(url: string) {
  const connection = await createConnection(url, { serverSelectionTimeoutMS: 1000 }).asPromise();
  onTestFinished(() => connection.destroy());
  return connection.db as NonNullable<typeof connection.db>;
}

function connectRedis(url: string): Redis {
  const redis = new Redis(url);
  redis.on('error', () => undefined);
  onTestFinished(() => redis.disconnect());
  return redis;
}

describeOn('mongo')('the MongoDB of a test run', () => {
  const newDatabase = useMongo();

  test('lets one of many change a row under a condition', async () => {
    const { url } = await newDatabase();
    const rows = (await connectMongo(url)).collection<{ _id: string; state: string }>('row');
    await rows.insertOne({ _id: 'a', state: 'free' });
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, n) => rows.updateOne({ _id: 'a', state: 'free' }, { $set: { state: `by ${n}` } })),
    );
    expect(taken.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1);
  });

  test('finds a row by its id and a time of the server that has gone by', async () => {
    const { db, age } = await newDatabase();
    const rows = db.collection<{ _id: string; at?: Date }>('row');
    await rows.updateOne({ _id: 'a' }, { $currentDate: { at: true } }, { upsert: true });
    const old = { _id: 'a', $expr: { $lt: [{ $add: ['$at', DAY] }, '$$NOW'] } };
    expect(await rows.findOne(old)).toBeNull();
    const at = (await rows.findOne({ _id: 'a' }))?.at as Date;
    expect(await rows.countDocuments({ _id: 'a', at })).toBe(1);
    await age(DAY + 1000);
    expect(await rows.findOne(old)).not.toBeNull();
  });

  test('ages every date of a row and nothing else', async () => {
    const { db, age } = await newDatabase();
    const at = new Date('2026-02-03T04:05:06.789Z');
    const older = new Date(at.getTime() - DAY);
    const rows = db.collection('row');
    await rows.insertOne({
      at,
      in: { at, no: null },
      list: [{ at, n: 1 }, { n: 2 }],
      text: 'a',
      bytes: Buffer.from('b'),
    });
    await age(DAY);
    expect(await rows.findOne({}, { projection: { _id: 0, bytes: 0 } })).toEqual({
      at: older,
      in: { at: older, no: null },
      list: [{ at: older, n: 1 }, { n: 2 }],
      text: 'a',
    });
  });

  test('does what it was asked, and nobody hears of it, when the answer is swallowed', async () => {
    const { db, proxied } = await newDatabase();
    const { url, proxy } = await proxied();
    const rows = (await connectMongo(`${url}&retryWrites=false`)).collection('row');
    const swallowed = proxy.swallowAnswer('insert');
    await expect(rows.insertOne({ text: 'a' })).rejects.toThrow(/closed/u);
    await swallowed;
    expect(await db.collection('row').countDocuments()).toBe(1);
  });

  test('is away while the network is cut, and there again after it', async () => {
    const { url, proxy } = await (await newDatabase()).proxied();
    const rows = (await connectMongo(url)).collection('row');
    await rows.insertOne({ text: 'a' });
    proxy.cut();
    await expect(rows.countDocuments()).rejects.toThrow(/ECONN|closed/u);
    proxy.pass();
    expect(await rows.countDocuments()).toBe(1);
  });
});

describeOn('redis')('the Redis of a test run', () => {
  const newRedis = useRedis();
  const newOwn = useOwnRedis();

  test('has room for each test, and is slow when the network is', async () => {
    const { url, prefix } = await newRedis();
    const other = await newRedis();
    expect(other.prefix).not.toBe(prefix);
    expect(await connectRedis(url).set(`${prefix}:a`, '1')).toBe('OK');
    const { url: through, proxy } = await other.proxied();
    const redis = connectRedis(through);
    await redis.ping();
    proxy.freeze();
    const pong = redis.ping();
    const early = await Promise.race([
      pong,
      connectRedis(url)
        .ping()
        .then(() => 'the direct one'),
    ]);
    proxy.pass();
    expect([early, await pong]).toEqual(['the direct one', 'PONG']);
  });

  test('can be one of its own, with options, killed and started again on the same port', async () => {
    const server = await newOwn({ options: ['--maxmemory-policy', 'allkeys-lru'] });
    const redis = connectRedis(server.url);
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'allkeys-lru']);
    await redis.set('a', '1');
    server.signal('SIGKILL');
    await server.ended;
    await newOwn({ port: Number(new URL(server.url).port) });
    expect(await redis.get('a')).toBeNull();
  });
});
