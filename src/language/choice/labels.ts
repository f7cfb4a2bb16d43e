import { monthOf } from '../date/words.ts';
import { isNear } from '../near.ts';
import { wordsOf } from '../normal.ts';
import { numeralAt } from '../number/numerals.ts';
import { isCalled, isSoft } from '../polite.ts';
import { isFiller } from './fillers.ts';
import { bestLikeness, isMistyped, isSame, NO_SLIPS, SAME, SHORTEST_START, TYPED } from './likeness.ts';
import { ordinalAt } from './numbers.ts';
import { romansAsFigures } from './roman.ts';
import { spansOf } from './spans.ts';
import type { Spans } from './spans.ts';
import { joinedTerms, singleTerms, wordsFor } from './synonyms.ts';
import type { Term } from './synonyms.ts';

/** How well a text fits a label, worst first: more than it, a part of it, all of it in other words, to the letter. */
export const HELD = 1;
const PART = 2;
export const MEANT = 3;
export const EXACT = 4;

/** A row that fits, how well, and whether only after a slip of the finger was forgiven. */
export interface Fit {
  readonly row: number;
  readonly level: number;
  readonly isTyped: boolean;
}

/** A label prepared for reading: the whole and its alternatives ("Banjir/genangan", "Literasi digital (dasar)"). */
export interface Label extends Spans {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly words: readonly string[];
  /** Long single words that mean what one of its own means. */
  readonly vocabulary: readonly string[];
}

interface Segment {
  readonly terms: readonly Term[];
  readonly needed: readonly Term[];
  readonly denies: boolean;
}

const AROUND = new Set(
  'saya kami mau ingin pilih pilihan yang itu ini dulu tingkat level lulusan lulus tamatan tamat setara sederajatnya masih sedang lagi sebagai jadi bagian tentang soal untuk di ke ikut bidang tema pakai ada bisa makasih terima kasih kok banget hari insyaallah insya allah alhamdulillah oke ok siap kelas status sekarang semua kejar cuma hanya nya pekerjaan pendidikan terakhir masalah laporan lapor halo maaf mohon permisi tukang naik dari lewat kursus numpak kanggo via doang pelatihan pelatihannya tertarik sama dengan minat berminat suka belajar mengikuti ikutan jurusan materi coba jawaban jawabannya pilihannya wr wb assalamualaikum sudah pengennya maunya'.split(
    ' ',
  ),
);
const NOT = new Set(['tidak', 'bukan', 'belum', 'jangan', 'kecuali', 'selain']);

const ALTERNATIVES = /[/,:;()|]|\batau\b|\s[-–]\s/iu;
/** What a number behind it counts is no part of the word before: "Aula Toboali (50 kursi lagi)". */
const PARENTHESIS = /(?=\()/u;
/** "S2 ke atas" */
const UPWARD = /\b(s)([12])\s?(?:ke ?atas|\+)/giu;
const GRADES = /\b([a-z])(\d)\s?[-–]\s?\1(\d)\b/giu;

/** Prepares a label, once for each list; "D1-D3" stands for D1, D2 and D3. */
export function toLabel(label: string): Label {
  const upTo = label.replaceAll(UPWARD, '$1$2-$13');
  const grades = [...upTo.matchAll(GRADES)].flatMap(([, letter = '', first, last]) =>
    Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) }, (_, step) => letter + (Number(first) + step)),
  );
  const parts = [...label.split(ALTERNATIVES), ...grades, grades.join(' ')].map((part) => pairs(saidWords(part)));
  const whole = label.split(PARENTHESIS).flatMap((part) => pairs(saidWords(part)));
  const wordings = new Set([whole, ...parts].map((words) => words.join('\n')).filter((words) => words !== ''));
  const segments = [...wordings].flatMap((words) => wordingsOf(words.split('\n'), true));
  const meanings = new Set(segments.flatMap(({ terms }) => terms.flatMap((term) => term.meanings)));
  return {
    ...spansOf(label),
    text: label,
    segments,
    words: wordsOf(label),
    vocabulary: wordsFor([...meanings]),
  };
}

/** The words with those mistyped that mean nothing as they stand: "kodig" is "koding" where a row is "Coding". */
export function respelled(words: readonly string[], labels: readonly Label[]): readonly string[] {
  if (words.length > MOST_WORDS_HELD) return words;
  return words.map((word) => {
    if (isBeside(word) || NO_SLIPS.has(word) || singleTerms([word])[0]?.meanings.length !== 0) return word;
    for (const { vocabulary } of labels) {
      const meant = vocabulary.find((known) => isNear(word, known));
      if (meant !== undefined) return meant;
    }
    return word;
  });
}

/** The words of a text or a label, with figures for Roman numerals, and "D-3" as one word. */
export function saidWords(text: string): readonly string[] {
  const words = wordsOf(romansAsFigures(text));
  return words.some(isGradeLetter) ? words.flatMap((word, at) => gradeAt(words, word, at)) : words;
}

