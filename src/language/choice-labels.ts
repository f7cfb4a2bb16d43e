import { ordinalAt } from './choice-numbers.ts';
import { monthOf } from './date-words.ts';
import { isNear } from './near.ts';
import { wordsOf } from './normal.ts';
import { numeralAt } from './numerals.ts';
import { isCalled, isSoft } from './polite.ts';
import { joinedTerms, singleTerms } from './synonyms.ts';
import type { Term } from './synonyms.ts';

/** How well a text fits a label, worst first: more than it, a part of it, all of it in other words, to the letter. */
export const HELD = 1;
const PART = 2;
const MEANT = 3;
export const EXACT = 4;

/** A row that fits, how well, and whether only after a slip of the finger was forgiven. */
export interface Fit {
  readonly row: number;
  readonly level: number;
  readonly isTyped: boolean;
}

/** A label prepared for reading: the whole and its alternatives ("Banjir/genangan", "Literasi digital (dasar)"). */
export interface Label {
  readonly segments: readonly (readonly Term[])[];
  readonly text: string;
}

const AROUND = new Set(
  'saya kami mau ingin pilih pilihan yang itu ini dulu tingkat level lulusan lulus tamatan tamat setara sederajatnya masih sedang lagi sebagai jadi bagian tentang soal untuk di ke ikut bidang tema pakai ada bisa makasih terima kasih kok banget hari insyaallah insya allah alhamdulillah oke ok siap kelas status sekarang semua kejar cuma hanya nya pekerjaan pendidikan terakhir masalah laporan lapor halo maaf mohon permisi tukang naik dari lewat kursus numpak kanggo via doang pelatihan pelatihannya tertarik sama dengan minat berminat suka'.split(
    ' ',
  ),
);
const NOT = new Set(['tidak', 'bukan', 'belum', 'jangan', 'kecuali', 'selain']);

const ALTERNATIVES = /[/,:;()|]|\batau\b|\s[-–]\s/iu;
const GRADES = /\b([a-z])(\d)\s?[-–]\s?\1(\d)\b/giu;

/** A label is prepared once: the same few are read against again and again. */
const PREPARED = new Map<string, Label>();
/** So many labels of one installation are kept at most. */
const MOST_PREPARED = 1000;

/** The label, prepared. */
export function toLabel(label: string): Label {
  const known = PREPARED.get(label);
  if (known !== undefined) return known;
  const prepared = prepare(label);
  if (PREPARED.size >= MOST_PREPARED) PREPARED.clear();
  PREPARED.set(label, prepared);
  return prepared;
}

/** Prepares a label; "D1-D3" stands for D1, D2 and D3. */
function prepare(label: string): Label {
  const grades = [...label.matchAll(GRADES)].flatMap(([, letter = '', first, last]) =>
    Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, step) => letter + (Number(first) + step)),
  );
  const parts = [label, ...label.split(ALTERNATIVES), ...grades, grades.join(' ')];
  const segments = [...new Set(parts.map((part) => pairs(wordsOf(part)).join('\n')))];
  const terms = segments.filter((part) => part !== '').flatMap((part) => wordingsOf(part.split('\n')));
  return { segments: terms, text: label };
}

/** Every row that the words may mean, with its best fit. Denials must be on both sides: "tidak bisa" is not "bisa". */
export function fitsOf(words: readonly string[], labels: readonly Label[]): Fit[] {
  const variants = wordingsOf(pairs(words));
  return labels.flatMap((label, row) => {
    const fits = variants.flatMap((terms) => label.segments.flatMap((segment) => fitOf(terms, segment, row)));
    const closest = fits.toSorted((a, b) => b.level - a.level || Number(a.isTyped) - Number(b.isTyped))[0];
    return closest === undefined ? [] : [closest];
  });
}

/** The words with set wordings taken together, and one by one where that differs. */
function wordingsOf(words: readonly string[]): (readonly Term[])[] {
  const joined = joinedTerms(words);
  return joined.length === words.length ? [joined] : [joined, singleTerms(words)];
}

function fitOf(said: readonly Term[], label: readonly Term[], row: number): Fit[] {
  const needed = neededOf(said);
  if (needed.length === 0 || denials(said) !== denials(label)) return [];
  const likes = needed.map((term) => bestLikeness(term, label));
  if (likes.includes(0)) return holds(said, label) ? [{ row, level: HELD, isTyped: true }] : [];
  const isWhole = neededOf(label).every((term) => bestLikeness(term, said) > 0);
  const isExact = isWhole && likes.every((like) => like === SAME);
  return [{ row, level: isExact ? EXACT : isWhole ? MEANT : PART, isTyped: likes.includes(TYPED) }];
}

