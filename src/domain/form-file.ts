import { z } from 'zod';

import type { Flow } from '../engine/flow.ts';
import { compileForm } from '../engine/form/compile-form.ts';
import { dayOf } from '../language/calendar.ts';
import { formRows } from './form.ts';
import type { FormQuestion } from './form.ts';

/** More than this nobody fills in on a phone; with the registration's own they are already forty messages. */
const mostQuestions = 25;
/** Letters of free words in all answers together: they stay in the conversation until it is sent. */
const mostLetters = 2000;
/** Letters of an answer that names no length (`panjang`). */
const usualLength = '1-200';

const code = z.string().regex(/^[a-z][a-z0-9_]{0,29}$/u);
const words = (most: number) => z.string().trim().min(1).max(most);
const yesNo = z.enum(['ya', 'tidak']);
const range = z.string().regex(/^\d{1,4}\s*-\s*\d{1,4}$/u);
const day = z.string().refine((text) => text === 'hari_ini' || dayOf(text) !== null);
const number = z.string().regex(/^-?\d{1,9}(?:[.,]\d{1,3})?$/u);

/** What a question may say beside its words, by the keys of the flow language. Which go with which type, the engine knows. */
const rules = z.strictObject({
  bantuan: words(300).optional(),
  wajib: yesNo.optional(),
  hanya_jika: words(200).optional(),
  panjang: range.optional(),
  boleh_baris: yesNo.optional(),
  banyak: range.optional(),
  boleh_tulis_sendiri: yesNo.optional(),
  paling_awal: day.optional(),
  paling_akhir: day.optional(),
  paling_sedikit: number.optional(),
  paling_banyak: number.optional(),
  satuan: words(20).optional(),
  ukuran: words(10).optional(),
  tipe: words(60).optional(),
});

const question = rules
  .extend({
    kode: code,
    teks: words(300),
    sebutan: words(40).optional(),
    jenis: z.enum(['teks', 'pilihan', 'ya_tidak', 'tanggal', 'waktu', 'angka', 'foto', 'berkas']).default('teks'),
    pilihan: z.union([z.array(words(60)).min(2).max(20), z.record(code, words(60))]).default({}),
  })
  .transform(({ kode, teks, sebutan, jenis, pilihan, ...rest }): FormQuestion => {
    const options = Array.isArray(pilihan)
      ? pilihan.map((name) => ({ code: name, name }))
      : Object.entries(pilihan).map(([row, name]) => ({ code: row, name }));
    const given = jenis === 'teks' ? { panjang: usualLength, ...rest } : rest;
    return { code: kode, text: teks, label: sebutan ?? labelOf(kode), type: jenis, options, rules: given };
  });

/** `formulir` of a programme in the regency's file. A fault beyond one value has the key of its sentence in `params`. */
export const formSchema = z
  .array(question)
  .min(1)
  .max(mostQuestions)
  // Only questions that are sound one by one come this far.
  .transform((questions, context) => {
    for (const { at, key, sentence } of faultsOf(questions)) {
      context.addIssue({ code: 'custom', path: [at, key], params: { sentence } });
    }
    return questions;
  });

interface Fault {
  readonly at: number;
  /** The key in the question's block, and the key of the sentence (`daerah.<sentence>`). */
  readonly key: string;
  readonly sentence: string;
}

function faultsOf(questions: readonly FormQuestion[]): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  let letters = 0;
  const { flow, issues } = compileForm('formulir', formRows(questions));
  for (const [at, asked] of questions.entries()) {
    if (seen.has(asked.code)) faults.push({ at, key: 'kode', sentence: 'formulir_kode_dobel' });
    if ((asked.type === 'pilihan') !== asked.options.length > 1) {
      faults.push({ at, key: 'pilihan', sentence: 'formulir_pilihan' });
    }
    letters += lettersOf(asked);
    if (letters > mostLetters) faults.push({ at, key: 'panjang', sentence: 'formulir_terlalu_panjang' });
    if (looksAhead(flow, at, seen)) faults.push({ at, key: 'hanya_jika', sentence: 'hanya_jika' });
    seen.add(asked.code);
  }
  const told = new Set(faults.map(({ at }) => at));
  for (const { line, code: issue } of issues) {
    const at = line - 1;
    if (told.has(at)) continue;
    told.add(at);
    const isMisfit = issue === 'isi_keliru' || issue === 'kunci_asing';
    faults.push({ at, ...(isMisfit ? { key: 'jenis', sentence: 'formulir_jenis' } : CONDITION) });
  }
  return faults;
}

const CONDITION = { key: 'hanya_jika', sentence: 'hanya_jika' } as const;

/** A follow-up question asks about answers that were given before it. */
function looksAhead({ steps }: Flow, at: number, earlier: ReadonlySet<string>): boolean {
  return steps[at]?.onlyIf?.mentions.some(([root = '']) => !earlier.has(root)) ?? false;
}

function lettersOf({ type, rules: { panjang = '' } }: FormQuestion): number {
  return type === 'teks' ? Number(panjang.split('-').at(-1)) : 0;
}

/** `punya_usaha` as people read it: "Punya usaha". */
function labelOf(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}
