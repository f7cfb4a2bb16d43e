import { expect, test } from 'vitest';

import type { Delivery } from '../domain/ports/deliveries.ts';
import { createDeliver } from './deliver.ts';
import type { Sending } from './sending/sending.ts';

/** A delivery on an account: how long it is put back for. */
async function waitOf({ isHere, frozenForMs }: { isHere: boolean; frozenForMs: number }): Promise<number> {
  const waits: number[] = [];
  const use = {
    sendsHere: () => true,
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
  } as Delivery);
  return waits[0] ?? -1;
}

test.each([
  ['frozen: until that is over', { isHere: true, frozenForMs: 4321 }, 4321],
  ['just thawed by its record, its slots a moment later', { isHere: true, frozenForMs: 0 }, 1000],
  ['connected nowhere here', { isHere: false, frozenForMs: 0 }, 60_000],
])('a row whose account has no slot waits: %s', async (_name, account, wait) => {
  expect(await waitOf(account)).toBe(wait);
});
