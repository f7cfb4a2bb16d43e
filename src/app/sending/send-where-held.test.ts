import { beforeEach, expect, test } from 'vitest';

import type { Channel } from '../../domain/channel.ts';
import { createHeldSending } from './send-where-held.ts';
import type { HeldSending, Holdable } from './send-where-held.ts';

/** What happened, in order. */
let deeds: string[];
let timers: { readonly ms: number; readonly run: () => void }[];
/** Ends what was begun, or the start of the channel. */
let release: () => void;
let held: HeldSending;
let whatsapp: Holdable;

const clock = {
  now: () => 0,
  wall: () => 0,
  monotonic: () => 0,
  after: (ms: number, run: () => void) => {
    timers.push({ ms, run });
    return () => void (timers = timers.filter((timer) => timer.run !== run));
  },
};

const until = (): Promise<void> => new Promise((resolve) => void (release = resolve));

beforeEach(() => {
  [deeds, timers, release] = [[], [], () => {}];
  const channel = (account: string, sendsWhereHeld: boolean, start: () => Promise<void>): Channel =>
    ({ account, sendsWhereHeld, start, stop: async () => void deeds.push('stopped') }) as unknown as Channel;
  const apart = {
    begin: () => void deeds.push('begun'),
    end: () => {
      deeds.push('ending');
      return until();
    },
  };
  const channels = [
    channel('wa', true, async () => void deeds.push('started')),
    channel('slow', true, until),
    channel('tg', false, async () => {}),
  ];
  const queue = {
    setApart: (account: string) => {
      deeds.push(`apart: ${account}`);
      return apart;
    },
  };
  held = createHeldSending({ queue, clock }, channels);
  whatsapp = held.whileHeld(channels[0]!);
});

function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

test('only accounts that send where they are held are set apart, and before anybody rings for them', () => {
  expect(deeds).toEqual(['apart: wa', 'apart: slow']);
  expect(['wa', 'tg', 'never heard of'].map(held.sendsHere)).toEqual([false, true, true]);
});

test('sending begins when the connection was begun, and ends before it is cut', async () => {
  deeds = [];
  await whatsapp.start();
  expect(held.sendsHere('wa')).toBe(true);
  const stopped = whatsapp.stop();
  expect(held.sendsHere('wa')).toBe(false);
  await settled();
  expect(deeds).toEqual(['started', 'begun', 'ending']);
  release();
  await stopped;
  expect(deeds).toEqual(['started', 'begun', 'ending', 'stopped']);
  expect(timers).toEqual([]);
});

test("a call that hangs is not waited for until the lease is another's", async () => {
  await whatsapp.start();
  const stopped = whatsapp.stop();
  await settled();
  expect(timers.map(({ ms }) => ms)).toEqual([3000]);
  timers[0]?.run();
  await stopped;
  expect(deeds.at(-1)).toBe('stopped');
});

test('a lease that is lost while the connection is still begun leaves nothing begun', async () => {
  const slow = held.whileHeld({ ...({} as Channel), account: 'slow', start: until, stop: async () => {} });
  const started = slow.start();
  const releaseStart = release;
  const stopped = slow.stop();
  await settled();
  release();
  releaseStart();
  await Promise.all([started, stopped]);
  expect(held.sendsHere('slow')).toBe(false);
  expect(deeds).not.toContain('begun');
});

test('taken again, it sends again', async () => {
  await whatsapp.start();
  const stopped = whatsapp.stop();
  release();
  await stopped;
  await whatsapp.start();
  expect(held.sendsHere('wa')).toBe(true);
  expect(deeds.filter((deed) => deed === 'begun')).toHaveLength(2);
});