/** The terms that carry meaning; all of them when none does. */
function neededOf(terms: readonly Term[]): readonly Term[] {
  const needed = terms.filter(({ word }) => !AROUND.has(word) && !isCalled(word) && !isSoft(word));
  return needed.length === 0 ? terms : needed;
}

/** Words that make more than a label something else: "kelas 3 SMA", "ya tapi telat", "anak saya SMK". */
const ELSE = new Set(
  'kelas semester tahun masih belum calon mantan bekas anak suami istri umur tapi kalau jika asal atau kecuali mungkin nanti selain sebagian tergantung setelah sebelum mau akan tanggal jam'.split(
    ' ',
  ),
);
/** More words than this around a label tell a story. */
const MOST_WORDS_HELD = 5;

/** The whole label and a little more: "S1 teknik", "jalan rusak parah". */
function holds(said: readonly Term[], label: readonly Term[]): boolean {
  if (said.length > MOST_WORDS_HELD || said.some(isElse)) return false;
  const needed = label.filter(({ word }) => !AROUND.has(word));
  return needed.length > 0 && needed.every((term) => said.some((each) => isSame(each, term)));
}

function isElse({ word, head }: Term): boolean {
  return ELSE.has(word) || ELSE.has(head) || /^\d+$/u.test(word);
}

function isSame(said: Term, label: Term): boolean {
  return said.word === label.word || said.meanings.some((meaning) => label.meanings.includes(meaning));
}

function denials(terms: readonly Term[]): boolean {
  return terms.some(({ word }) => NOT.has(word));
}

const SAME = 3;
const ALIKE = 2;
const TYPED = 1;

function bestLikeness(term: Term, others: readonly Term[]): number {
  let most = 0;
  for (const other of others) most = Math.max(most, likeness(term, other));
  return most;
}

/** Shortest beginning of a word that still stands for it ("gel" for gelombang). */
const SHORTEST_START = 3;

function likeness(said: Term, label: Term): number {
  if (said.word === label.word) return SAME;
  if (said.meanings.some((meaning) => label.meanings.includes(meaning))) return ALIKE;
  if (said.number !== label.number || said.root.length < SHORTEST_START) return 0;
  if (label.head.startsWith(said.head) || said.root === label.root) return ALIKE;
  return isNear(said.head, label.head) ? TYPED : 0;
}

/** A number belongs to the word before it: "gelombang 2" is one word, and no 2 elsewhere in a label matches it. */
function pairs(words: readonly string[]): string[] {
  const paired: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const numeral =
      /^\p{L}{3,}$/u.test(word) && !AROUND.has(word) && numeralAt(words, at) === null
        ? (ordinalAt(words, at + 1) ?? numeralAt(words, at + 1))
        : null;
    if (numeral === null || word === 'diploma' || word === 'strata' || monthOf(word) !== null) paired.push(word);
    else {
      paired.push(`${word}#${numeral.value}`);
      at = numeral.end - 1;
    }
  }
  return paired;
}

/** "puas banget" is "sangat puas" where the list has that row; elsewhere the word changes nothing. */
export function withDegree(words: readonly string[], labels: readonly Label[]): readonly string[] {
  const at = words.findIndex((word) => DEGREES.has(word));
  const isGraded = at > 0 && labels.some(({ text }) => /^sangat /iu.test(text));
  return isGraded ? ['sangat', ...words.slice(0, at), ...words.slice(at + 1)] : words;
}

const DEGREES = new Set('banget sekali amat pisan nian'.split(' '));

/** Rows whose label has a day or a span of days ("3-5 Desember") that a "tanggal 4" falls in; null when none was said. */
export function rowsOnDay(words: readonly string[], labels: readonly Label[]): readonly number[] | null {
  const at = words.findIndex((_, place) => words[place - 1] === 'tanggal' || monthOf(words[place + 1] ?? '') !== null);
  const day = at < 0 ? null : numeralAt(words, at);
  if (day === null) return null;
  const month = monthOf(words[day.end] ?? '');
  return labels.flatMap(({ text }, row) => (spansOf(text).some((span) => covers(span, day.value, month)) ? [row] : []));
}

interface Span {
  readonly first: number;
  readonly last: number;
  readonly month: number | null;
}

function spansOf(label: string): Span[] {
  return [...label.matchAll(/(?<![\d.])(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?\s+(\p{L}{3,})/gu)].map((match) => ({
    first: Number(match[1]),
    last: Number(match[2] ?? match[1]),
    month: monthOf((match[3] ?? '').toLowerCase()),
  }));
}

function covers({ first, last, month }: Span, day: number, asked: number | null): boolean {
  return month !== null && day >= first && day <= last && (asked === null || asked === month);
}
