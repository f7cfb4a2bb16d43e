import fc from 'fast-check';
import { expect, test } from 'vitest';

import { newDelivery } from '../../../test/contract/new-delivery.ts';
import { createMemoryDeliveries } from '../../../test/protocol/memory-deliveries.ts';
import { readCallId, toCallId } from '../../domain/call-id.ts';
import type { Report } from '../../domain/channel.ts';
import { createHearReports } from './hear-reports.ts';

type Hearing = Parameters<typeof createHearReports>[0];

const platformId = 'wamid.1';
const report = (state: Report['state'], more: Partial<Report> = {}): Report => ({
  account: 'sim',
  platformId,
  delivery: 'd1',
  state,
  code: state === 'failed' ? 'window_closed' : null,
  ...more,
});

/** One row that stands marked, of as many parts as its text has words, and what is done about it. */
function openRow(more: Parameters<typeof newDelivery>[2] = {}) {
  const deliveries = createMemoryDeliveries(() => 0);
  deliveries.add([newDelivery('d1', 0, { class: 'reply', until: 3_600_000, content: { text: 'satu' }, ...more })]);
  deliveries.mark('d1', { attempt: 0, generation: 0, flight: 1, marginMs: 0 });
  const done: string[] = [];
  let strikes = 0;
  const use = {
    deliveries,
    clock: { now: () => 0 },
    log: () => {},
    queue: { wake: async (job: { type: string }) => void done.push(`rings ${job.type}`) },
    inbox: { accept: async ([row]: { id: string }[]) => void done.push(`begins ${row?.id}`) },
    addresses: {
      replies: async () => null,
      setDead: async (id: string) => void done.push(`dead ${id}`),
      strike: async () => ++strikes,
    },
    accounts: {
      halt: async (account: string, code: string) => void done.push(`halts ${account}: ${code}`),
      freeze: async (account: string, forMs: number) => void done.push(`freezes ${account} for ${forMs}`),
    },
    slots: { freeze: async () => {} },
    channelOf: () => ({ parts: ({ text }: { text: string }) => text.split(' ').map((word) => ({ text: word })) }),
    reportFault: async () => void done.push('faulty'),
  };
  return { deliveries, done, hear: createHearReports(use as unknown as Hearing), row: () => deliveries.read('d1') };
}

const ours = { type: 'sent', platformId } as const;

test('whatever comes first, twice or late, the row ends the same', async () => {
  const states = fc.shuffledSubarray(['accepted', 'delivered', 'read', 'failed'] as const, { minLength: 1 });
  const twice = fc.tuple(states, states, fc.nat({ max: 8 }));
  await fc.assert(
    fc.asyncProperty(twice, async ([first, second, at]) => {
      const { deliveries, hear, row } = openRow();
      const told = [...first, ...second];
      const events = [...told.slice(0, at), 'ours' as const, ...told.slice(at)];
      for (const event of events) {
        if (event === 'ours') deliveries.settle('d1', 1, ours);
        else await hear([report(event)]);
      }
      const highest = (['read', 'delivered', 'failed'] as const).find((state) => told.includes(state)) ?? null;
      expect(row()).toMatchObject({
        state: highest === 'failed' ? 'failed' : 'sent',
        receipt: highest,
        platformId,
        code: highest === 'failed' ? 'window_closed' : null,
      });
    }),
  );
});

test.each(['accepted', 'delivered', 'read'] as const)('"%s" ends a doubt, and begins the flow once', async (state) => {
  const { deliveries, done, hear, row } = openRow({ start: { flow: 'konfirmasi', args: {} } });
  deliveries.settle('d1', 1, { type: 'uncertain', code: 'timeout', final: true });
  await hear([report(state), report(state)]);
  expect(row()?.state).toBe('sent');
  expect(done).toEqual(['begins d1.start', 'rings handle']);
});

