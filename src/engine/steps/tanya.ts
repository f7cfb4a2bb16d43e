import { z } from 'zod';

import type { AnswerKind, About, Reader } from '../answers/answer-kind.ts';
import { ANSWER_KINDS } from '../answers/table.ts';
import { askedElsewhere } from '../asking/ask-elsewhere.ts';
import { askQuestion, backToRows, repeatAnew } from '../asking/ask-question.ts';
import {
  answerOutside,
  isSureAnswer,
  lapseQuestion,
  prefillQuestion,
  resumeQuestion,
  showsAnswer,
} from '../asking/open-question.ts';
import type { QuestionSpec } from '../asking/question.ts';
import type { Expression, Template } from '../expression/compile.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Behaviour, Question } from '../flow.ts';
import { NEXT } from '../flow.ts';
import { ATTEMPTS } from '../hearing/hand-over.ts';
import { hearAnswer } from '../hearing/hear-answer.ts';
import { countMiss, helpFor, missAnswer, skipQuestion } from '../hearing/miss-answer.ts';
import { branch, branches, count, onlyIf, text, texts, yes } from '../loading/block.ts';
import { answersIn, reportMisfits } from '../loading/build.ts';
import type { Branch, Build, Here, StepKind } from '../loading/build.ts';
import { isRawMap } from '../loading/raw-data.ts';
import { isClosed } from '../moving/closed-part.ts';
import { buildReminder } from '../waiting/set-reminder.ts';
import { top } from '../walk.ts';

/** The keys that every question may have; each `jenis` adds its own. */
const common = {
  tanya: text,
  teks: text,
  jenis: text.optional(),
  sebutan: text.optional(),
  bantuan: text.optional(),
  gambar: text.optional(),
  pribadi: z.enum(['ya', 'tidak', 'rahasia']).optional(),
  wajib: yes.optional(),
  kesempatan: count.optional(),
  jika_habis: branch.optional(),
  jika_salah: text.optional(),
  tolak: z.array(z.strictObject({ jika: text, teks: text })).optional(),
  isi_dari: text.optional(),
  tawarkan: text.optional(),
  lalu: branches.optional(),
  batas_waktu: text.optional(),
  jika_lewat_waktu: branch.optional(),
  jika_kosong: branch.optional(),
  jika_di_luar: branch.optional(),
  pengingat: texts.optional(),
  ...onlyIf,
};

const looseQuestion = z.object(common);
type QuestionBlock = z.infer<typeof looseQuestion>;

/** All keys of a question of one `jenis`; nothing else may stand in its block. */
function questionSchema(kind: AnswerKind): z.ZodObject {
  const { jika_kosong: _empty, jika_di_luar: _outside, ...keys } = common;
  return z.strictObject({ ...keys, ...kind.keys });
}

const SCHEMAS: ReadonlyMap<AnswerKind, z.ZodObject> = new Map(ANSWER_KINDS.map((kind) => [kind, questionSchema(kind)]));

/** What a block may hold is read by `looseQuestion` and by its kind, each its own keys: here is only what they are called. */
const KEYS: ReadonlyMap<AnswerKind, ReadonlySet<string>> = new Map(
  [...SCHEMAS].map(([kind, { shape }]) => [kind, new Set(Object.keys(shape))]),
);

export const tanya: StepKind = {
  word: 'tanya',
  schema: z.union([...SCHEMAS.values()]),
  key: ({ tanya: name }) => (typeof name === 'string' ? name : '-'),
  build: buildQuestion,
  example: `
alur: contoh
judul: Contoh pertanyaan
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: jumlah
    teks: Berapa orang yang ikut?
    jenis: angka
    jika_salah: Maaf, belum terbaca. Tulis angkanya saja, misalnya 3.
    kesempatan: 2
    jika_habis:
      - kirim: Tidak apa-apa, kami tanyakan lagi nanti.
      - selesai: dilewati
    tolak:
      - jika: jumlah > 10
        teks: Paling banyak 10 orang.
  - kirim: Baik, {{ jumlah | angka }} orang.
uji:
  - nama: aturan menolak dengan kalimatnya sendiri
    percakapan:
      - warga: contoh
      - warga: "11"
      - bot: Paling banyak 10 orang.
      - warga: "3"
      - bot: Baik, 3 orang.
  - nama: kesempatan habis
    percakapan:
      - warga: contoh
      - warga: hmm
      - bot: Tulis angkanya saja
      - warga: hmm
      - bot: kami tanyakan lagi nanti
      - berakhir: dilewati
`,
};

function buildQuestion(raw: unknown, build: Build, here: Here): Behaviour | null {
  const loose = looseQuestion.safeParse(raw);
  if (!loose.success) {
    reportMisfits(loose.error, build, here.place);
    return null;
  }
  const block = loose.data;
  const { jenis = 'teks' } = block;
  const kind = ANSWER_KINDS.find((one) => one.jenis === jenis);
  if (kind === undefined) {
    build.fault('jenis_asing', [...here.place, 'jenis'], { jenis });
    return null;
  }
  if (reportsStrange(raw, kind, build, here)) return null;
  const about = { name: block.tanya, place: here.place, here, optional: block.wajib === false, words: block.teks };
  const reader = kind.build(raw, build, about);
  if (reader === null) return null;
  build.declare(block.tanya, reader.kind);
  return behaviourOf(compileQuestion(block, reader, build, about));
}

