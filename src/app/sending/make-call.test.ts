import { expect, test } from 'vitest';

import type { Channel } from '../../domain/channel.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { makeCall } from './make-call.ts';
import type { Order } from './make-call.ts';
import type { Delivering } from './sending.ts';

const order: Order = {
  row: { class: 'reminder', account: 'a' } as Delivery,
  part: { text: 'Kelas besok pukul 09.00' },
  pass: { flight: 1, attempt: 1, chat: 'c', monotonic: 0, wall: 0 },
  slot: 0,
};

test.each([
  ['cannot be made just now waits', 'database_away', { type: 'wait', forMs: 1000, code: 'store' }],
  ['finds what does not open is over, and in no doubt', 'wrong_key', { type: 'skipped', code: 'unopened' }],
] as const)('a push whose look %s', async (_which, code, called) => {
  const use = {
    accounts: { read: async () => ({ frozenForMs: 0, halted: null }) },
    mayGo: () => Promise.reject(new StoreTrouble(code)),
  };
  expect(await makeCall(use as unknown as Delivering, {} as Channel, order)).toEqual(called);
});
