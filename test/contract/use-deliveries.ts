import { afterEach, beforeEach, expect } from 'vitest';

import type { Deliveries, Delivery, MarkAsk, NewDelivery, Settlement } from '../../src/domain/ports/deliveries.ts';
import { MINUTE, SECOND } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';
import { newDelivery } from './new-delivery.ts';

export type OpenDeliveries = OpenBench<{ readonly deliveries: Deliveries }>;

/** The mark of a row that nobody marked before. */
export const FIRST: MarkAsk = { attempt: 0, generation: 0, flight: 1, marginMs: MINUTE };
export const CLAIM = { limit: 10, leaseMs: 30 * SECOND, except: [] };

/** A fresh store for every test of a suite, and what the suites of deliveries do all the time. */
export interface DeliveryBench extends Pick<Bench, 'now' | 'pass'> {
  readonly deliveries: Deliveries;
  add(id: string, more?: Partial<NewDelivery>): Promise<void>;
  /** Fails the test when the row is absent. */
  read(id?: string): Promise<Delivery>;
  /** Marks a row and gives the attempt; fails the test when it cannot be marked. */
  mark(id?: string, more?: Partial<MarkAsk>): Promise<number>;
  /** Adds a row, marks it and settles it. */
  settled(id: string, outcome: Settlement, more?: Partial<NewDelivery>): Promise<void>;
}

export function useDeliveries(open: OpenDeliveries): DeliveryBench {
  let bench: Bench & { readonly deliveries: Deliveries };
  beforeEach(async () => void (bench = await open()));
  afterEach(() => bench.close());

  const add: DeliveryBench['add'] = (id, more) => bench.deliveries.add([newDelivery(id, bench.now(), more)]);
  const mark: DeliveryBench['mark'] = async (id = 'd1', more = {}) => {
    const marked = await bench.deliveries.mark(id, { ...FIRST, ...more });
    if (marked.type !== 'marked') throw new Error(marked.type);
    return marked.attempt;
  };
  return {
    get deliveries() {
      return bench.deliveries;
    },
    now: () => bench.now(),
    pass: (ms) => bench.pass(ms),
    add,
    read: async (id = 'd1') => {
      const row = await bench.deliveries.read(id);
      if (row === null) throw new Error(`${id} is absent`);
      return row;
    },
    mark,
    settled: async (id, outcome, more) => {
      await add(id, more);
      expect(await bench.deliveries.settle(id, await mark(id), outcome)).toBe(true);
    },
  };
}
