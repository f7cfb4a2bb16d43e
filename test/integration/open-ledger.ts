import { afterEach } from 'vitest';

import type { Address, Addresses, Commit, GateAsk } from '../../src/domain/ports/addresses.ts';
import type { Deliveries, NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { createAddresses } from '../../src/store/mongo/addresses.ts';
import { connect } from '../../src/store/mongo/connect.ts';
import { createDatabase } from '../../src/store/mongo/database.ts';
import { createDeliveries } from '../../src/store/mongo/deliveries.ts';
import { createServerTime } from '../../src/store/mongo/server-time.ts';
import type { ServerTime } from '../../src/store/mongo/server-time.ts';
import { createSeal } from '../../src/store/seal.ts';
import { newDelivery } from '../contract/new-delivery.ts';

/** Addresses and deliveries as one process has them: over connections and with a clock of its own. */
export interface Ledger {
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly now: () => number;
}

export const A = 'sim.a';
export const WHO = { contact: 'c1', account: 'sim', chat: '62812' };
export const EMPTY: Commit = { session: null, wait: null, did: [], owed: [], lastReply: 0, heardAt: null };

export function push(delivery: string): GateAsk {
  const still = { seq: null, purpose: null, yieldsOn: null, perChatMs: 0, silentMs: 0 };
  return { ...still, delivery, class: 'announcement' };
}

/** Fails the test when somebody else has it. */
export async function take({ addresses }: Ledger, owner: string): Promise<Address> {
  const taken = await addresses.take(A, owner);
  if (typeof taken === 'string') throw new Error(taken);
  return taken;
}

/** `d0`, `d1`, and so on, due now. */
export function manyDeliveries(count: number, now: number, more: Partial<NewDelivery> = {}): NewDelivery[] {
  return Array.from({ length: count }, (_, index) => newDelivery(`d${index}`, now, more));
}

/** Opens ledgers for the tests of a file, and closes them after each test. `clock`: one that goes wrong. */
export function useLedgers(): (url: string, clock?: (right: ServerTime) => ServerTime) => Promise<Ledger> {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((connection) => connection.close()));
  });
  return async (url, clock = (right) => right) => {
    const { connection, host } = await connect(url);
    opened.push(connection);
    const database = createDatabase(connection, host);
    const time = clock(await createServerTime(database));
    const backing = { database, seal: createSeal('k'.repeat(32)), time };
    return { addresses: createAddresses(backing), deliveries: createDeliveries(backing), now: () => time.now() };
  };
}
