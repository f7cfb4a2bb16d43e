import { expect, test } from 'vitest';

import { feedbackId } from '../../src/app/operations/give-feedback.ts';
import { createHeldSources, createLookBeforeSend, createNewsSources } from '../../src/app/sending/look-before-send.ts';
import { createRation } from '../../src/app/sending/ration.ts';
import { countAside } from '../../src/app/watching/count-aside.ts';
import { createHealth } from '../../src/app/watching/health.ts';
import { createTellUnopened } from '../../src/app/watching/tell-unopened.ts';
import { capLedgerKind } from '../../src/domain/caps.ts';
import { demoTenant } from '../../src/domain/demo.ts';
import { eventLengthMs } from '../../src/domain/event.ts';
import { counterKind, pulseId } from '../../src/domain/numbering.ts';
import { describeHouses, live } from './damaged-house.ts';
import { agree, choice, record, register, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';

// Of many people's documents one is damaged: everybody else is served as before, and officers hear of it.

const page = { after: '', limit: 200 };

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

/** What `/health` says of a write. */
const writes = async ({ store, office }: Desk) => {
  const idle = { channels: [], ticker: null, sendingSilentMs: async () => 0, servesTenant: async () => true };
  const queue = { stuckMs: () => 0, trouble: () => null };
  const { parts } = await createHealth({ ...office, ...idle, store, queue, clock: { after: () => () => {} } })();
  return parts['store'];
};

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

describeHouses('a document that is damaged', (newHouse) => {
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
    'a registration (%s): its class is listed without it, and everybody with a seat is reminded',
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
          const mayGo = createLookBeforeSend(desk.office);
          const verdicts = async (who: string) => Promise.all((await desk.pushes(who)).map(mayGo));
          expect(await verdicts('w2')).toContainEqual({ type: 'go' });
          expect(await verdicts('w1')).toEqual(await verdicts('w2'));
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

  test('a registration and its batch: what the person said of it is deleted', options, async () => {
    const house = await newHouse();
    const said = { batch: 'kk-1', by: 'x', day: '2026-11-01', mark: 5, useful: 'Gurunya sabar', better: null };
    await live(
      {
        ...house,
        damage: async (kind, ids, how) => {
          await house.damage(kind, ids, how);
          await house.damage('batches', ['kk-1'], how);
        },
      },
      async (desk: Desk) => {
        await register(desk, 'a', 'kk-1');
        await desk.office.feedback.create(feedbackId(desk.office, 'kk-1', 'a'), said);
        return { left: null, kind: 'registrations', ids: ['kk.a'] };
      },
      async (desk) => {
        expect((await desk.deed('a', 'hapus_data_saya')).result).toBe('dihapus');
        expect(await desk.office.feedback.find('batch', 'kk-1', page)).toEqual([]);
      },
    );
  });

  test('the caps of an account: it begins anew, as one that never pushed', options, async () => {
    const rules = {
      counted: 'pushes',
      stages: [{ fromDay: 0, caps: [{ of: 'everyone', forMs: 3_600_000, most: 1 }] }],
    } as const;
    const take = ({ office: { capLedgers: ledgers, clock } }: Desk) =>
      createRation({ ledgers, clock, chance: () => 0 }).take('sim', rules, { stranger: false, class: 'announcement' });
    await live(
      await newHouse(),
      async (desk) => {
        expect(await take(desk)).toBeNull();
        return { left: null, kind: capLedgerKind.name, ids: ['sim'] };
      },
      async (desk) => {
        expect(await take(desk)).toBeNull();
        expect(await take(desk)).toBeGreaterThan(0);
      },
    );
  });

  test('what the health check writes: it is written anew, and the service lives', options, async () => {
    await live(
      await newHouse(),
      async (desk) => {
        expect(await writes(desk)).toEqual({ ok: true });
        return { left: null, kind: counterKind.name, ids: [pulseId] };
      },
      async (desk) => {
        expect(await writes(desk)).toEqual({ ok: true });
        expect(await desk.office.counters.read(pulseId)).toBeNull();
        expect(await writes(desk)).toEqual({ ok: true });
        expect(await desk.office.counters.read(pulseId)).toEqual({ last: 1 });
      },
    );
  });

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
});
