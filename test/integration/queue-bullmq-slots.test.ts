import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { Redis } from 'ioredis';
import { expect, onTestFinished, test } from 'vitest';

import { describeOn, useOwnRedis, useRedis } from '../servers/use-servers.ts';
import { connect, openPair } from './open-redis-pair.ts';

const rates = { perSecond: 26, bulkPerSecond: 20 };
const hourMs = 3_600_000;

/** Between which microseconds of the machine a slot begins: the answer was somewhere on its way. */
interface Grant {
  readonly from: number;
  readonly to: number;
}

/** A process that takes slots; `onGrant` hears of each. */
function takeSlots(args: readonly (string | number)[], onGrant: (grant: Grant) => void): Promise<number | null> {
  const script = fileURLToPath(new URL('take-slots.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args.map(String)]);
  onTestFinished(() => void child.kill('SIGKILL'));
  createInterface(child.stdout).on('line', (line) => {
    const { asked, answered, inMs } = JSON.parse(line) as { asked: number; answered: number; inMs: number };
    onGrant({ from: asked + inMs * 1000, to: answered + inMs * 1000 });
  });
  return new Promise((resolve) => child.on('close', resolve));
}

/** The most slots that certainly began within one second. */
function mostInASecond(grants: readonly Grant[]): number {
  const inside = grants.map(({ from }) => grants.filter((one) => one.from >= from && one.to < from + 1e6).length);
  return Math.max(...inside);
}

/** Redis' own clock, by which slots are counted. */
async function microseconds(redis: Redis): Promise<number> {
  const [seconds, rest] = await redis.time();
  return Number(seconds) * 1e6 + Number(rest);
}

describeOn('redis')('slots of many processes', () => {
  const newRedis = useRedis();
  const newOwn = useOwnRedis();

  test('no second holds more than the rate and one, also when a clock is an hour wrong and Redis forgets everything', async () => {
    const { url } = await newOwn();
    const redis = connect(url);
    const rate = 60;
    const grants: Grant[] = [];
    const note = (grant: Grant): void => {
      if (grants.push(grant) === 100) void redis.flushall();
    };
    const processes = [
      takeSlots([url, 'uji', 'reply', rate, 12, hourMs], note),
      takeSlots([url, 'uji', 'reply', rate, 12, -hourMs], note),
      takeSlots([url, 'uji', 'bulk', rate, 12, 0], note),
    ];
    expect(await Promise.all(processes)).toEqual([0, 0, 0]);
    expect(grants).toHaveLength(3 * 8 * 12);
    expect(mostInASecond(grants)).toBeLessThanOrEqual(rate + 1);
  });

  test('a bucket that Redis does not know begins a second later; one that it knows begins at once', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    const before = await microseconds(redis);
    await slots.take('a', 'reply', rates, 60);
    expect(Number(await redis.get(`${prefix}:rate:a`))).toBeGreaterThan(before + 1e6);
    await redis.set(`${prefix}:rate:a`, 1);
    expect(await slots.take('a', 'reply', rates, 60)).toBe(60);
  });

  test('a Redis that was lost meanwhile has perhaps forgotten: its bucket begins a second later too', async () => {
    const { prefix, proxied } = await newRedis();
    const { url, proxy } = await proxied();
    const { slots, redis } = await openPair(url, prefix);
    await redis.set(`${prefix}:rate:a`, 1);
    await slots.take('a', 'reply', rates, 60);
    const before = await microseconds(redis);
    proxy.cut();
    proxy.pass();
    await slots.take('a', 'reply', rates, 60);
    expect(Number(await redis.get(`${prefix}:rate:a`))).toBeGreaterThan(before + 1e6);
  });

  test('what Redis forgot before a process began, that process cannot know: its first slot begins a second later', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    await redis.set(`${prefix}:rate:a`, 1);
    const before = await microseconds(redis);
    await slots.take('a', 'reply', rates, 60);
    expect(Number(await redis.get(`${prefix}:rate:a`))).toBeGreaterThan(before + 1e6);
    await redis.set(`${prefix}:rate:a`, 1);
    expect(await slots.take('a', 'reply', rates, 60)).toBe(60);
  });

  test('when the clock of Redis was set back an hour, nobody waits for that hour', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    await redis.set(`${prefix}:rate:a`, (await microseconds(redis)) + hourMs * 1000);
    expect(await slots.take('a', 'reply', rates, 60)).not.toBeNull();
  });

  test('a push that waits for its own rate books nothing ahead of a reply', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    await slots.take('a', 'bulk', rates, 60);
    await redis.mset(`${prefix}:rate:a`, 1, `${prefix}:rate:a.bulk`, 1);
    const pushes = Array.from({ length: 10 }, () => slots.take('a', 'bulk', rates, 60));
    await pushes[0];
    expect(await slots.take('a', 'reply', rates, 60)).toBeLessThan(200);
    expect(await Promise.all(pushes)).not.toContain(null);
  });

  test('a push waits until its slot is near, and a reply that comes meanwhile stands before it', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    await Promise.all([slots.take('a', 'bulk', rates, 60), slots.take('a', 'reply', rates, 60)]);
    const booked = (await microseconds(redis)) + 800_000;
    await redis.mset(`${prefix}:rate:a`, booked, `${prefix}:rate:a.bulk`, 1, `${prefix}:rate:a.bulk.pace`, 1);
    const push = slots.take('a', 'bulk', rates, 60);
    await slots.take('a', 'reply', rates, 60);
    expect(Number(await redis.get(`${prefix}:rate:a`))).toBeLessThan(booked + 1.5e6 / rates.perSecond);
    expect(await push).toBeLessThanOrEqual(60 + 1000 / rates.perSecond);
    expect(Number(await redis.get(`${prefix}:rate:a`))).toBeGreaterThan(booked + 1.5e6 / rates.perSecond);
  });

  test('pushes make up for two seconds of a standstill, and leave replies room meanwhile', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    await slots.take('a', 'bulk', rates, 0);
    const [share, follows] = [`${prefix}:rate:a.bulk`, `${prefix}:rate:a.bulk.pace`];
    const now = await microseconds(redis);
    await redis.mset(`${prefix}:rate:a`, 1, share, now - hourMs * 1000, follows, 1);
    await slots.take('a', 'bulk', rates, 0);
    expect(Number(await redis.get(share))).toBeGreaterThan(now - 2_000_000);
    expect(Number(await redis.get(share))).toBeLessThan(now - 1_000_000);
    expect(Number(await redis.get(follows))).toBeGreaterThan(now + 1e6 / 23);
    const second = await slots.take('a', 'bulk', rates, 0);
    expect(second).toBeLessThan(1000 / 20);
  });

  test('a frozen account gives none until it thaws, in no process, and a shorter freeze does not shorten it', async () => {
    const { url, prefix } = await newRedis();
    const [one, other] = [await openPair(url, prefix), await openPair(url, prefix)];
    await one.slots.freeze('a', hourMs);
    await one.slots.freeze('a', 1000);
    expect(await other.slots.take('a', 'reply', rates, 0)).toBeNull();
    expect(await other.slots.take('a', 'bulk', rates, 0)).toBeNull();
    expect(await other.slots.take('b', 'reply', rates, 0)).not.toBeNull();
    const key = `${prefix}:frozen:a`;
    await one.redis.set(key, Number(await one.redis.get(key)) - hourMs * 1000);
    expect(await other.slots.take('a', 'reply', rates, 0)).not.toBeNull();
  });

  test('without a limit nobody waits', async () => {
    const { url, prefix } = await newRedis();
    const { slots } = await openPair(url, prefix);
    const free = { perSecond: Infinity, bulkPerSecond: Infinity };
    expect(await Promise.all([1, 2, 3].map(() => slots.take('a', 'bulk', free, 60)))).toEqual([0, 0, 0]);
  });

  test('nothing of it stays in Redis for ever', async () => {
    const { url, prefix } = await newRedis();
    const { slots, redis } = await openPair(url, prefix);
    await slots.take('a', 'bulk', rates, 60);
    await slots.freeze('a', hourMs);
    const keys = [...(await redis.keys(`${prefix}:rate:*`)), ...(await redis.keys(`${prefix}:frozen:*`))];
    expect(keys).toHaveLength(4);
    expect(await Promise.all(keys.map((key) => redis.pttl(key)))).not.toContain(-1);
  });
});
