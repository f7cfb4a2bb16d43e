import { expect, test } from 'vitest';

import type { Address } from '../domain/ports/addresses.ts';
import type { Session } from '../engine/session.ts';
import { createRemindDraft } from './remind-draft.ts';

const heardAt = Date.parse('2026-12-01T15:00+07:00');
const hourMs = 3_600_000;
const session: Session = { version: 1, frames: [], wait: { type: 'none' }, heardAt, until: heardAt + 168 * hourMs };
const address: Address = {
  id: 'simulator.w',
  contact: 'w',
  account: 'simulator',
  chat: 'w',
  owner: null,
  ownedAt: 0,
  fence: 1,
  bell: 0,
  crashes: 0,
  turn: 4,
  session,
  wait: null,
  did: [],
  owed: [],
  lastReply: 4,
  nextReply: 5,
  heardAt,
  next: null,
  flight: null,
  refusal: { stopped: false, muted: [] },
  dead: false,
  pushDay: null,
};

const remind = createRemindDraft({
  say: (key) => key,
  zone: 'Asia/Jakarta',
  titleOf: () => 'Pendaftaran pelatihan',
});

test('a draft is reminded of after a day and after three, and looked at again at the right time', () => {
  expect(remind(address, heardAt)).toEqual({ owed: [], next: heardAt + 24 * hourMs });
  const day = remind(address, heardAt + 24 * hourMs);
  expect(day.owed.map(({ id }) => id)).toEqual([`draf_tertinggal.simulator.w.${heardAt}`]);
  expect(day.owed[0]).toMatchObject({
    purpose: 'pengingat',
    yields: true,
    depends: { fields: { type: 'draft', heardAt } },
  });
  expect(day.next).toBe(heardAt + 72 * hourMs);
  expect(remind(address, heardAt + 72 * hourMs)).toMatchObject({ owed: [{ source: 'draf_akan_hilang' }], next: null });
});

test('what would come half a day late is left out', () => {
  expect(remind(address, heardAt + 37 * hourMs).owed).toEqual([]);
});

test('nothing is said when nothing is open', () => {
  expect(remind({ ...address, session: null }, heardAt + 24 * hourMs)).toEqual({ owed: [], next: null });
});