function isGradeLetter(word: string): boolean {
  return word === 'd' || word === 's';
}

function gradeAt(words: readonly string[], word: string, at: number): readonly string[] {
  const isGrade = (of: number): boolean => isGradeLetter(words[of] ?? '') && /^[1-4]$/u.test(words[of + 1] ?? '');
  if (isGrade(at)) return [`${word}${words[at + 1] ?? ''}`];
  return isGrade(at - 1) ? [] : [word];
}

/** Every row that the words may mean, with its best fit. Denials must be on both sides: "tidak bisa" is not "bisa". */
export function fitsOf(words: readonly string[], labels: readonly Label[]): Fit[] {
  const variants = wordingsOf(pairs(words));
  return labels.flatMap((label, row) => {
    const fits = variants.flatMap((said) => label.segments.flatMap((segment) => fitOf(said, segment, row)));
    const closest = fits.reduce<Fit | null>((best, fit) => (best === null || isCloser(fit, best) ? fit : best), null);
    return closest === null ? [] : [closest];
  });
}

function isCloser(fit: Fit, other: Fit): boolean {
  return fit.level > other.level || (fit.level === other.level && !fit.isTyped && other.isTyped);
}

/** The words with set wordings taken together, and one by one where that differs. */
function wordingsOf(words: readonly string[], isLabel = false): readonly Segment[] {
  const joined = joinedTerms(words);
  const bare = words.filter((word) => !isBeside(word));
  const terse = bare.length === words.length ? joined : joinedTerms(bare);
  const variants = joined.length === words.length ? [joined] : [joined, singleTerms(words)];
  return (terse.length === bare.length ? variants : [...variants, terse]).map((terms) => ({
    terms,
    needed: neededOf(terms, isLabel),
    denies: terms.some(({ word }) => NOT.has(word)),
  }));
}

function fitOf(said: Segment, label: Segment, row: number): Fit[] {
  if (said.denies !== label.denies) return [];
  const likes = likenesses(said.needed, label.terms);
  if (likes === null) return holds(said.terms, label) ? [{ row, level: HELD, isTyped: true }] : [];
  const isWhole = label.needed.every((term) => bestLikeness(term, said.terms) > 0);
  const isExact = isWhole && likes.every((like) => like === SAME);
  return [{ row, level: isExact ? EXACT : isWhole ? MEANT : PART, isTyped: likes.includes(TYPED) }];
}

/** How each term is like the other side; null when one of them is like nothing there. */
function likenesses(terms: readonly Term[], others: readonly Term[]): readonly number[] | null {
  const likes: number[] = [];
  for (const term of terms) {
    const like = bestLikeness(term, others);
    if (like === 0) return null;
    likes.push(like);
  }
  return likes;
}

function isBeside(word: string): boolean {
  return (
    AROUND.has(word) ||
    isCalled(word) ||
    isSoft(word) ||
    isFiller(word) ||
    (word.endsWith('nya') && AROUND.has(word.slice(0, -3)))
  );
}

/** Never what is chosen, even where nothing else is said: "mau lapor". */
const WEAKEST = new Set('saya kami mau ingin pilih yang kak pak bu min ya dong saja deh'.split(' '));

/** The terms that carry meaning; all of them when none does, or when a label would be no more than "tidak". */
function neededOf(terms: readonly Term[], isLabel: boolean): readonly Term[] {
  const needed = terms.filter(({ word }) => !isBeside(word));
  if (isLabel ? needed.some(({ word }) => !NOT.has(word)) : needed.length > 0) return needed;
  const said = terms.filter(({ word }) => !WEAKEST.has(word));
  return said.length > 0 ? said : terms;
}

/** Words that make more than a label something else: "kelas 3 SMA", "ya tapi telat", "anak saya SMK", "agak puas". */
const ELSE = new Set(
  'kelas semester tahun masih belum calon mantan pensiunan bekas anak suami istri umur tapi kalau jika asal atau kecuali mungkin nanti selain sebagian tergantung setelah sebelum mau akan tanggal jam kurang agak hampir terlalu'.split(
    ' ',
  ),
);
/** More words than this around a label tell a story. */
const MOST_WORDS_HELD = 5;

/** The whole label and a little more: "S1 teknik", "jalan rusak parah". */
function holds(said: readonly Term[], label: Segment): boolean {
  if (said.filter(({ word }) => !isBeside(word)).length > MOST_WORDS_HELD) return false;
  if (label.needed.every(({ word }) => AROUND.has(word))) return false;
  const more = said.filter((each) => !label.terms.some((term) => isSame(each, term)));
  if (more.some((term) => isElse(term) || (label.denies && OPEN.has(term.word)))) return false;
  return label.needed.every((term) => said.some((each) => isSame(each, term)));
}

