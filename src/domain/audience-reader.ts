import { nameWords, namesLike } from './audience-names.ts';
import type { Named } from './contact.ts';

/** Why a sentence about an audience could not be understood; the words stand in the locale under `layanan.kalimat_sasaran`. */
export interface SentenceFault {
  readonly code: FaultCode;
  /** Where it stopped: the word or name as it was written; empty at the end. */
  readonly word: string;
  /** What may have been meant, or may stand there. */
  readonly choices: readonly string[];
}

type FaultCode =
  | 'kosong'
  | 'terlalu_panjang'
  | 'terlalu_banyak'
  | 'siapa'
  | 'program'
  | 'tema'
  | 'kecamatan'
  | 'desa'
  | 'nama_ganda'
  | 'gelombang'
  | 'angka'
  | 'umur'
  | 'tempat'
  | 'kata'
  | 'dua_kali'
  | 'tanpa_kelas'
  | 'grup'
  | 'grup_saja';

/** Thrown where a sentence cannot be read any further; caught where its reading began. */
export class SentenceStop extends Error {
  readonly fault: SentenceFault;
  constructor(fault: SentenceFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Goes through a sentence word by word; what cannot be read stops it with a fault. */
export interface Reader {
  readonly isOver: () => boolean;
  /** The word that many further on; empty past the end. */
  readonly peek: (ahead?: number) => string;
  readonly next: () => string;
  readonly back: () => void;
  /** Goes on over this word. */
  readonly take: (word: string) => boolean;
  readonly takeAny: (words: readonly string[]) => string | null;
  /** Goes on over "," or "dan" or "atau" between two of a kind, where `follows` finds the next so many words further on. */
  readonly takeJoint: (follows: (ahead: number, joint: string) => boolean) => boolean;
  readonly number: () => number;
  readonly isName: (names: readonly Named[], ahead: number) => boolean;
  /**
   * The longest of the names that stands here. `narrow` is asked where several are called so, or none of them is nearer:
   * it may read on, and says which of them are meant.
   */
  readonly name: <One extends Named>(
    kind: 'program' | 'tema' | 'kecamatan' | 'desa' | 'grup',
    names: readonly One[],
    narrow?: () => ((one: One) => boolean) | null,
  ) => One;
  readonly stop: (code: FaultCode, choices?: readonly string[]) => never;
}

const tokenPattern = /[\p{L}\p{N}]+|[\n,;-]/gu;
/** Signs that people write in and between names as they like. */
const loose = new Set([',', '-', ';']);
/** A name that nobody has is taken to end before one of these. */
const closers = new Set(['yang', 'gelombang', 'dan', 'atau', 'kecamatan', 'ditambah', ',', ';', '\n']);

/** A reader at the beginning of a sentence. */
export function createReader(text: string): Reader {
  const lower = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’‘`´]/gu, '')
    .replaceAll('–', '-')
    .trim();
  const tokens = lower.match(tokenPattern) ?? [];
  let at = 0;
  const stop = (code: FaultCode, choices: readonly string[] = [], word = tokens[at] ?? ''): never => {
    throw new SentenceStop({ code, word: word.trim(), choices });
  };
  const reader: Reader = {
    isOver: () => at >= tokens.length,
    peek: (ahead = 0) => tokens[at + ahead] ?? '',
    next: () => tokens[at++] ?? '',
    back: () => {
      at -= 1;
    },
    take: (word) => {
      const isHere = tokens[at] === word;
      if (isHere) at += 1;
      return isHere;
    },
    takeAny: (words) => words.find((word) => reader.take(word)) ?? null,
    takeJoint: (follows) => {
      const comma = tokens[at] === ',' ? 1 : 0;
      const ahead = ['dan', 'atau'].includes(tokens[at + comma] ?? '') ? comma + 1 : comma;
      if (ahead === 0 || !follows(ahead, tokens[at + ahead - 1] ?? '')) return false;
      at += ahead;
      return true;
    },
    number: () => {
      const word = tokens[at] ?? '';
      if (!/^\d{1,4}$/u.test(word)) return stop('angka');
      at += 1;
      return Number(word);
    },
    isName: (names, ahead) => names.some(({ name }) => endOf(tokens, at + ahead, name) !== null),
    name: (kind, names, narrow) => {
      const start = at;
      const ends = names.map(({ name }) => endOf(tokens, start, name) ?? -1);
      const end = Math.max(...ends);
      if (end < 0) {
        const typed = unknownName(tokens, start);
        return stop(kind, namesLike(typed, names), typed);
      }
      at = end;
      const called = names.filter((_, index) => ends[index] === end);
      const isMeant = narrow?.() ?? null;
      const meant = isMeant === null ? called : called.filter(isMeant);
      const [only] = meant;
      if (only !== undefined && meant.length === 1) return only;
      return stop(meant.length === 0 ? kind : 'nama_ganda', [], tokens.slice(start, end).join(' '));
    },
    stop: (code, choices) => stop(code, choices),
  };
  return reader;
}

/** Where a name that begins at `at` ends; null when it does not stand there. */
function endOf(tokens: readonly string[], at: number, name: string): number | null {
  const words = nameWords(name);
  let [here, met] = [at, 0];
  while (met < words.length) {
    if (tokens[here] === words[met]) met += 1;
    else if (met === 0 || !loose.has(tokens[here] ?? '')) return null;
    here += 1;
  }
  return met === 0 ? null : here;
}

/** What stands where a name should, up to the next word of the grammar. */
function unknownName(tokens: readonly string[], at: number): string {
  const rest = tokens.slice(at);
  const end = rest.findIndex((word, index) => index > 0 && closers.has(word));
  return (end < 0 ? rest : rest.slice(0, end)).join(' ');
}
