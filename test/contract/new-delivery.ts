import type { NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { DAY } from './bench.ts';

/** A row that is due now, for the tests to vary. */
export function newDelivery(id: string, now: number, more: Partial<NewDelivery> = {}): NewDelivery {
  return {
    id,
    account: 'sim',
    address: 'sim.a',
    class: 'announcement',
    seq: null,
    source: 'p1',
    content: { text: 'Besok kelas mulai pukul 09.00.' },
    start: null,
    due: now,
    until: now + DAY,
    pauseAt: null,
    zone: 'Asia/Jakarta',
    yields: false,
    purpose: null,
    depends: null,
    run: 0,
    ...more,
  };
}
