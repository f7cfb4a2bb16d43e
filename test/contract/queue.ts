import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Job, WatchedQueue } from '../../src/domain/ports/queue.ts';

/** A queue with its time in the test's hands. */
export interface QueueBench {
  readonly queue: Pick<WatchedQueue, 'wake' | 'start' | 'drain' | 'setApart'>;
  /** Lets `ms` go by, and whatever comes of it happen. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

const handle = (address: string): Job => ({ type: 'handle', address });
const reply = (delivery: string): Job => ({ type: 'reply', account: 'wa', delivery });
const push: Job = { type: 'pump', account: 'sim', lane: 'bulk' };

/** What every queue must do; what it may do (lose, repeat, delay) no suite can ask for. */
export function describeQueue(name: string, open: () => Promise<QueueBench>): void {
  describe(`${name}: queue`, () => {
    let bench: QueueBench;
    let begun: Job[];
    /** Ends the jobs that were begun, oldest first. */
    let ends: (() => void)[];
    beforeEach(async () => {
      bench = await open();
      begun = [];
      ends = [];
    });
    afterEach(async () => {
      const over = bench.close();
      for (const end of ends) end();
      await over;
    });

    const hold = (job: Job): Promise<void> => {
      begun.push(job);
      return new Promise((resolve) => void ends.push(resolve));
    };
    const note = async (job: Job): Promise<void> => void begun.push(job);

    test('a ring runs its job, also one that came before the start', async () => {
      await bench.queue.wake(handle('a'));
      bench.queue.start(note);
      await bench.queue.wake(handle('b'));
      await bench.pass(10);
      expect(begun).toEqual([handle('a'), handle('b')]);
    });

    test('two rings for one thing are two jobs: the second may be about something newer', async () => {
      bench.queue.start(note);
      await Promise.all([bench.queue.wake(handle('a')), bench.queue.wake(handle('a'))]);
      await bench.pass(10);
      expect(begun).toEqual([handle('a'), handle('a')]);
    });

    test('a ring while its job is at work runs it again', async () => {
      bench.queue.start(hold);
      await bench.queue.wake(handle('a'));
      await bench.pass(10);
      await bench.queue.wake(handle('a'));
      ends.shift()?.();
      await bench.pass(10);
      expect(begun).toHaveLength(2);
    });

    test('a delayed ring comes at its time and not before', async () => {
      bench.queue.start(note);
      await bench.queue.wake(handle('a'), 5000);
      await bench.pass(4000);
      expect(begun).toEqual([]);
      await bench.pass(2000);
      expect(begun).toEqual([handle('a')]);
    });

    test('a bulk lane full of pushes leaves replies their room', async () => {
      bench.queue.start(hold);
      await Promise.all(Array.from({ length: 50 }, () => bench.queue.wake(push)));
      await bench.queue.wake(handle('a'));
      await bench.pass(10);
      expect(begun).toContainEqual(handle('a'));
      expect(begun.length).toBeLessThan(51);
    });

    describe('an account set apart', () => {
      const others: Job = { type: 'reply', account: 'sim', delivery: 'd' };
      const bulk: Job = { type: 'pump', account: 'wa', lane: 'bulk' };

      test('is worked on only between its begin and its end, whatever the others do meanwhile', async () => {
        const apart = bench.queue.setApart('wa');
        bench.queue.start(note);
        for (const job of [reply('1'), bulk, others, handle('a')]) await bench.queue.wake(job);
        await bench.pass(10);
        expect(begun).toEqual([others, handle('a')]);
        apart.begin();
        await bench.pass(10);
        expect(begun.slice(2)).toEqual(expect.arrayContaining([reply('1'), bulk]));
        await apart.end();
        for (const job of [reply('2'), others]) await bench.queue.wake(job);
        await bench.pass(10);
        expect(begun.slice(4)).toEqual([others]);
        apart.begin();
        await bench.pass(10);
        expect(begun.slice(5)).toEqual([reply('2')]);
      });

      test('ends when what was begun is over', async () => {
        const apart = bench.queue.setApart('wa');
        apart.begin();
        bench.queue.start(hold);
        await bench.queue.wake(reply('1'));
        await bench.pass(10);
        let ended = false;
        const end = apart.end().then(() => (ended = true));
        await bench.queue.wake(reply('2'));
        await bench.pass(10);
        expect({ ended, begun }).toEqual({ ended: false, begun: [reply('1')] });
        ends.shift()?.();
        await end;
        expect(begun).toEqual([reply('1')]);
      });

      test('leaves room for its replies when its bulk lane is full of pushes', async () => {
        bench.queue.setApart('wa').begin();
        bench.queue.start(hold);
        await Promise.all(Array.from({ length: 20 }, () => bench.queue.wake(bulk)));
        await bench.queue.wake(reply('1'));
        await bench.pass(10);
        expect(begun).toContainEqual(reply('1'));
      });

      test('is drained with the rest', async () => {
        bench.queue.setApart('wa').begin();
        bench.queue.start(hold);
        await bench.queue.wake(reply('1'));
        await bench.pass(10);
        let drained = false;
        const drain = bench.queue.drain().then(() => (drained = true));
        await bench.pass(10);
        expect(drained).toBe(false);
        ends.shift()?.();
        await drain;
      });
    });

    test('draining ends what was begun, and begins nothing more', async () => {
      bench.queue.start(hold);
      await bench.queue.wake(handle('a'));
      await bench.pass(10);
      let drained = false;
      const drain = bench.queue.drain().then(() => (drained = true));
      await bench.queue.wake(handle('b'));
      await bench.pass(10);
      expect({ drained, begun }).toEqual({ drained: false, begun: [handle('a')] });
      ends.shift()?.();
      await drain;
      expect(begun).toEqual([handle('a')]);
    });
  });
}