test('of a message in parts, what is told of one makes the next due', async () => {
  const { deliveries, done, hear, row } = openRow({ content: { text: 'satu dua' } });
  await hear([report('delivered')]);
  expect(row()).toMatchObject({ state: 'pending', part: 1 });
  expect(done).toEqual(['rings reply']);
  deliveries.mark('d1', { attempt: 1, generation: 0, flight: 2, marginMs: 0 });
  await hear([report('read')]);
  expect(row()).toMatchObject({ state: 'sending', part: 1 });
  await hear([report('delivered', { delivery: 'd1#1', platformId: 'wamid.2' })]);
  expect(row()).toMatchObject({ state: 'sent', platformId: 'wamid.2' });
});

test.each([
  ['address', 'dead sim.a'],
  ['account', 'halts sim: window_closed'],
  ['content', 'faulty'],
] as const)('a failure that blames the %s has that consequence', async (blame, consequence) => {
  const { done, hear } = openRow();
  await hear([report('failed', { blame })]);
  expect(done).toEqual([consequence]);
});

test('a late word to wait freezes the account, once', async () => {
  const { done, hear } = openRow();
  const late = report('failed', { waitMs: 5000 });
  await hear([late, late]);
  expect(done).toEqual(['freezes sim for 6000']);
});

test('three messages that could not be delivered are enough', async () => {
  const { deliveries, done, hear } = openRow({ content: { text: 'satu dua tiga empat' } });
  for (const serial of [1, 2, 3]) {
    deliveries.settle('d1', serial, { type: 'part', next: serial });
    deliveries.mark('d1', { attempt: serial, generation: 0, flight: serial + 1, marginMs: 0 });
    await hear([report('failed', { strike: true, delivery: `d1#${serial - 1}`, platformId: `w.${serial}` })]);
  }
  expect(done).toEqual(['dead sim.a']);
});

test('a failure of an early part blames, too, until the message has arrived', async () => {
  const { deliveries, done, hear } = openRow({ content: { text: 'satu dua' } });
  deliveries.settle('d1', 1, { type: 'part', next: 1 });
  deliveries.mark('d1', { attempt: 1, generation: 0, flight: 2, marginMs: 0 });
  const early = report('failed', { blame: 'address', delivery: 'd1' });
  await hear([early]);
  deliveries.settle('d1', 2, { type: 'sent', platformId: 'wamid.2' });
  await hear([report('delivered', { delivery: 'd1#1', platformId: 'wamid.2' }), early]);
  expect(done).toEqual(['dead sim.a']);
});

test('a death between blame and receipt loses neither: told again, both are done', async () => {
  const { deliveries, done, hear, row } = openRow();
  const { receipt } = deliveries;
  Object.assign(deliveries, {
    receipt: () => {
      Object.assign(deliveries, { receipt });
      throw new Error('died');
    },
  });
  const failed = report('failed', { blame: 'address' });
  await expect(hear([failed])).rejects.toThrow('died');
  await hear([failed]);
  expect(done).toEqual(['dead sim.a', 'dead sim.a']);
  expect(row()).toMatchObject({ state: 'failed', receipt: 'failed' });
});

test('a failure that is told twice blames once, also after what it blames was mended', async () => {
  const { done, hear } = openRow();
  const failed = report('failed', { blame: 'account' });
  await hear([failed, failed]);
  await hear([failed]);
  expect(done).toEqual(['halts sim: window_closed']);
});

test.each(['delivered', 'read'] as const)('a failure of what was %s blames nobody', async (state) => {
  const { done, hear } = openRow();
  await hear([report(state), report('failed', { blame: 'content' })]);
  expect(done).toEqual([]);
});

test.each([
  ['a row that was never', report('delivered', { delivery: 'd2' })],
  ['another account', report('delivered', { account: 'tg' })],
  ['a message without a delivery', report('delivered', { delivery: null })],
  ['a part that nobody knows', report('delivered', { delivery: 'd1#x' })],
])('what is told of %s changes nothing', async (_name, stray) => {
  const { done, hear, row } = openRow();
  await hear([stray]);
  expect(row()).toMatchObject({ state: 'sending', receipt: null });
  expect(done).toEqual([]);
});

test('a call is named so that each part has its own name', () => {
  const ids = fc.stringMatching(/^[\w.:-]{1,40}$/u);
  fc.assert(
    fc.property(ids, fc.nat({ max: 20 }), (id, part) => {
      expect(readCallId(toCallId({ id, part }))).toEqual({ id, part });
    }),
  );
});
