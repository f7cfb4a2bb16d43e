import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nextLookAt } from './batch-kind.ts';
import { entryOf } from './batch.ts';
import type { Batch } from './batch.ts';
import { confirm, held, lapseOffers, leave, position, setCapacity, take, waiting } from './seats.ts';

const hourMs = 3_600_000;
const start = Date.parse('2026-12-14T09:00:00+07:00');
const now = Date.parse('2026-12-01T10:00:00+07:00');

function emptyBatch(capacity: number): Batch {
  return {
    id: 'kk.1',
    tenant: 'daerah',
    programme: 'kk',
    number: 1,
    state: 'open',
    contactPerson: '',
    capacity,
    version: 0,
    serial: 0,
    entries: [],
    meetings: [
      {
        id: 'm1',
        sv: 1,
        startsAt: start,
        endsAt: start + 3 * hourMs,
        zone: 'Asia/Jakarta',
        place: 'Balai Desa',
        map: '',
        bring: '',
        state: 'planned',
        reason: '',
      },
    ],
    fired: ['pengingat_besok.m1.1', 'pengingat_2_jam.m1.1'],
    owes: [],
  };
}

function join(batch: Batch, contact: string, id = `${contact}.daftar`): Batch {
  const seen = entryOf(batch, contact)?.version ?? 0;
  return take(batch, { contact, id, seen, queue: true }).batch;
}

function filled(capacity: number, people: number): Batch {
  return Array.from({ length: people }, (_, index) => `w${index + 1}`).reduce(
    (batch, contact) => join(batch, contact),
    emptyBatch(capacity),
  );
}

const states = (batch: Batch): string => batch.entries.map(({ contact, state }) => `${contact}:${state}`).join(' ');

describe('taking a seat', () => {
  test('the first fifty of sixty sit, ten wait in the order of their registration', () => {
    const batch = filled(50, 60);
    expect(held(batch)).toBe(50);
    expect(waiting(batch).map(({ contact }) => contact)).toEqual(
      Array.from({ length: 10 }, (_, index) => `w${51 + index}`),
    );
    expect(position(batch, 'w60')).toBe(10);
  });

  test('the same deed again gives the same answer and changes nothing', () => {
    const batch = filled(1, 2);
    for (const contact of ['w1', 'w2']) {
      const again = take(batch, { contact, id: `${contact}.daftar`, seen: 0, queue: true });
      expect(again.batch).toBe(batch);
      expect(again.result.type).toBe(contact === 'w1' ? 'seat' : 'wait');
    }
  });

  test('another deed of somebody who is in is told so', () => {
    const batch = filled(2, 1);
    expect(take(batch, { contact: 'w1', id: 'lain', seen: 0, queue: true }).result.type).toBe('known');
  });

  test('a late repetition after the person withdrew seats nobody', () => {
    const left = leave(filled(2, 1), { contact: 'w1', n: 1, id: 'mundur' }, now).batch;
    expect(take(left, { contact: 'w1', id: 'w1.daftar', seen: 0, queue: true })).toEqual({
      batch: left,
      result: { type: 'left' },
    });
    expect(take(left, { contact: 'w1', id: 'beku', seen: 0, queue: true })).toEqual({
      batch: left,
      result: { type: 'changed' },
    });
  });

  test('without a yes to the queue a full batch stays as it is', () => {
    const batch = filled(1, 3);
    expect(take(batch, { contact: 'baru', id: 'd', seen: 0, queue: false })).toEqual({
      batch,
      result: { type: 'no_seat', waiting: 2 },
    });
  });

  test('the queue ends at four rounds of seats', () => {
    const batch = filled(1, 5);
    expect(waiting(batch)).toHaveLength(4);
    expect(take(batch, { contact: 'baru', id: 'd', seen: 0, queue: true }).result.type).toBe('queue_full');
  });
});

