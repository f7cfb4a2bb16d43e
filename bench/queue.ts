import { availableParallelism } from 'node:os';

import { Redis } from 'ioredis';

import { openBullmq } from '../src/queue/bullmq/bullmq.ts';
import { createSystemClock } from '../src/queue/inline/system-clock.ts';
import { startRedis } from '../test/servers/redis/start-redis.ts';

/**
 * Wake-ups over Redis: jobs rung for and run, one process and one Redis on the same machine, as a figure and as a ratio
 * to bare commands of the same connection settings in the same run; the delay of a single ring; and what Redis holds after
 * more and more jobs have run, which must not grow. `node --import tsx bench/queue.ts`
 */
const inFlight = 256;
const crowds = [1000, 20_000, 200_000];

const server = await startRedis();
const redis = new Redis(server.url);
const bare = await measure(50_000, () => redis.incr('bare'));
console.log(`${availableParallelism()} cores, Node ${process.version}: ${Math.round(bare)} bare commands/s`);

const { queue } = await openBullmq({ url: server.url, prefix: 'bench', clock: createSystemClock(), log: console.log });
let ran: () => void = () => undefined;
queue.start(async () => ran());
console.log('jobs        per second    x bare    redis kB    of it keys kB');
for (const jobs of crowds) {
  const rate = await measure(
    jobs,
    () => queue.wake({ type: 'handle', address: 'a' }),
    () => queue.idle(),
  );
  const row = [rate, rate / bare, (await serverMemory()) / 1024, (await keyMemory()) / 1024];
  const [figure, ratio, used, keys] = row.map((value) => value.toFixed(value < 10 ? 2 : 0));
  console.log(`${String(jobs).padEnd(12)}${figure?.padEnd(14)}${ratio?.padEnd(10)}${used?.padEnd(12)}${keys}`);
}
const delays: number[] = [];
for (let ring = 0; ring < 1000; ring++) {
  const at = performance.now();
  const run = new Promise<void>((resolve) => (ran = resolve));
  await queue.wake({ type: 'handle', address: 'a' });
  await run;
  delays.push(performance.now() - at);
}
delays.sort((a, b) => a - b);
console.log(`one ring to its run: p50 ${delays[500]?.toFixed(2)} ms, p99 ${delays[990]?.toFixed(2)} ms`);
await queue.drain();
redis.disconnect();
await server.stop();

/** How many a second, until all that follows is over. */
async function measure(
  count: number,
  act: () => Promise<unknown>,
  over: () => Promise<void> = async () => undefined,
): Promise<number> {
  const started = performance.now();
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await act();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  await over();
  return (count / (performance.now() - started)) * 1000;
}

async function serverMemory(): Promise<number> {
  return Number(/used_memory:(\d+)/u.exec(await redis.info('memory'))?.[1]);
}

/** Bytes of everything that the queue keeps. */
async function keyMemory(): Promise<number> {
  const keys = await redis.keys('bench*');
  const sizes = await Promise.all(keys.map((key) => redis.memory('USAGE', key)));
  return sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}
