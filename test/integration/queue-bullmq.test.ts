import { Queue as BullQueue } from 'bullmq';
import { expect, test } from 'vitest';

import type { Job } from '../../src/domain/ports/queue.ts';
import { describeQueue } from '../contract/queue.ts';
import { describeOn, useRedis } from '../servers/use-servers.ts';
import { openPair } from './open-redis-pair.ts';

const handle = (address: string): Job => ({ type: 'handle', address });
const pump: Job = { type: 'pump', account: 'sim', lane: 'bulk' };

describeOn('redis')('on a Redis', () => {
  const newRedis = useRedis();
  const open = async () => {
    const { url, prefix } = await newRedis();
    return { url, prefix, ...(await openPair(url, prefix)) };
  };

  describeQueue('bullmq', async () => {
    const { queue, clock, redis, prefix, quiet } = await open();
    const added = async (): Promise<number> => Number(await redis.get(`${prefix}:reply:id`));
    let delayed: number[] = [];
    const wake = (job: Job, delayMs = 0): Promise<void> => {
      if (delayMs > 0) delayed.push(clock.now() + delayMs);
      return queue.wake(job, delayMs);
    };
    const pass = async (ms: number): Promise<void> => {
      const before = await added();
      clock.moveTo(clock.now() + ms);
      const due = delayed.filter((at) => at <= clock.now()).length;
      delayed = delayed.filter((at) => at > clock.now());
      while ((await added()) < before + due);
      await quiet();
    };
    return { queue: { ...queue, wake }, pass, close: () => queue.drain() };
  });

  test('what one process rings another one runs, once', async () => {
    const one = await open();
    const other = await openPair(one.url, one.prefix);
    const begun: string[] = [];
    other.queue.start(async (job) => void (job.type === 'handle' && begun.push(job.address)));
    await Promise.all(Array.from({ length: 200 }, (_, n) => one.queue.wake(handle(`a${n}`))));
    await other.queue.idle();
    expect(begun.toSorted()).toEqual(Array.from({ length: 200 }, (_, n) => `a${n}`).toSorted());
  });

  test('pumps that wait for room stand for each other, and one that has begun stands for none', async () => {
    const { queue, redis, prefix, quiet } = await open();
    const ends: (() => void)[] = [];
    for (let ring = 0; ring < 20; ring++) await queue.wake(pump);
    await queue.wake({ ...pump, account: 'other' });
    expect(await redis.llen(`${prefix}:bulk:wait`)).toBe(2);
    queue.start(() => new Promise((resolve) => void ends.push(resolve)));
    await quiet();
    await queue.wake(pump);
    await quiet();
    expect(ends).toHaveLength(3);
    for (const end of ends) end();
  });

  test('a job that nobody of us wrote is dropped, and the next one runs', async () => {
    const { queue, redis, prefix, logged } = await open();
    const stranger = new BullQueue('reply', { prefix, connection: redis });
    await stranger.add('handle', {});
    await stranger.add('strange', { type: 'pump', account: 'sim', lane: 'side' });
    await stranger.add('handle', { type: 'handle', address: 'a', more: 'x' });
    await queue.wake(handle('a'));
    const begun: Job[] = [];
    queue.start(async (job) => void begun.push(job));
    await queue.idle();
    expect({ begun, logged }).toEqual({
      begun: [handle('a')],
      logged: Array.from({ length: 3 }, () => 'foreign job dropped'),
    });
    await stranger.close();
  });

  test('idle is when nothing waits and nothing is at work here; what waits for later does not count', async () => {
    const { queue } = await open();
    await queue.wake(handle('a'));
    await queue.wake(handle('later'), 3_600_000);
    await queue.idle();
    const order: string[] = [];
    queue.start(async () => {
      await new Promise((resolve) => void setImmediate(resolve));
      order.push('ran');
      if (order.length < 3) await queue.wake(handle('b'));
    });
    await queue.idle();
    order.push('idle');
    expect(order).toEqual(['ran', 'ran', 'ran', 'idle']);
  });

  test('idle waits for a job that was taken and has not begun, which a slow Redis shows', async () => {
    const { prefix, proxied } = await newRedis();
    const { url, proxy } = await proxied();
    const { queue } = await openPair(url, prefix);
    let ran = 0;
    queue.start(async () => void (ran += 1));
    await queue.wake(handle('a'));
    await queue.idle();
    proxy.delay(20);
    for (let ring = 2; ring < 8; ring++) {
      await queue.wake(handle('a'));
      await new Promise((resolve) => void setImmediate(resolve));
      await queue.idle();
      expect(ran).toBe(ring);
    }
  });

  test('health hears of jobs that wait although none ends, and of none when they end', async () => {
    const { queue, clock, quiet, redis, prefix } = await open();
    const ends: (() => void)[] = [];
    queue.start(() => new Promise((resolve) => void ends.push(resolve)));
    for (let n = 0; n < 5; n++) await queue.wake({ ...pump, account: `a${n}` });
    await quiet();
    expect(await redis.llen(`${prefix}:bulk:wait`)).toBe(1);
    expect(queue.stuckMs()).toBe(0);
    clock.moveTo(clock.now() + 6000);
    await redis.ping();
    await expect.poll(() => queue.stuckMs()).toBeGreaterThan(0);
    expect(queue.trouble()).toBeNull();
    for (const end of ends) end();
    await quiet();
    expect(queue.stuckMs()).toBe(0);
    for (const end of ends) end();
  });

  test('twenty thousand jobs leave no trace in Redis', async () => {
    const { queue, redis, prefix } = await open();
    let ran = 0;
    queue.start(async () => void (ran += 1));
    const run = async (jobs: number): Promise<number> => {
      for (let done = 0; done < jobs; done += 500) {
        await Promise.all(Array.from({ length: 500 }, (_, n) => queue.wake(handle(`a${done + n}`))));
      }
      await queue.idle();
      const keys = await redis.keys(`${prefix}*`);
      const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key)));
      return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    };
    const before = await run(1000);
    const after = await run(20_000);
    expect(ran).toBe(21_000);
    expect(after).toBeLessThan(before + 10_000);
  }, 120_000);
});
