/**
 * A process of its own for the test of the slots: takes slots of one account, its wall clock wrong by so many ms, and
 * prints each as the nanoseconds of the machine's monotonic clock between which it begins. Arguments: url, prefix, lane,
 * rate, count, ms.
 */
import { openBullmq } from '../../src/queue/bullmq/bullmq.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';

const [url = '', prefix = '', lane, rate, count, wrongMs] = process.argv.slice(2);
const right = Date.now;
Date.now = () => right() + Number(wrongMs);

const { queue, slots } = await openBullmq({ url, prefix, clock: createSystemClock(), log: () => undefined });
const rates = { perSecond: Number(rate), bulkPerSecond: Number(rate) };
const take = async (): Promise<void> => {
  const asked = process.hrtime.bigint();
  const inMs = await slots.take('sim', lane === 'bulk' ? 'bulk' : 'reply', rates, 60);
  const answered = process.hrtime.bigint();
  if (inMs !== null)
    console.log(JSON.stringify({ asked: Number(asked / 1000n), answered: Number(answered / 1000n), inMs }));
};
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (let taken = 0; taken < Number(count); taken++) await take();
  }),
);
await queue.drain();
