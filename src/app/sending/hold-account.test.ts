import { beforeEach, describe, expect, test } from 'vitest';

import type { Leases } from '../../domain/ports/leases.ts';
import type { Log } from '../../domain/ports/log.ts';
import { holdAccount } from './hold-account.ts';
import type { Taking } from './hold-account.ts';

const account = 'telegram:777000';
/** Processes whose channel does not start. */
let broken: string[];
let logged: string[];
let time: number;
/** How far the monotonic clock is behind: it stood still while the machine slept. */
let slept: number;
let timers: { readonly at: number; readonly run: () => void }[];
/** Who holds the lease on the store, and until when there. */
let held: { owner: string; until: number };
/** How the store answers: at once, with an error, or not at all. */
let store: 'answers' | 'fails' | 'hangs';
/** Processes that take in for the account, in the order of their starts. */
let taking: string[];

beforeEach(() => {
  [time, slept, timers, held, store, taking] = [0, 0, [], { owner: '', until: 0 }, 'answers', []];
  [broken, logged] = [[], []];
});

const clock = {
  now: () => time,
  wall: () => time,
  monotonic: () => time - slept,
  after: (ms: number, run: () => void) => {
    const timer = { at: time + ms, run };
    timers.push(timer);
    return () => void (timers = timers.filter((other) => other !== timer));
  },
};

const leases: Leases = {
  take: (_name, owner, forMs) => {
    if (store === 'hangs') return new Promise(() => {});
    if (store === 'fails') return Promise.reject(new Error('away'));
    if (held.owner !== owner && held.until > time) return Promise.resolve(false);
    held = { owner, until: time + forMs };
    return Promise.resolve(true);
  },
  release: async (_name, owner) => {
    if (store === 'fails') throw new Error('away');
    if (held.owner === owner) held.until = 0;
  },
};

const log: Log = (event, details) => void logged.push(`${event} ${JSON.stringify(details)}`);

function processNamed(owner: string): Taking {
  const channel = {
    account,
    kind: 'telegram',
    start: async () => {
      if (broken.includes(owner)) throw new Error('no start');
      taking.push(owner);
    },
    stop: async () => void (taking = taking.filter((other) => other !== owner)),
  };
  return holdAccount({ leases, clock, log, owner }, channel);
}

function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Time goes by second after second. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    time += 1000;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
    await settled();
  }
}

describe('an account that one process holds', () => {
  test('takes in from its start, for as long as that process lives', async () => {
    const first = processNamed('a');
    await first.start();
    expect(taking).toEqual(['a']);
    const second = processNamed('b');
    await second.start();
    await pass(300);
    expect(taking).toEqual(['a']);
    await Promise.all([first.stop(), second.stop()]);
    expect(taking).toEqual([]);
  });

  test('goes to another one when it is let go of', async () => {
    const [first, second] = [processNamed('a'), processNamed('b')];
    await first.start();
    await second.start();
    await first.stop();
    await pass(10);
    expect(taking).toEqual(['b']);
    await second.stop();
  });

  test('survives a store that is away for less than the lease', async () => {
    const first = processNamed('a');
    await first.start();
    await pass(5);
    store = 'fails';
    await pass(18);
    expect(taking).toEqual(['a']);
    store = 'answers';
    await pass(60);
    expect(taking).toEqual(['a']);
    await first.stop();
  });

  test.each(['fails', 'hangs'] as const)('is left in time when the store %s, and taken again later', async (how) => {
    const first = processNamed('a');
    await first.start();
    await pass(10);
    store = how;
    // The lease was last asked for at second 10, and may be another's from second 40 on.
    await pass(29);
    expect(taking).toEqual([]);
    store = 'answers';
    await pass(60);
    expect(taking).toEqual(['a']);
    await first.stop();
  });

  test.each([
    ['a process', 0],
    ['a machine', 45_000],
  ])('is left when %s slept over its lease, before anything else is done', async (_who, stoodStillMs) => {
    const [first, second] = [processNamed('a'), processNamed('b')];
    await first.start();
    const asleep = timers;
    timers = [];
    await second.start();
    await pass(45);
    expect(taking).toEqual(['a', 'b']);
    timers.push(...asleep);
    slept = stoodStillMs;
    store = 'hangs';
    await pass(1);
    expect(taking).toEqual(['b']);
    await Promise.all([first.stop(), second.stop()]);
  });

  test("is left as soon as its holder hears that it is another one's", async () => {
    const first = processNamed('a');
    await first.start();
    held = { owner: 'b', until: Infinity };
    await pass(10);
    expect(taking).toEqual([]);
    await first.stop();
  });

  test('that does not start is let go of: another one takes it, or the same one as soon as it can', async () => {
    broken = ['a'];
    const first = processNamed('a');
    await first.start();
    const second = processNamed('b');
    await second.start();
    expect(taking).toEqual(['b']);
    await second.stop();
    await pass(60);
    expect(taking).toEqual([]);
    broken = [];
    await pass(20);
    expect(taking).toEqual(['a']);
    await pass(60);
    expect(taking).toEqual(['a']);
    await first.stop();
  });

  test('stands in no line of the log: it may be a phone number', async () => {
    broken = ['a'];
    const first = processNamed('a');
    await first.start();
    broken = [];
    await pass(30);
    store = 'fails';
    await pass(60);
    await first.stop();
    const events = ['account held', 'account not started', 'account left', 'lease unknown', 'lease left behind'];
    for (const event of events) expect(logged.filter((line) => line.startsWith(event))).not.toEqual([]);
    expect(logged.join()).not.toContain('777000');
  });

  test('can be let go of while the store does not answer', async () => {
    store = 'hangs';
    const first = processNamed('a');
    void first.start();
    await first.stop();
    expect(taking).toEqual([]);
  });
});
