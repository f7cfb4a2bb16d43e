import { expect, test } from 'vitest';

import type { Channel } from '../domain/channel.ts';
import type { Delivery } from '../domain/ports/deliveries.ts';
import { createDeliver } from './deliver.ts';
import type { Sending } from './sending/sending.ts';

const widest: Sending['links']['widest'] = ({ content }) => content;

/** A delivery on an account: how long it is put back for. */
async function waitOf(given: { isHere: boolean; frozenForMs: number; isHeld?: boolean }): Promise<number> {
  const { isHere, frozenForMs, isHeld = true } = given;
  const waits: number[] = [];
  const use = {
    sendsHere: () => isHeld,
    links: { widest },
    channelOf: () => (isHere ? { limits: {} } : null),
    slots: { take: async () => null },
    accounts: { read: async () => ({ frozenForMs, halted: null }) },
    deliveries: { defer: async (_id: string, _attempt: number, inMs: number) => void waits.push(inMs) },
    queue: { wake: async () => {} },
  };
  await createDeliver(use as unknown as Sending)({
    id: 'd',
    account: 'a',
    attempt: 0,
    class: 'reminder',
    seq: null,
    content: null,
  } as Delivery);
  return waits[0] ?? -1;
}

test.each([
  ['frozen: until that is over', { isHere: true, frozenForMs: 4321 }, 4321],
  ['just thawed by its record, its slots a moment later', { isHere: true, frozenForMs: 0 }, 1000],
  ['connected nowhere here', { isHere: false, frozenForMs: 0 }, 60_000],
  ['held by another process, which has it at once', { isHere: true, frozenForMs: 0, isHeld: false }, 0],
])('a row that cannot go from here just now waits: %s', async (_name, account, wait) => {
  expect(await waitOf(account)).toBe(wait);
});

const throwing = {
  parts: () => {
    throw new Error('poison');
  },
} as Partial<Channel>;

test.each([
  ['that nobody can read', { content: null, unreadable: true }, 'unreadable'],
  ['that its channel throws over', { content: { text: 'x' } }, 'unsendable'],
])('a row %s is over without a gate, and the next reply of its person goes', async (_which, given, code) => {
  const done: string[] = [];
  const use = {
    sendsHere: () => true,
    links: { widest },
    channelOf: () => throwing,
    log: (event: string) => void done.push(event),
    clock: { now: () => 0 },
    deliveries: {
      close: async (id: string, attempt: number, ...how: readonly string[]) =>
        void done.push(`${id} ${attempt} ${how.join(' ')}`),
      reply: async (_address: string, seq: number) =>
        seq === 1 ? { seq, state: 'failed' } : { id: 'next', account: 'a', class: 'reply', state: 'pending', due: 0 },
    },
    addresses: {
      replies: async () => ({ nextReply: 1, lastReply: 2 }),
      advance: async (_id: string, seq: number) => void done.push(`passes ${seq}`),
    },
    queue: { wake: async (job: { delivery: string }) => void done.push(`rings ${job.delivery}`) },
  };
  const row = { id: 'd', account: 'a', address: 'p', attempt: 2, class: 'reply', seq: 1, ...given };
  await createDeliver(use as unknown as Sending)(row as unknown as Delivery);
  expect(done).toEqual(['delivery set aside', `d 2 failed ${code}`, 'passes 1', 'rings next']);
});
