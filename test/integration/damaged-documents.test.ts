import { join } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, test } from 'vitest';

import { createHeldSources, createLookBeforeSend, createNewsSources } from '../../src/app/sending/look-before-send.ts';
import { countAside } from '../../src/app/watching/count-aside.ts';
import { createTellUnopened } from '../../src/app/watching/tell-unopened.ts';
import { demoTenant } from '../../src/domain/demo.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import { eventLengthMs } from '../../src/domain/event.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { agree, choice, openDesk, record, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

// Of many people's documents one is damaged: everybody else is served as before, and officers hear of it.

const key = 'k'.repeat(44);
const page = { after: '', limit: 200 };

/** Where an office is kept, and what becomes of the bytes of some of its documents while nobody is there. */
interface House {
  readonly open: () => Promise<Store>;
  readonly damage: (kind: string, ids: readonly string[], how: Damage) => Promise<void>;
}

/** Some bytes are lost, or all that made it bytes. */
type Damage = 'cut' | 'lost';

/** The office: as it was left, and after the damage. */
async function live<Left, Found>(
  { open, damage }: House,
  before: (desk: Desk) => Promise<{
    readonly left: Left;
    readonly kind: string;
    readonly ids: readonly string[];
    readonly how?: Damage;
  }>,
  after: (desk: Desk, left: Left) => Promise<Found>,
): Promise<Found> {
  const within = async <Result>(work: (desk: Desk) => Promise<Result>): Promise<Result> => {
    const desk = await openDesk(await open());
    try {
      return await work(desk);
    } finally {
      await desk.close();
    }
  };
  const { left, kind, ids, how = 'cut' } = await within(before);
  await damage(kind, ids, how);
  return within((desk) => after(desk, left));
}

/** An announcement that a second officer agreed to; its id. */
async function announce(desk: Desk, isi: string): Promise<string> {
  await desk.deed('petugas1', 'ajukan_pengumuman', { sasaran: choice('semua'), isi, kapan: choice('segera') });
  const [pengumuman = null] = await desk.rows('petugas2', 'pengumuman_menunggu');
  await desk.deed('petugas2', 'putuskan_pengumuman', { pengumuman, keputusan: choice('setuju') });
  await desk.sweep();
  await desk.sweep();
  return textIn(pengumuman, 'kode');
}

const names = async (desk: Desk, source: string, args = {}) =>
  (await desk.rows('petugas1', source, args)).map((row) => textIn(row, 'nomor'));

function describeDamage(newHouse: () => Promise<House>): void {
  const options = { timeout: 60_000 };

  test('an announcement that runs: what others send goes on, its own rows are over', options, async () => {
    await live(
      await newHouse(),
      async (desk: Desk) => {
        await agree(desk, 'w1', 'kabar');
        const lost = await announce(desk, 'Kelas dibuka.');
        return { left: { lost, kept: await announce(desk, 'Aula pindah.') }, kind: 'announcements', ids: [lost] };
      },
      async (desk, { lost, kept }) => {
        expect((await createNewsSources(desk.office)()).toSorted()).toEqual([lost, kept].toSorted());
        expect(await createHeldSources(desk.office)()).toEqual([]);
        const mayGo = createLookBeforeSend(desk.office);
        const rows = await desk.pushes('w1');
        const verdict = async (source: string) => {
          const row = rows.find((one) => one.source === source);
          return row === undefined ? null : mayGo(row).catch((error: unknown) => error);
        };
        expect(await verdict(kept)).toEqual({ type: 'go' });
        expect(await verdict(lost)).toMatchObject({ code: 'wrong_key' });
        expect(await names(desk, 'pengumuman_saya')).toEqual(['PG-0002']);
        desk.now += 60_000;
        // One that does not open is not looked at again at once.
        await expect(desk.sweep()).rejects.toMatchObject({ code: 'wrong_key' });
        await desk.sweep();
        expect(desk.store.unopened()).toEqual([`document.announcements.${lost}`]);
      },
    );
  });

  test.each(['cut', 'lost'] as const)(
    'a registration (%s): its class is listed and reminded of without it',
    options,
    async (how) => {
      await live(
        await newHouse(),
        async (desk: Desk) => {
          for (const who of ['w1', 'w2', 'w3']) await register(desk, who, 'kk-1');
          return { left: null, kind: 'registrations', ids: ['kk.w1'], how };
        },
        async (desk) => {
          expect(await names(desk, 'peserta_gelombang', { gelombang: record('kk-1') })).toEqual(['PD-0002', 'PD-0003']);
          await expect(desk.rows('w1', 'pendaftaran_saya')).rejects.toMatchObject({ code: 'wrong_key' });
          expect(await desk.rows('w2', 'pendaftaran_saya')).toHaveLength(1);
          const [meeting] = (await desk.office.batches.read('kk-1'))?.meetings ?? [];
          desk.now = (meeting?.startsAt ?? 0) - 3_600_000;
          await desk.sweep();
          expect((await desk.pushes('w2')).map(({ source }) => source)).not.toEqual([]);
        },
      );
    },
  );

  test('a contact: the others of their class are reminded', options, async () => {
    await live(
      await newHouse(),
      async (desk: Desk) => {
        for (const who of ['w1', 'w2']) await register(desk, who, 'kk-1');
        return { left: null, kind: 'contacts', ids: ['w1'] };
      },
      async (desk) => {
        const [meeting] = (await desk.office.batches.read('kk-1'))?.meetings ?? [];
        desk.now = (meeting?.startsAt ?? 0) - 3_600_000;
        await desk.sweep();
        const reminded = (await Promise.all(['w1', 'w2'].map((who) => desk.pushes(who)))).map(
          (rows) => rows.length > 0,
        );
        expect(reminded).toEqual([false, true]);
      },
    );
  });

  test.each(['registrations', 'handovers', 'set_aside', 'certificates', 'reports'])(
    'of the %s of a person: they are deleted with the rest, and their seat is given on',
    options,
    async (kind) => {
      await live(
        await newHouse(),
        async (desk: Desk) => {
          const { office, now } = desk;
          for (const who of ['a', 'b', 'c']) await register(desk, who, 'pd-1', { boleh_antre: true });
          await desk.deed('a', 'serahkan', { alasan: 'Bertanya', alur: 'menu' });
          const lamp = {
            kategori: record('lampu'),
            uraian: 'Lampu mati',
            tempat: record('x'),
            rahasia: choice('tidak'),
          };
          await desk.deed('a', 'buat_laporan', lamp);
          const parts = { session: 'AAAA' };
          await office.setAside.create('s1', { id: 's1', address: 'simulator.a', contact: 'a', at: now, parts });
          const own = { id: 'c1', tenant: demoTenant.id, number: 'SR-1', programme: 'pd', batch: 'pd-1', contact: 'a' };
          const paper = { ...own, title: 'T', name: 'N', finishedOn: '2026-11-01', officer: 'petugas1', by: 'x' };
          await office.certificates.create('c1', {
            ...paper,
            preparedAt: now,
            issuedAt: now,
            revokedAt: null,
            correction: null,
          });
          const ids = (await theirs(desk))[kind] ?? [];
          expect(ids).toHaveLength(1);
          return { left: null, kind, ids };
        },
        async (desk) => {
          expect((await desk.deed('a', 'hapus_data_saya')).result).toBe('dihapus');
          expect(Object.values(await theirs(desk)).flat()).toEqual([]);
          expect(await desk.office.contacts.read('a')).toBeNull();
          const batch = await desk.office.batches.read('pd-1');
          expect(batch?.entries.find(({ contact }) => contact === 'a')?.state).toBe('out');
          expect(batch?.entries.find(({ contact }) => contact === 'c')?.state).toBe('offer');
          expect(desk.store.unopened()).toEqual([]);
        },
      );
    },
  );

  test('more than are looked at in one round: the next one behind them has its turn', options, async () => {
    await live(
      await newHouse(),
      async (desk: Desk) => {
        const ids = Array.from({ length: 130 }, (_, index) => `acara${String(index).padStart(3, '0')}`);
        const startsAt = desk.now + 86_400_000;
        const place = { place: 'Aula', map: '', bring: '', zone: demoTenant.zone };
        const meeting = {
          id: 'm1',
          startsAt,
          endsAt: startsAt + eventLengthMs,
          ...place,
          sv: 1,
          state: 'planned',
        } as const;
        const rest = { tenant: demoTenant.id, title: 'Pameran', seats: null, guests: [], fired: [], owes: [] };
        const event = { ...rest, meeting: { ...meeting, reason: '', orders: [] } };
        for (const id of [...ids, 'lain']) await desk.office.events.create(id, { ...event, id });
        return { left: null, kind: 'events', ids };
      },
      async (desk) => {
        desk.now += 30 * 86_400_000;
        for (let round = 0; round < 2; round += 1) await desk.sweep().catch(() => undefined);
        expect(await desk.office.events.read('lain')).toBeNull();
        // They are tried again, for somebody may have brought what opens them.
        await desk.sweep();
        desk.now += 600_000;
        await expect(desk.sweep()).rejects.toMatchObject({ code: 'wrong_key' });
      },
    );
  });

  test(
    'is told to every officer once a day; what stands aside is counted, whether it opens or not',
    options,
    async () => {
      await live(
        await newHouse(),
        async ({ office, now }: Desk) => {
          for (const id of ['s1', 's2'])
            await office.setAside.create(id, { id, address: 'simulator.a', contact: 'a', at: now, parts: {} });
          return { left: null, kind: 'set_aside', ids: ['s1'] };
        },
        async (desk) => {
          const tell = createTellUnopened(desk.office, desk.store);
          await tell();
          expect(await desk.pushes('petugas1')).toEqual([]);
          expect(await countAside({ inbox: { countAside: async () => 3 }, setAside: desk.office.setAside })).toEqual({
            messages: 3,
            talks: 2,
          });
          await desk.office.setAside.lookThrough(page);
          for (let round = 0; round < 2; round += 1) await tell();
          const told = await Promise.all(['petugas1', 'petugas2'].map((who) => desk.pushes(who)));
          for (const [row, ...others] of told) {
            expect(row?.content?.text).toMatch(/^Ada 1 data yang tidak dapat dibuka.*gelombang doctor/u);
            expect(others).toEqual([]);
          }
          await desk.office.setAside.remove('s1');
          expect(desk.store.unopened()).toEqual([]);
        },
      );
    },
  );
}

/** The ids of what is somebody's own. */
async function theirs({ office }: Desk): Promise<Readonly<Record<string, readonly string[]>>> {
  const of = { registrations: office.registrations, handovers: office.handovers, set_aside: office.setAside };
  const own = { ...of, certificates: office.certificates, reports: office.reports };
  const found = Object.entries(own).map(async ([kind, documents]) => {
    const rows: readonly { readonly id: string }[] = await documents.find('contact', 'a', page);
    return [kind, rows.map(({ id }) => id)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

describe('a document that is damaged, on SQLite', () => {
  const newFolder = useFolders();
  describeDamage(async () => {
    const dataDir = newFolder();
    return {
      open: async () => openSqlite({ dataDir, key, clock: createSystemClock() }),
      damage: async (kind, ids, how) => {
        const database = new DatabaseSync(join(dataDir, 'gelombang.db'));
        const body = how === 'cut' ? 'substr(body, 1, length(body) - 5)' : 'zeroblob(0)';
        const update = database.prepare(`update document set body = ${body} where kind = ? and id = ?`);
        for (const id of ids) update.run(kind, id);
        database.close();
      },
    };
  });
});

describeOn('mongo')('a document that is damaged, on MongoDB', () => {
  const newDatabase = useMongo();
  describeDamage(async () => {
    const { url, db } = await newDatabase();
    return {
      open: () => openMongo({ url, key, kinds: documentKinds, log: () => {} }),
      damage: async (kind, ids, how) => {
        const body = how === 'cut' ? Buffer.alloc(60) : 'rusak';
        const rows = db.collection<{ _id: string; body: Buffer | string }>(`document.${kind}`);
        await rows.updateMany({ _id: { $in: [...ids] } }, { $set: { body } });
      },
    };
  });
});
