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
    settle: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      for (const go of waiting.splice(0)) go();
    },
    breakDown: (broken: boolean) => {
      isBroken = broken;
    },
  };
}

test('the first sign stays, over restarts, until somebody decides otherwise; deciding twice changes nothing', async () => {
  const { pushes, next, settle } = open();
  const stopped = pushes.stop('refused_463');
  await settle();
  await stopped;
  await pushes.stop('refused_429');
  const after = next();
  await after.open();
  expect(after.stopped()).toBe('refused_463');
  for (let again = 0; again < 2; again += 1) {
    const resumed = after.resume();
    await settle();
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
  await settle();
  await stopped;
  const resumed = pushes.resume();
  const again = pushes.stop('restricted');
  await settle();
  await Promise.all([resumed, again]);
  expect(pushes.stopped()).toBe('restricted');
  const after = next();
  await after.open();
  expect(after.stopped()).toBe('restricted');
});

test('what could not be written is not resumed', async () => {
  const { pushes, settle, breakDown } = open();
  const stopped = pushes.stop('capped');
  await settle();
  await stopped;
  breakDown(true);
  const resumed = pushes.resume();
  await settle();
  await expect(resumed).rejects.toThrow('not stored');
  expect(pushes.stopped()).toBe('capped');
});

test('what another process decided is seen by the one that takes over, and by one that has no connection', async () => {
  const { pushes, next, settle } = open();
  const other = next();
  const stopped = pushes.stop('refused_463');
  await settle();
  await stopped;
  expect([await other.why(), other.stopped()]).toEqual(['refused_463', null]);
  await other.open();
  const resumed = other.resume();
  await settle();
  await resumed;
  expect(await pushes.why()).toBeNull();
  await pushes.open();
  expect(pushes.stopped()).toBeNull();
});

test('a stop that could not be stored holds here, and is stored with the next connection', async () => {
  const { pushes, next, settle, breakDown } = open();
  breakDown(true);
  const stopped = pushes.stop('capped');
  await settle();
  await expect(stopped).rejects.toThrow('not stored');
  expect([pushes.stopped(), await pushes.why()]).toEqual(['capped', 'capped']);
  breakDown(false);
  const opened = pushes.open();
  await settle();
  await opened;
  expect(await next().why()).toBe('capped');
});