describe('leaving and moving up', () => {
  test('a seat that is given up is offered to the first in the queue, and a notice is owed', () => {
    const { batch, result } = leave(filled(1, 3), { contact: 'w1', n: 1, id: 'mundur' }, now);
    expect(result).toBe('left');
    expect(states(batch)).toBe('w1:out w2:offer w3:wait');
    expect(batch.owes).toEqual([{ id: 'offered.2', type: 'offered', contact: 'w2', n: 2, until: now + 24 * hourMs }]);
    expect(nextLookAt(batch)).toBe(0);
  });

  test('leaving twice is leaving once; another registration is not touched', () => {
    const left = leave(filled(2, 1), { contact: 'w1', n: 1, id: 'mundur' }, now).batch;
    expect(leave(left, { contact: 'w1', n: 1, id: 'mundur' }, now)).toEqual({ batch: left, result: 'left' });
    const back = join(left, 'w1', 'kembali');
    expect(leave(back, { contact: 'w1', n: 1, id: 'terlambat' }, now)).toEqual({ batch: back, result: 'not_in' });
  });

  test('less than three days before class an offer lasts twelve hours, and never beyond the class', () => {
    const full = filled(1, 2);
    const offer = (at: number): number | null | undefined =>
      entryOf(leave(full, { contact: 'w1', n: 1, id: 'x' }, at).batch, 'w2')?.until;
    expect(offer(start - 48 * hourMs)).toBe(start - 36 * hourMs);
    expect(offer(start - 5 * hourMs)).toBe(start);
    expect(offer(start)).toBeNull();
  });

  test('a yes in time keeps the seat; a yes at the end of the offer is too late, and the next one moves up', () => {
    const offered = leave(filled(1, 3), { contact: 'w1', n: 1, id: 'x' }, now).batch;
    const until = now + 24 * hourMs;
    const yes = confirm(offered, { contact: 'w2', n: 2 }, until - 1);
    expect(yes.result).toBe('seated');
    expect(confirm(yes.batch, { contact: 'w2', n: 2 }, until).result).toBe('seated');
    expect(confirm(offered, { contact: 'w2', n: 2 }, until).result).toBe('late');
    expect(nextLookAt({ ...offered, owes: [] })).toBe(Date.parse('2026-12-01T18:00:00+07:00'));
    expect(nextLookAt({ ...offered, owes: [], fired: ['pengingat_tawaran.2'] })).toBe(until);
    expect(lapseOffers(offered, until - 1)).toBe(offered);
    const lapsed = lapseOffers(offered, until);
    expect(states(lapsed)).toBe('w1:out w2:out w3:offer');
    expect(lapsed.owes.map(({ id }) => id)).toEqual(['offered.2', 'lapsed.2', 'offered.3']);
    expect(confirm(lapsed, { contact: 'w2', n: 2 }, until).result).toBe('late');
  });

  test('more seats move people up at once; fewer put nobody out and grant nothing until there is room', () => {
    expect(states(setCapacity(filled(1, 3), 2, now))).toBe('w1:seat w2:offer w3:wait');
    const fewer = setCapacity(filled(3, 3), 1, now);
    expect(held(fewer)).toBe(3);
    const joined = join(leave(fewer, { contact: 'w1', n: 1, id: 'x' }, now).batch, 'w4');
    expect(states(joined)).toBe('w1:out w2:seat w3:seat w4:wait');
  });
});

describe('two hundred random changes', () => {
  type Change =
    | { type: 'take' | 'leave' | 'confirm'; who: number; queue: boolean }
    | { type: 'capacity'; seats: number }
    | { type: 'hours'; pass: number };
  const who = fc.integer({ min: 1, max: 25 });
  const change: fc.Arbitrary<Change> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ type: fc.constantFrom('take' as const), who, queue: fc.boolean() }) },
    {
      weight: 4,
      arbitrary: fc.record({ type: fc.constantFrom('leave' as const, 'confirm' as const), who, queue: fc.boolean() }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ type: fc.constant('capacity' as const), seats: fc.integer({ min: 0, max: 12 }) }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('hours' as const), pass: fc.integer({ min: 1, max: 2 }) }) },
  );

  function apply(batch: Batch, one: Change, step: number, at: number): Batch {
    if (one.type === 'capacity') return setCapacity(batch, one.seats, at);
    if (one.type === 'hours') return lapseOffers(batch, at);
    const contact = `w${one.who}`;
    const entry = entryOf(batch, contact);
    const n = entry?.n ?? 0;
    if (one.type === 'leave') return leave(batch, { contact, n, id: `out.${step}` }, at).batch;
    if (one.type === 'confirm') return confirm(batch, { contact, n }, at).batch;
    return take(batch, { contact, id: `in.${step}`, seen: entry?.version ?? 0, queue: one.queue }).batch;
  }

  test('never oversell, never leave a seat free while somebody waits, and move up in order', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 200, maxLength: 200 }), (changes) => {
        let batch = emptyBatch(5);
        let at = now;
        for (const [step, one] of changes.entries()) {
          if (one.type === 'hours') at += one.pass * hourMs;
          const before = batch;
          batch = apply(batch, one, step, at);
          const grants = held(batch) > held(before);
          const queue = waiting(batch);
          const promoted = batch.entries.filter(
            ({ contact, state }) => state === 'offer' && entryOf(before, contact)?.state === 'wait',
          );
          expect({
            oversold: grants && held(batch) > batch.capacity,
            free: queue.length > 0 && held(batch) < batch.capacity,
            overtaken: promoted.some(({ n }) => queue.some((other) => other.n < n)),
          }).toEqual({ oversold: false, free: false, overtaken: false });
          expect(new Set(batch.entries.map(({ contact }) => contact)).size).toBe(batch.entries.length);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
