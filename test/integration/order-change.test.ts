import { describe, expect, test } from 'vitest';

import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import { openBatch } from '../../src/domain/batch.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import { openEvent } from '../../src/domain/event.ts';
import { planMeeting } from '../../src/domain/meeting.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { createMortal } from './mortal-store.ts';
import { agree, choice, date, openDesk, record, time } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const planned = '2026-12-04';
const startsAt = Date.parse(`${planned}T09:00+07:00`);
const place = { zone: 'Asia/Jakarta', place: 'Aula', map: '', bring: '' } as const;
const meeting = planMeeting({ id: 'm1', startsAt, endsAt: startsAt + 3_600_000, ...place });

/** What officers move: how one comes to be, in which `w` takes part, how it is ordered, and where its meeting stands. */
const kinds = {
  class: {
    deed: 'ubah_pertemuan',
    args: (id: string) => ({ pertemuan: record(`${id}/m1`) }),
    on: (id: string) => `${id}.m1`,
    make: async ({ office }: Desk, id: string) => {
      const plan = { id, tenant: office.tenant.id, programme: 'kk', number: 7, contactPerson: '', capacity: 50 };
      const seat = { contact: 'w', state: 'seat', n: 1, version: 1, by: 'd', outBy: null, until: null } as const;
      await office.batches.create(id, { ...openBatch({ ...plan, meetings: [meeting] }), entries: [seat] });
    },
    read: async ({ office }: Desk, id: string): Promise<Meeting | undefined> =>
      (await office.batches.read(id))?.meetings[0],
  },
  event: {
    deed: 'ubah_acara',
    args: (id: string) => ({ acara: record(id) }),
    on: (id: string) => id,
    make: async ({ office }: Desk, id: string) => {
      const event = openEvent({ id, tenant: office.tenant.id, title: 'Ngobrol', meeting, seats: null });
      await office.events.create(id, { ...event, guests: [{ contact: 'w', people: 1, answers: [] }] });
    },
    read: async ({ office }: Desk, id: string): Promise<Meeting | undefined> => (await office.events.read(id))?.meeting,
  },
};

/** What two officers order, and what is then said. */
const orders = {
  a: { by: 'petugas1', day: '2026-12-08', says: 'Menjadi: Selasa, 8 Desember 2026' },
  b: { by: 'petugas2', day: '2026-12-09', says: 'Menjadi: Rabu, 9 Desember 2026' },
};

type Order = keyof typeof orders;

/** A desk, and things to move on it. */
async function open(where: string | Store) {
  const mortal = createMortal();
  const desk = await openDesk(where, mortal.watch);
  await agree(desk, 'w', 'pelatihan');
  const look = createLookBeforeSend(desk.office);
  let made = 0;
  const make = async (kind: keyof typeof kinds) => {
    made += 1;
    const id = `${kind}${made}`;
    const { deed, args, on, read, make: create } = kinds[kind];
    await create(desk, id);
    const order = (name: Order) => {
      const { by, day } = orders[name];
      const change = { perubahan: choice('waktu'), tanggal: date(day), jam: time('09:00') };
      return desk.deed(by, deed, { ...args(id), ...change }, `${name}.${id}`);
    };
    return {
      order,
      /** Whether the process dies over it, at its call `at`. */
      dies: (at: number, name: Order) => mortal.dies(at, () => order(name)),
      day: async () => new Date((await read(desk, id))?.startsAt ?? 0).toISOString().slice(0, 10),
      /** The notices that still leave. */
      told: async () => {
        const rows = (await desk.pushes('w')).filter(({ depends }) => depends?.on === on(id));
        const verdicts = await Promise.all(rows.map(async (row) => ({ row, verdict: await look(row) })));
        return verdicts.flatMap(({ row, verdict }) => (verdict.type === 'go' ? [row.content?.text] : []));
      },
    };
  };
  return { desk, make };
}

/**
 * The first dies at each of its calls, the second perhaps too; then these come again: which
 * deaths leave another day than the last one decided, tell another, or answer an officer otherwise.
 */
async function findFaults(where: string | Store, kind: keyof typeof kinds, both: boolean, again: readonly Order[]) {
  const { desk, make } = await open(where);
  const faults: unknown[] = [];
  for (let at = 0, died = true; died; at += 1) {
    const one = await make(kind);
    const decided: Order[] = [];
    const note = async (name: Order): Promise<void> => {
      if ((await one.day()) === orders[name].day && !decided.includes(name)) decided.push(name);
    };
    died = await one.dies(at, 'a');
    await note('a');
    await one.dies(both ? at : Infinity, 'b');
    await note('b');
    const results = new Set<string>();
    for (const name of again) {
      results.add((await one.order(name)).result);
      await note(name);
    }
    const { day, says } = orders[decided.at(-1) ?? 'a'];
    const [told, ...more] = await one.told();
    const isTrue = (await one.day()) === day && told?.includes(says) === true && more.length === 0;
    if (!isTrue || [...results].join() !== 'diubah')
      faults.push({ at, decided, results, day: await one.day(), told, more });
  }
  await desk.close();
  return faults;
}

const folder = useFolders();

describe.each(['class', 'event'] as const)('of two orders to move one %s', (kind) => {
  test.each<[string, boolean, readonly Order[]]>([
    ['the first died, and comes again after the second', false, ['a']],
    ['both died, and come again', true, ['a', 'b']],
    ['both died, and come again the other way round', true, ['b', 'a']],
  ])('%s: what was decided last holds and is told', async (_what, both, again) => {
    expect(await findFaults(folder(), kind, both, again)).toEqual([]);
  });
});

describeOn('mongo')('on MongoDB', () => {
  const newDatabase = useMongo();
  test.each(['class', 'event'] as const)('orders to move one %s are the same', { timeout: 60_000 }, async (kind) => {
    const { url } = await newDatabase();
    const store = await openMongo({ url, key: 'k'.repeat(44), kinds: documentKinds, log: () => {} });
    expect(await findFaults(store, kind, false, ['a'])).toEqual([]);
  });
});
