import { expect, test } from 'vitest';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { insist } from './insist.ts';

/** Asks a store that is away for `awayMs`; how often, and what came of it. Waiting takes no time but that of its clock. */
async function ask(awayMs: number, trouble: Error = new StoreTrouble('database_away'), spentMs = 0) {
  let [now, asked] = [spentMs, 0];
  const clock = {
    now: () => now,
    wall: () => now,
    monotonic: () => now,
    after: (ms: number, then: () => void) => {
      now += ms;
      then();
      return () => undefined;
    },
  };
  const result = await insist({ clock }, 0, async () => {
    asked += 1;
    if (now < spentMs + awayMs) throw trouble;
    return 'settled';
  }).catch((error: unknown) => error);
  return { result, asked, endedAt: now };
}

test('a store that is there is asked once', async () => {
  expect(await ask(0)).toEqual({ result: 'settled', asked: 1, endedAt: 0 });
});

test('a database that is cut off for half a minute is asked again, seldom, until it answers', async () => {
  const { result, asked, endedAt } = await ask(30_000);
  expect(result).toBe('settled');
  expect(asked).toBeLessThan(25);
  expect(endedAt).toBeLessThan(32_000);
});

test('when the sweep is about to doubt the mark, it is left to the sweep', async () => {
  const away = new StoreTrouble('database_away');
  const { result, endedAt } = await ask(Infinity, away);
  expect(result).toBe(away);
  expect(endedAt).toBeLessThan(60_000);
  expect((await ask(Infinity, away, 49_950)).asked).toBe(1);
});

test.each([new Error('a bug'), new StoreTrouble('closed')])('%s is not asked again', async (trouble) => {
  expect(await ask(30_000, trouble)).toEqual({ result: trouble, asked: 1, endedAt: 0 });
});
