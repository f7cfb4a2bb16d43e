import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sentences } from '../../test/engine/meet-person.ts';
import { sampleCatalogue, sampleFiles, sampleThemes } from '../../test/engine/sample-flows.ts';
import { ANSWER_KINDS } from './answers/table.ts';
import { loadFlows } from './loading/load-flows.ts';
import type { Session } from './session.ts';
import { suppose } from './transcript/suppose.ts';
import type { World } from './transcript/suppose.ts';
import { createTalk } from './transcript/talk.ts';
import type { Talk } from './transcript/talk.ts';
import type { Input } from './turn.ts';
import { listOf } from './value.ts';
import { dueAt, isMemo, nextLook } from './waiting/next-look.ts';

/** A flow that waits, reminds, and asks by itself, beside those of the sample. */
const waits = `
alur: menunggu
judul: Menunggu keputusan
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [tunggu], peristiwa: keadaan_contoh }
langkah:
  - tanya: perihal
    teks: Tentang apa?
    panjang: 2-50
    batas_waktu: 2 hari
    pengingat: [3 jam sesudah ditanya, 2 jam sebelum batas_waktu]
    jika_lewat_waktu: selesai
  - ingatkan: 5 jam
    teks: Ingat {{ perihal }}.
  - tunggu: keputusan_contoh
    paling_lama: 3 hari
    sambil_menunggu: Masih menunggu tentang {{ perihal }}.
    hasil:
      disetujui:
        - tanya: puas
          teks: Disetujui. Sudah cukup?
          jenis: ya_tidak
      ditolak: { kirim: Ditolak. }
      terlambat: { kirim: Terlambat. }
  - tunggu: 2 jam
  - kirim: Selesai tentang {{ perihal }}.
`;

const files = [...sampleFiles, { name: 'menunggu', text: waits }];
const { flows, issues } = loadFlows(files, sampleCatalogue, sentences);

/** Flows that may ask for personal data without consent, by their legal basis. */
const lawful = new Set(files.filter(({ text }) => /^dasar: (?!persetujuan)/mu.test(text)).map(({ name }) => name));
const personal = new Set(ANSWER_KINDS.filter((kind) => kind.personal).map(({ jenis }) => jenis));

const SLOW_MS = 60_000;
const MINUTE_MS = 60_000;

const WORDS = [
  'daftar',
  'tunggu',
  'menu',
  'status',
  'lapor',
  'kembali',
  'ulang',
  'lewati',
  'bantuan',
  'batal',
  'mulai',
];
const ANSWERS = ['1', '2', 'ya', 'tidak', 'setuju', '17-08-1995', 'siti aminah', '0813 5555 0000', 'kirim', 'lanjut'];

type Act = Input | { readonly type: 'pass'; readonly minutes: number } | { readonly type: 'ask for something' };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS, ...ANSWERS).map((text): Act => ({ type: 'text', text })) },
  { weight: 2, arbitrary: fc.nat({ max: 3000 }).map((minutes): Act => ({ type: 'pass', minutes })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('disetujui', 'ditolak')
      .map((result): Act => ({ type: 'event', name: 'keputusan_contoh', about: null, result, values: {} })),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ type: 'ask for something' }) },
  { weight: 1, arbitrary: fc.constantFrom<Act>({ type: 'start', flow: 'menunggu', args: {} }, { type: 'clock' }) },
);
const acts = fc.array(act, { maxLength: 25 });

function begin(): { readonly talk: Talk; readonly world: World } {
  const world = suppose(
    {
      kontak: { persetujuan: [] },
      tema_contoh: [...sampleThemes],
      hasil: { daftarkan_contoh: { diterima: { nomor: 'PD-1' } } },
    },
    sampleCatalogue,
  );
  return { talk: createTalk(flows, world), world };
}

/** Everything that is due at this moment happens; false when it never ends. */
function lookWhileDue({ talk, world }: ReturnType<typeof begin>): boolean {
  for (let looks = 0; looks < 60; looks += 1) {
    const session = talk.session();
    const due = session === null ? null : nextLook(session);
    if (due === null || due > world.now) return true;
    talk.take({ type: 'clock' });
  }
  return false;
}

