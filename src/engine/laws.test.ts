import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { sampleCatalogue, sampleFiles, sampleThemes } from '../../test/engine/sample-flows.ts';
import { loadFlows } from './loading/load-flows.ts';
import { readSentences } from './say.ts';
import type { Session } from './session.ts';
import { takeTurn } from './take-turn.ts';
import type { Supposed } from './transcript/read-transcript.ts';
import { suppose } from './transcript/suppose.ts';
import type { World } from './transcript/suppose.ts';
import { createTalk } from './transcript/talk.ts';
import type { Reply, Talk } from './transcript/talk.ts';
import type { Input, Out } from './turn.ts';

const locale = readFileSync(new URL('../../locales/id.yaml', import.meta.url), 'utf8');
const { sentences } = readSentences('id.yaml', locale);
const { flows, issues } = loadFlows(sampleFiles, sampleCatalogue, sentences);

/** 4 kB: what a stored session may weigh. */
const SESSION_BYTES = 4096;

/** Hundreds of whole conversations, on a machine that does other things too. */
const SLOW_MS = 60_000;

const SUPPOSED: Supposed = {
  kontak: { persetujuan: [], telepon: '+6281234560123' },
  petugas: 'tidak',
  tema_contoh: [...sampleThemes],
  hasil: { daftarkan_contoh: [{ penuh: {} }, { diterima: { nomor: 'PD-1' } }] },
};

/** Answers to each question of the sample, by its name; the first leads straight on. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  tema: ['2', 'fotografi', 'koding', 'robotika', 'konten kreator'],
  setuju: ['setuju'],
  lahir: ['17 agustus 1995', '17-08-2012'],
  nama: ['siti aminah', 'Budi'],
  telepon: ['ya', '0813 5555 0000'],
  email: ['lewati', 'siti@contoh.id'],
  pekerjaan: ['1', 'asn', 'nelayan'],
  instansi: ['Dinas Pertanian'],
  bersedia: ['ya', 'ya', 'tidak'],
  nama_wali: ['Pak Harun'],
  izin_wali: ['ya'],
  kabar: ['setuju', 'tidak'],
  '=': ['kirim', '1', 'ubah nama', '2'],
  pilih: ['1'],
  cerita: ['lampu jalan mati'],
  foto: ['lewati'],
};

const WORDS = ['batal', 'kembali', 'ulang', 'bantuan', 'menu', 'petugas', 'lewati', 'stop', 'mulai'];
const OTHERS = [
  'daftar',
  'status',
  'lapor',
  'halo',
  'assalamualaikum',
  'lanjut',
  'lagi',
  'kenapa?',
  '???',
  '',
  '🙏',
  '99',
];

function begin(): { readonly talk: Talk; readonly world: World } {
  const world = suppose(SUPPOSED, sampleCatalogue);
  return { talk: createTalk(flows, world), world };
}

function questionOf(session: Session | null): string {
  return session?.frames.at(-1)?.at ?? '';
}

function say(talk: Talk, text: string): Reply {
  return talk.take({ type: 'text', text });
}

/** The way through the sample that an answer number a question gives. */
function answer(talk: Talk, which: number): string {
  const known = ANSWERS[questionOf(talk.session())] ?? ['daftar'];
  const text = known[which % known.length] ?? '';
  say(talk, text);
  return text;
}

/** The session without what only tells when and how the open question was asked. */
function comparable(session: Session | null): unknown {
  if (session === null) return null;
  return { at: questionOf(session), paths: session.frames.map(({ flow, path }) => [flow, Object.entries(path)]) };
}

const text = fc.oneof(
  fc.constantFrom(...Object.values(ANSWERS).flat()),
  fc.constantFrom(...WORDS),
  fc.constantFrom(...OTHERS),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ minLength: 4000, maxLength: 5000 }),
);