/** "tidak tahu" is no "Tidak". */
const OPEN = new Set('tahu yakin pasti ngerti mengerti jelas'.split(' '));

/** "tidak punya", taken together, denies as "tidak" does. */
function isElse({ word, head }: Term): boolean {
  const [first = ''] = word.split(' ');
  return ELSE.has(word) || ELSE.has(head) || /^\d+$/u.test(word) || (first !== word && NOT.has(first));
}

/** The rows whose label, or what sets it apart, is spelled with other spaces ("rumahsakit", "sumber rejo"), maybe with a slip. */
export function rowsSpelled(words: readonly string[], labels: readonly Label[]): Fit[] {
  const joined = words.join('');
  const bare = words.filter((word) => !isBeside(word)).join('');
  const isShared = (word: string): boolean => labels.length > 1 && labels.every((label) => label.words.includes(word));
  return labels.flatMap((label, row): Fit[] => {
    const [whole, own] = [label.words.join(''), label.words.filter((word) => !isShared(word)).join('')];
    if ([joined, bare].some((said) => said === whole || said === own)) return [{ row, level: EXACT, isTyped: false }];
    return isMistyped(bare, whole) || isMistyped(bare, own) ? [{ row, level: PART, isTyped: true }] : [];
  });
}

/**
 * The rows named one after the other without a comma ("konten kreator desain grafis coding"): a word goes with the one
 * before it as long as a row fits both. Null when a word fits none, or leaves more than one row open.
 */
export function rowsInTurn(words: readonly string[], labels: readonly Label[]): readonly number[] | null {
  const [said] = wordingsOf(pairs(words));
  const groups: number[][] = [];
  for (const term of said?.needed ?? []) {
    const rows = labels.flatMap((label, row) =>
      label.segments.some(({ terms }) => bestLikeness(term, terms) > 0) ? [row] : [],
    );
    const both = groups.at(-1)?.filter((row) => rows.includes(row)) ?? [];
    if (both.length > 0) groups.splice(-1, 1, both);
    else groups.push(rows);
  }
  return groups.every((rows) => rows.length === 1) ? groups.flat() : null;
}

/** True when a word that carries meaning is like one of a label. */
export function namesARow(words: readonly string[], labels: readonly Label[]): boolean {
  const terms = singleTerms(words.filter((word) => !isBeside(word)));
  return terms.some((term) =>
    labels.some(({ segments }) => segments.some((label) => bestLikeness(term, label.terms) > 0)),
  );
}

/** A number belongs to the word before it: "gelombang 2" is one word, and no 2 elsewhere in a label matches it. */
function pairs(words: readonly string[]): readonly string[] {
  if (!words.some((_, at) => at > 0 && isNumber(words, at))) return words;
  const paired: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const takes = /^\p{L}{3,}$/u.test(word) && !AROUND.has(word) && !NO_PAIR.has(word) && monthOf(word) === null;
    const next = BETWEEN.has(words[at + 1] ?? '') ? at + 2 : at + 1;
    const numeral = takes && numeralAt(words, at) === null ? numberAt(words, next) : null;
    if (numeral === null) paired.push(word);
    else {
      paired.push(`${word}#${numeral.value}`);
      at = numeral.end - 1;
    }
  }
  return paired;
}

const NO_PAIR = new Set(['diploma', 'strata', 'menengah', 'sekolah', ...NOT]);
/** "gelombang yang kedua", "gelombang nomor 2". */
const BETWEEN = new Set('yang ke nomor no'.split(' '));

function numberAt(words: readonly string[], at: number): ReturnType<typeof numeralAt> {
  return ordinalAt(words, at) ?? numeralAt(words, at);
}

function isNumber(words: readonly string[], at: number): boolean {
  return numberAt(words, at) !== null;
}

/** "puas banget" is "sangat puas" where the list has that row; elsewhere the word changes nothing. */
export function withDegree(words: readonly string[], labels: readonly Label[]): readonly string[] {
  const at = words.findIndex((word, place) => DEGREES.has(word) && words[place - 1] !== 'sama');
  const isGraded = at > 0 && labels.some(({ text }) => /^sangat /iu.test(text));
  const before = words.slice(0, /^pak[ae]i?$/u.test(words[at - 1] ?? '') ? at - 1 : at);
  return isGraded ? ['sangat', ...before, ...words.slice(at + 1)] : words;
}

/** "gelombang terakhir": the last of the rows that begin with that word, when there are several. */
export function lastRowOf(words: readonly string[], labels: readonly Label[]): number | null {
  const head = words[words.indexOf('terakhir') - 1] ?? '';
  if (head.length < SHORTEST_START) return null;
  const rows = labels.flatMap(({ words: [first = ''] }, row) => (first.startsWith(head) ? [row] : []));
  return rows.length > 1 ? (rows.at(-1) ?? null) : null;
}

const DEGREES = new Set('banget sekali amat pisan nian'.split(' '));
