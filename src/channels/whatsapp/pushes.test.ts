import { expect, test } from 'vitest';

import { createPushes } from './pushes.ts';
import type { Ring } from './ring.ts';

/** Pushes on a ring in memory, whose writes wait until they are let go, or fail. */
function open() {
  const kept = new Map<string, string>();
  const waiting: (() => void)[] = [];
  let isBroken = false;
  const ring: Pick<Ring, 'read' | 'write'> = {
    read: async () => kept,
    write: async (changes) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      if (isBroken) throw new Error('not stored');
      for (const [name, value] of changes) {
        if (value === null) kept.delete(name);
        else kept.set(name, value);
      }
    },
  };
  const fresh = () => createPushes(ring as Ring, () => {});
  return {
    pushes: fresh(),
    next: fresh,
    /** Lets all writes end that have begun. */
    settle: () => waiting.splice(0).forEach((go) => go()),
    breakDown: () => {
      isBroken = true;
    },
  };
}

test('the first sign stays, over restarts, until somebody decides otherwise; deciding twice changes nothing', async () => {
  const { pushes, next, settle } = open();
  const stopped = pushes.stop('refused_463');
  settle();
  await stopped;
  await pushes.stop('refused_429');
  const after = next();
  await after.open();
  expect(after.stopped()).toBe('refused_463');
  for (let again = 0; again < 2; again += 1) {
    const resumed = after.resume();
    settle();
    await resumed;
    expect(after.stopped()).toBeNull();
  }
  const last = next();
  await last.open();
  expect(last.stopped()).toBeNull();
});

test('a sign that comes while they are resumed stops them again', async () => {
  const { pushes, next, settle } = open();
  const stopped = pushes.stop('refused_463');
  settle();
  await stopped;
  const resumed = pushes.resume();
  const again = pushes.stop('restricted');
  settle();
  await Promise.all([resumed, again]);
  expect(pushes.stopped()).toBe('restricted');
  const after = next();
  await after.open();
  expect(after.stopped()).toBe('restricted');
});

test('what could not be written is not resumed', async () => {
  const { pushes, settle, breakDown } = open();
  const stopped = pushes.stop('capped');
  settle();
  await stopped;
  breakDown();
  const resumed = pushes.resume();
  settle();
  await expect(resumed).rejects.toThrow('not stored');
  expect(pushes.stopped()).toBe('capped');
});