const anyInput: fc.Arbitrary<Input | 'tap' | 'wait'> = fc.oneof(
  { weight: 8, arbitrary: text.map((one): Input => ({ type: 'text', text: one })) },
  { weight: 2, arbitrary: fc.constantFrom<'tap' | 'wait'>('tap', 'wait') },
  { weight: 1, arbitrary: fc.string({ maxLength: 48 }).map((choice): Input => ({ type: 'tap', choice })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Input>(
      { type: 'photo', ref: 'f1' },
      { type: 'document', ref: 'd1' },
      { type: 'location', lat: -2.7, lon: 106.4 },
      { type: 'contact', phone: '+6281234560123' },
      { type: 'start', flow: 'daftar', args: {} },
      { type: 'start', flow: 'rekap', args: {} },
      { type: 'start', flow: 'tidak_ada', args: { x: [null, 1] } },
      { type: 'result', id: 'lain', result: 'x', values: {} },
      { type: 'clock' },
    ),
  },
);

/** What is wrong with a message: a sentence that is missing, nothing in it, or buttons that cannot be told apart. */
function faultsOf({ text: said, choices = [] }: Out): readonly string[] {
  const ids = choices.map(({ id }) => id);
  return [
    ...(said.includes('percakapan.') ? ['a sentence is missing'] : []),
    ...(said.trim() === '' ? ['nothing is said'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two buttons of one id']),
    ...ids.filter((id) => Buffer.byteLength(id) > 48),
  ];
}

test('the sample flows have no fault', () => {
  expect(issues.filter(({ severity }) => severity === 'fault')).toEqual([]);
});

describe('whatever anybody sends, at whatever point', { timeout: SLOW_MS }, () => {
  test('nothing is thrown, something is said, and the session stays small and plain', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 14 }), fc.array(anyInput, { maxLength: 12 }), (prefix, inputs) => {
        const { talk, world } = begin();
        let last = say(talk, 'daftar');
        for (const which of prefix) answer(talk, which);
        for (const input of inputs) {
          if (input === 'wait') {
            world.now += 26 * 3_600_000;
            last = talk.take({ type: 'clock' });
            continue;
          }
          const choices = last.out.flatMap((out) => out.choices ?? []);
          const sent: Input = input === 'tap' ? { type: 'tap', choice: choices.at(0)?.id ?? 'x.0' } : input;
          last = talk.take(sent);
          const isSilent = last.out.length + last.deeds.length === 0;
          expect(isSilent && !['clock', 'result', 'start'].includes(sent.type)).toBe(false);
          expect(last.out.flatMap(faultsOf)).toEqual([]);
          expect(Buffer.byteLength(talk.stored() ?? '')).toBeLessThanOrEqual(SESSION_BYTES);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('the same session, input and facts give the same turn, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 12 }), text, (prefix, typed) => {
        const { talk, world } = begin();
        say(talk, 'daftar');
        for (const which of prefix) answer(talk, which);
        const before = talk.session();
        const facts = { ...world.facts(99), found: {} };
        const input = { type: 'text', text: typed } as const;
        const turn = takeTurn(flows, before, input, facts);
        expect(JSON.parse(JSON.stringify(turn))).toStrictEqual(turn);
        const once = JSON.stringify(turn);
        expect(JSON.stringify(talk.session())).toBe(JSON.stringify(before));
        expect(JSON.stringify(takeTurn(flows, before, input, facts))).toBe(once);
      }),
      { numRuns: 100 },
    );
  });
});

describe('KEMBALI', { timeout: SLOW_MS }, () => {
  test('however often, and then the same answer, is where one was', () => {
    const talks = fc.array(fc.nat(4), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(talks, fc.integer({ min: 1, max: 3 }), (picks, times) => {
        const { talk } = begin();
        say(talk, 'daftar');
        const given = new Map<string, string>();
        let lastAsked = '';
        for (const which of picks) {
          lastAsked = questionOf(talk.session());
          given.set(lastAsked, answer(talk, which));
        }
        const before = comparable(talk.session());
        if (before === null) return;
        // The first one out of a correction leads back to the summary.
        const steps = lastAsked === '=' ? 1 : times;
        for (let back = 0; back < steps; back += 1) say(talk, 'kembali');
        const same = given.get(questionOf(talk.session()));
        const hasMoved = JSON.stringify(comparable(talk.session())) !== JSON.stringify(before);
        if (hasMoved && same !== undefined) say(talk, same);
        expect(comparable(talk.session())).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a word of the service', { timeout: SLOW_MS }, () => {
  const keeping = WORDS.filter((word) => word !== 'batal' && word !== 'kembali' && word !== 'lewati');
  test.each(keeping)('%s loses no answer', (word) => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }), (picks) => {
        const { talk } = begin();
        say(talk, 'daftar');
        for (const which of picks) answer(talk, which);
        const before = talk.session();
        if (before === null) return;
        say(talk, word);
        if (word === 'menu') say(talk, 'batal');
        expect(comparable(talk.session())).toEqual(comparable(before));
      }),
      { numRuns: 60 },
    );
  });
});