/** The keys that a question of this `jenis` does not have, as faults of the flow. */
function reportsStrange(raw: unknown, kind: AnswerKind, build: Build, { place }: Here): boolean {
  const known = KEYS.get(kind);
  const strange = isRawMap(raw) ? Object.keys(raw).filter((key) => known?.has(key) !== true) : [];
  for (const kunci of strange) build.fault('kunci_asing', [...place, kunci], { kunci, dikenal: '' });
  return strange.length > 0;
}

function compileQuestion(
  block: QuestionBlock,
  reader: Reader,
  build: Build,
  { name, place, optional }: About,
): QuestionSpec {
  const template = (key: 'bantuan' | 'jika_salah'): Template | null =>
    block[key] === undefined ? null : build.template(block[key], [...place, key]);
  const expression = (key: 'isi_dari' | 'tawarkan' | 'batas_waktu' | 'gambar'): Expression | null =>
    block[key] === undefined ? null : build.expression(block[key], [...place, key]);
  const branchOf = (key: 'jika_habis' | 'jika_lewat_waktu' | 'jika_kosong' | 'jika_di_luar'): Branch | undefined =>
    block[key] === undefined ? undefined : build.branch(block[key], [...place, key]);
  const rejections = (block.tolak ?? []).map((rule, at) => ({
    when: build.condition(rule.jika, [...place, 'tolak', at, 'jika']),
    text: build.template(rule.teks, [...place, 'tolak', at, 'teks']),
  }));
  const shown = build.template(block.teks, [...place, 'teks']);
  const help = template('bantuan');
  const consent = reader.consent ?? null;
  const limit = expression('batas_waktu');
  const reminders = (block.pengingat ?? []).map((source, at) =>
    buildReminder(source, build, [...place, 'pengingat', at], limit),
  );
  const rules = rejections.flatMap(({ when, text: words }) => [when, words]);
  return {
    name,
    label: build.words(block.sebutan ?? labelOf(name), [...place, 'sebutan']),
    type: block.jenis ?? 'teks',
    reader,
    text: shown,
    image: expression('gambar'),
    help,
    optional,
    attempts: block.kesempatan ?? ATTEMPTS,
    onMiss: template('jika_salah') ?? (consent === null ? null : help),
    rejections,
    prefill: expression('isi_dari'),
    offered: expression('tawarkan'),
    limit,
    reminders: reminders.filter((one) => one !== null),
    consent,
    byCode: new Map(
      Object.entries(block.lalu ?? {}).map(([code, raw]) => [code, build.branch(raw, [...place, 'lalu', code])]),
    ),
    outside: branchOf('jika_di_luar'),
    empty: branchOf('jika_kosong'),
    exhausted: branchOf('jika_habis'),
    late: branchOf('jika_lewat_waktu'),
    depends: answersIn([shown, ...(reader.depends ?? []), ...rules], new Set([name])),
  };
}

/** `jenis_kelamin` as the summary calls it: "Jenis kelamin". */
function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Kinds whose answer is a yes or a no. */
const DECISIONS: ReadonlySet<string> = new Set(['setuju', 'ya_tidak']);

function behaviourOf(spec: QuestionSpec): Behaviour {
  const question: Question = {
    name: spec.name,
    label: spec.label,
    type: spec.type,
    kind: spec.reader.kind,
    show: (value, walk) => spec.reader.show(value, walk),
    ask: (walk, step, instead) => askQuestion(spec, walk, step, instead),
    askAgain: (walk, step, instead) => countMiss(spec, walk) ?? askQuestion(spec, walk, step, instead),
    miss: (walk, _step, words) => missAnswer(spec, walk, words),
    back: (walk, step) => backToRows(spec, walk, step),
    help: (walk) => helpFor(spec, walk),
    skip: (walk) => skipQuestion(spec, walk),
    lapse: (walk) => lapseQuestion(spec, walk),
    shows: (walk, typed) => showsAnswer(spec, walk, typed),
  };
  const inChat = {
    question,
    fingerprint: (scope) => fingerprint(spec.depends, scope),
    arrive: (walk, step) =>
      prefillQuestion(spec, walk) ?? (isClosed(top(walk), step) ? NEXT : askQuestion(spec, walk, step)),
    hear: (walk, step, said) => hearAnswer(spec, walk, step, said),
    hearEvent: (walk, _step, event) => answerOutside(spec, walk, event),
    isAnswer: (walk, said) => isSureAnswer(spec, walk, said),
    ...(DECISIONS.has(spec.type) && { decides: (walk, said) => isSureAnswer(spec, walk, said) }),
    resume: (walk, step) => resumeQuestion(spec, walk, step),
    repeat: (walk, step, lead) => repeatAnew(spec, walk, step, lead),
  } satisfies Behaviour;
  const { elsewhere: page } = spec.reader;
  return page === undefined ? inChat : askedElsewhere({ spec, page }, inChat);
}