function carryOut(person: ReturnType<typeof begin>, one: Act): void {
  if (one.type === 'pass') person.world.now += one.minutes * MINUTE_MS;
  else if (one.type !== 'ask for something') person.talk.take(one);
  else for (const text of ['tunggu', 'jalan rusak']) person.talk.take({ type: 'text', text });
}

/** True when something personal is asked of somebody who has not agreed, by a flow that needs it. */
function asksUnlawfully({ talk, world }: ReturnType<typeof begin>): boolean {
  const frame = talk.session()?.frames.at(-1);
  const flow = flows.versions.get(frame?.flow ?? '');
  const type = flow?.byKey.get(frame?.at ?? '')?.does.question?.type;
  if (type === undefined || !personal.has(type) || lawful.has(flow?.name ?? '')) return false;
  return !listOf(world.facts(0).contact['persetujuan'] ?? null).includes('pelatihan');
}

/** What waits and cannot go on yet. */
function stillWaiting(session: Session | null, now: number): readonly string[] {
  const parked = (session?.parked ?? []).filter((one) => dueAt(one) > now && !isMemo(one));
  return parked.map((one) => JSON.stringify(one));
}

describe('whatever flows are open, aside or waiting', () => {
  test('the flows of these tests have no fault', () => {
    expect(issues.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  test(
    'STOP stops, and is answered',
    () => {
      fc.assert(
        fc.property(acts, fc.constantFrom('stop', 'STOP', ' Stop! '), (before, stop) => {
          const person = begin();
          for (const one of before) carryOut(person, one);
          const reply = person.talk.take({ type: 'text', text: stop });
          expect(reply.deeds.map(({ name }) => name)).toEqual(['henti']);
          expect(reply.out.map(({ text }) => text).join(' ')).toContain('tidak akan mengirim pesan lagi');
          expect(person.world.facts(0).contact['berhenti']).toBe(true);
        }),
        { numRuns: 120 },
      );
    },
    SLOW_MS,
  );

  test(
    'a cry for help is answered before anything else',
    () => {
      fc.assert(
        fc.property(acts, fc.constantFrom('tolong rumah saya kebakaran', 'tolong ada kecelakaan'), (before, cry) => {
          const person = begin();
          for (const one of before) carryOut(person, one);
          const [first] = person.talk.take({ type: 'text', text: cry }).out;
          expect(first?.text).toMatch(/^Kalau ini keadaan darurat, segera telepon 112/u);
        }),
        { numRuns: 120 },
      );
    },
    SLOW_MS,
  );

  test(
    'nothing personal is asked before consent, where the basis is consent',
    () => {
      fc.assert(
        fc.property(acts, (all) => {
          const person = begin();
          for (const one of all) {
            carryOut(person, one);
            expect(asksUnlawfully(person)).toBe(false);
          }
        }),
        { numRuns: 120 },
      );
    },
    SLOW_MS,
  );

  test(
    'nothing that waits is lost, and nobody has to look for ever',
    () => {
      fc.assert(
        fc.property(acts, (all) => {
          const person = begin();
          for (const one of all) {
            const before = stillWaiting(person.talk.session(), person.world.now);
            carryOut(person, one);
            const lets = one.type === 'event' || (one.type === 'text' && one.text === 'batal');
            const now = person.talk.session()?.parked?.map((left) => JSON.stringify(left)) ?? [];
            expect(now).toEqual(expect.arrayContaining(lets ? [] : [...before]));
            expect(lookWhileDue(person)).toBe(true);
          }
          expect(Buffer.byteLength(person.talk.stored() ?? '')).toBeLessThan(8192);
        }),
        { numRuns: 200 },
      );
    },
    SLOW_MS,
  );

  test(
    'what waits comes to its end by itself',
    () => {
      fc.assert(
        fc.property(acts, (all) => {
          const person = begin();
          for (const one of all) carryOut(person, one);
          for (let looks = 0; looks < 200; looks += 1) {
            const session = person.talk.session();
            const due = session === null ? null : nextLook(session);
            if (due === null) break;
            person.world.now = Math.max(person.world.now, due);
            person.talk.take({ type: 'clock' });
          }
          expect(person.talk.stored()).toBeNull();
        }),
        { numRuns: 120 },
      );
    },
    SLOW_MS,
  );
});
