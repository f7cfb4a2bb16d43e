import { setImmediate as nextMacrotask } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { createHandleAddress } from '../../src/app/handle-address.ts';
import { patience } from '../../src/app/sweep.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Deliveries } from '../../src/domain/ports/deliveries.ts';
import type { Inbox } from '../../src/domain/ports/inbox.ts';
import type { Media } from '../../src/domain/ports/media.ts';
import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import { overWire } from './immediate.ts';
import { createMemoryAddresses } from './memory-addresses.ts';
import { createMemoryDeliveries } from './memory-deliveries.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { createMemoryMedia } from './memory-media.ts';
import { createTinyEngine, tinyLook } from './tiny-engine.ts';

const facts = { zone: 'Asia/Jakarta', contact: {}, tenant: {}, officer: null, channel: {} } as const;
const words = { apology: { text: 'apology' }, delayed: { text: 'delayed' }, givenUp: { text: 'given up' } };

/** One process over stores that work at once, but for `fail`, which is asked before every call of a store. */
function openService(fail: (call: string) => void, turnMs = 0) {
  let time = Date.UTC(2026, 10, 3);
  const now = (): number => time;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  const after = (ms: number, then: () => void) => {
    const timer = { at: time + ms, run: then };
    timers = [...timers, timer];
    return () => void (timers = timers.filter((one) => one !== timer));
  };
  const takeTurn = createTinyEngine(() => {});
  const inbox = createMemoryInbox(now);
  const addresses = createMemoryAddresses(now);
  const deliveries = createMemoryDeliveries(now);
  addresses.meet('a', { contact: 'a', account: 'sim', chat: 'a' });
  const wire = async <Result>(method: string, apply: () => Result): Promise<Result> => {
    fail(method);
    return apply();
  };
  const handle = createHandleAddress({
    inbox: overWire<Inbox>(inbox, wire),
    addresses: overWire<Addresses>(addresses, wire),
    deliveries: overWire<Deliveries>(deliveries, wire),
    media: overWire<Media>(createMemoryMedia(now), wire),
    keepMedia: async () => ({ type: 'result', result: 'gagal', values: {} }),
    queue: { wake: async () => {} } as never,
    log: () => {},
    operations: { deeds: {}, looks: {}, sources: {} },
    clock: { now, wall: now, monotonic: now, after },
    takeTurn: async (...asked) => {
      if (turnMs > 0) await new Promise<void>((resolve) => after(turnMs, resolve));
      return takeTurn(...asked);
    },
    nextLook: tinyLook,
    readPerson: async () => {
      fail('readPerson');
      return { facts, officer: null };
    },
    givesUp: () => false,
    words: () => ({ ...words, unreadable: (kind) => ({ text: kind }), damage: (what) => ({ text: what }) }),
    setAside: async () => {},
    stopPushes: async () => {},
    newOwner: () => 'only',
  });
  const says = (text: string): void => {
    const input = { type: 'text', text } as const;
    inbox.accept([{ id: 'm1', address: 'a', account: 'sim', chat: 'a', order: 1, group: null, input }]);
  };
  const answers = (): readonly unknown[] => [...deliveries.rows.values()].map(({ content }) => content);
  const pass = (ms: number): void => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { run } of due) run();
  };
  const sweep = (): void => addresses.disown(patience.leaseMs);
  return { says, handle: () => handle('a'), answers, pass, sweep, aside: () => inbox.countAside() };
}

test.each(['readPerson', 'waiting'])(
  'a store that is away in %s is no fault of what was said: it is answered when the store is back',
  async (call) => {
    let failures = 0;
    const service = openService((method) => {
      if (method !== call || failures === 3) return;
      failures += 1;
      throw new StoreTrouble('database_away');
    });
    service.says('halo');
    for (let round = 0; round < 6; round++) {
      await service.handle();
      service.pass(60_000);
    }
    expect(failures).toBe(3);
    expect(service.answers()).toEqual([{ text: 'a.0.0:halo' }]);
    expect(service.aside()).toBe(0);
  },
);

test('a turn that takes longer than a lease, while others look whether its holder lives, is answered once and no death', async () => {
  const service = openService(() => {}, 45_000);
  service.says('halo');
  void service.handle();
  for (let second = 0; second < 60; second++) {
    await nextMacrotask();
    service.pass(1000);
    service.sweep();
    void service.handle();
  }
  expect(service.answers()).toEqual([{ text: 'a.0.0:halo' }]);
  expect(service.aside()).toBe(0);
});
