import { expect, test } from 'vitest';

import type { Backlog } from '../../domain/ports/deliveries.ts';
import { createMeasure } from './measure.ts';
import type { Measured } from './measure.ts';

const phone = 'whatsapp:6281200000001';
const limits = {
  perSecond: 26,
  bulkPerSecond: Infinity,
  perChatMs: 0,
  textLength: 4096,
  labelLength: 20,
  choices: 10,
  timeoutMs: 1,
};

function watched(more: Partial<Measured> = {}): Measured {
  return {
    deliveries: { backlog: async () => [] },
    inbox: { neglected: async () => [], countAside: async () => 0 },
    setAside: { due: async () => [] },
    addresses: { unfinished: async () => [] },
    accounts: { read: async () => ({ frozenForMs: 0, halted: null }) },
    channels: [{ account: phone, kind: 'whatsapp', limits }],
    ration: { look: async () => ({ type: 'room', count: 3 }) },
    calls: () => [{ channel: 'whatsapp', outcome: 'sent', count: 5 }],
    sendingSilentMs: async () => 2000,
    queue: { stuckMs: () => 1500 },
    ticker: { silentMs: () => 15_000, tookMs: () => 250 },
    health: async () => ({ ok: true, parts: { store: { ok: true } } }),
    events: () => new Map([['job failed', 2]]),
    clock: { after: () => () => {} },
    build: { version: '1.2.3', role: 'worker' },
    ...more,
  };
}

/** Every reading as `name label:value ... = value`. */
async function read(more?: Partial<Measured>): Promise<readonly string[]> {
  const metrics = await createMeasure(watched(more))();
  return metrics.flatMap(({ name, readings }) =>
    readings.map(({ labels, value }) => [name, ...Object.values(labels), '=', value].join(' ')),
  );
}

const row = (more: Partial<Backlog>): Backlog => ({
  account: phone,
  lane: 'bulk',
  state: 'waiting',
  count: 1,
  lateMs: 0,
  ...more,
});

test('what waits is told by kind of channel, with the oldest of it', async () => {
  const backlog = [
    row({ count: 20, lateMs: 4000 }),
    row({ lane: 'reply', state: 'sending' }),
    row({ account: 'telegram:1', state: 'uncertain', count: 7 }),
    row({ account: 'telegram:2', state: 'uncertain', count: 1 }),
  ];
  const told = await read({ deliveries: { backlog: async () => backlog } });
  expect(told.filter((line) => line.startsWith('gelombang_deliveries'))).toEqual([
    'gelombang_deliveries whatsapp bulk waiting = 20',
    'gelombang_deliveries whatsapp reply sending = 1',
    'gelombang_deliveries other bulk uncertain = 8',
    'gelombang_deliveries_late_seconds whatsapp bulk = 4',
    'gelombang_deliveries_late_seconds whatsapp reply = 0',
    'gelombang_deliveries_late_seconds other bulk = 0',
  ]);
});

test('an account is never named, because it may be a phone number', async () => {
  const told = await read({ deliveries: { backlog: async () => [row({}), row({ account: '6281200000002' })] } });
  expect(told.join('\n')).not.toMatch(/62812/u);
});

test('an account that the platform refused, and one that must wait', async () => {
  const told = await read({ accounts: { read: async () => ({ frozenForMs: 2500, halted: 'unauthorized' }) } });
  expect(told).toContain('gelombang_account_frozen_seconds whatsapp = 2.5');
  expect(told).toContain('gelombang_account_halted whatsapp = 1');
});

test('what moves, what was logged, and which build this is', async () => {
  const told = await read({
    health: async () => ({ ok: false, parts: { store: { ok: false }, sweep: { ok: true } } }),
  });
  expect(told).toEqual(
    expect.arrayContaining([
      'gelombang_lanes_stuck_seconds = 1.5',
      'gelombang_sweep_silent_seconds = 15',
      'gelombang_events_total job failed = 2',
      'gelombang_part_up store = 0',
      'gelombang_part_up sweep = 1',
      `gelombang_build_info 1.2.3 worker ${process.version} = 1`,
      'gelombang_looks_failed = 0',
    ]),
  );
});

test('a look that fails leaves its own figures out and is counted', async () => {
  const told = await read({ deliveries: { backlog: () => Promise.reject(new Error('away')) } });
  expect(told).toContain('gelombang_looks_failed = 1');
  expect(told.filter((line) => line.startsWith('gelombang_deliveries'))).toEqual([]);
  expect(told).toContain('gelombang_people_unanswered = 0');
});

test('a look that never ends is not waited for', async () => {
  const told = await read({ health: () => new Promise(() => {}), clock: { after: atOnce } });
  expect(told.filter((line) => line.startsWith('gelombang_part_up'))).toEqual([]);
});

function atOnce(_ms: number, then: () => void): () => void {
  queueMicrotask(then);
  return () => {};
}

test('the pace, what platforms answered, and how long nothing has moved', async () => {
  const told = await read();
  expect(told).toContain('gelombang_calls_total whatsapp sent = 5');
  expect(told).toContain('gelombang_rate_limit_per_second whatsapp reply = 26');
  expect(told).not.toContain('gelombang_rate_limit_per_second whatsapp bulk = Infinity');
  expect(told).toContain('gelombang_sending_silent_seconds = 2');
  expect(told).toContain('gelombang_sweep_seconds = 0.25');
});

test('what caps leave room for is told of accounts that have them', async () => {
  const caps = { counted: 'pushes', stages: [] } as const;
  const channels = [{ account: phone, kind: 'whatsapp', limits, caps }];
  expect(await read({ channels })).toContain('gelombang_caps_room whatsapp = 3');
  const ration = { look: async () => ({ type: 'wait', forMs: 60_000 }) as const };
  expect(await read({ channels, ration })).toContain('gelombang_caps_room whatsapp = 0');
});
