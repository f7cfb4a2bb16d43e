import { isNear } from '../near.ts';
import { wordsOf } from '../normal.ts';
import { numeralAt } from '../number/numerals.ts';
import type { Numeral } from '../number/numerals.ts';
import { isCalled, isSoft } from '../polite.ts';
import { inIndonesian } from '../regional-words.ts';
import { isFiller } from './fillers.ts';

/** Words around the number of a choice: "saya pilih yang nomor 2 saja kak". */
const AROUND = new Set(
  'pilih plih pil piliah pileh pilihan pilihannya memilih milih nomor no nmer nomornya nomernya opsi opsinya angka huruf jawab jawaban jawabannya jawabanku pilihanku saya mau ingin yang nyang sing nu nang nan sane ambil klik tekan vote ketik balas centang itu ini nih poin point ke number option urutan urut level tingkat baris makasih terima kasih maaf mohon halo permisi assalamualaikum dulu bisa mungkin coba mending untuk tetap baik oke ok siap iya yes cuma hanya kaping ping benar sudah ikut daftar daftarkan masukkan tolong suka pelatihan program materi bidang tema'.split(
    ' ',
  ),
);
const JOINING = new Set(
  'dan sama dengan serta juga terus lalu kemudian plus n karo lan jeung sareng lawan and tambah'.split(' '),
);
/** Words with which a row is named by its place, before anything is looked for in earnest. */
const PLACED = /pertama|atas|awal|depan|bawah|akhir|buncit|bontot|belakang|pungkas|pamungkas|trakir|terakir|terahir/u;
const PLACES: readonly (readonly [RegExp, (count: number) => number])[] = [
  [/\b(?:sebelum (?:yang )?(?:terakhir|paling akhir)|kedua terakhir)\b/gu, (count) => count - 1],
  [/\b(?:paling (?:atas|awal|depan|pertama)|teratas|atas sendiri|yang awal)\b/gu, () => 1],
  [
    /\b(?:paling (?:ujung )?(?:bawah|akhir|belakang|buncit|ujung)|terakhir|bawah sendiri|terbawah|(?:yang|nomor) (?:akhir|bontot|buncit|bungsu)|pungkasan|pamungkas|(?:tr|ter)ak?hir|(?:tr|ter)akir)\b/gu,
    (count) => count,
  ],
];
const FROM_END = /(?:^|(?<= ))(\S+) dari (?:paling )?(?:bawah|belakang|akhir|ujung)(?: sendiri)?(?= |$)/gu;
const FIRST_FEW = /(?:^|(?<= ))(\S+) (?:yang )?(?:pertama|teratas)(?= |$)/gu;
const LAST_FEW = /(?:^|(?<= ))(\S+) (?:yang )?(?:terakhir|terbawah)(?= |$)/gu;
const FROM_START = / dari (?:paling )?(?:atas|depan|awal)(?= |$)/gu;
const RANGE =
  /(?:(?<!\p{L})dari\s)?(?<![\p{L}\d])(\d{1,2})\s?(?:-|–|—|s\/d|s\.d\.?|sd|sampai|hingga|smp)\s?(\d{1,2})(?![\p{L}\d])/giu;
const ORDINAL_DIGIT = /(?<!\p{L})k[ea]\s?-?\s?(\d{1,2})(?!\d)/giu;

/**
 * The row numbers (from 1, in the order said) when a text says nothing but numbers: "1 dan 3", "yang kedua", "1-3",
 * "paling bawah", "kedua dari bawah", "pilihan B". Null when it says anything else, so that "D3", "P3K", "umur 45" and
 * "tanggal 3" are no rows. Numbers outside the list are kept: the caller tells them from words.
 */
export function rowNumbers(text: string, count: number): readonly number[] | null {
  const said = inIndonesian(wordsOf(/\d/u.test(text) ? spreadFigures(text) : text));
  const words = said.some((word) => PLACED.test(word)) ? placesAsNumbers(said.join(' '), count) : said;
  return numbersIn(words) ?? lettersIn(words) ?? mistypedIn(words);
}

/** "2-4" as its rows, "ke-2" as its figure. */
function spreadFigures(text: string): string {
  return text
    .replaceAll(RANGE, (_, first, last) => expand(Number(first), Number(last)))
    .replaceAll(ORDINAL_DIGIT, ' $1 ');
}

function placesAsNumbers(said: string, count: number): readonly string[] {
  const counted = said.replaceAll(FROM_END, (whole: string, word: string) => {
    const numeral = ordinalAt([word], 0) ?? numeralAt([word], 0);
    return numeral === null ? whole : String(count + 1 - numeral.value);
  });
  const few = counted
    .replaceAll(FIRST_FEW, (whole: string, word: string) => rowsFrom(1, numeralAt([word], 0)) ?? whole)
    .replaceAll(LAST_FEW, (whole: string, word: string) => {
      const numeral = numeralAt([word], 0);
      return rowsFrom(count + 1 - (numeral?.value ?? 0), numeral) ?? whole;
    });
  return PLACES.reduce((text, [place, rowOf]) => text.replaceAll(place, String(rowOf(count))), few)
    .replaceAll(FROM_START, '')
    .split(' ');
}

/** "tiga pertama", "dua terakhir": so many rows from one on; a lone figure before a place is a slip ("1 pertama"). */
function rowsFrom(first: number, numeral: Numeral | null): string | null {
  if (numeral === null || first < 1 || numeral.value < 2 || numeral.value > WIDEST_RANGE) return null;
  return Array.from({ length: numeral.value }, (_, step) => first + step).join(' ');
}

function numbersIn(words: readonly string[]): readonly number[] | null {
  const rows: number[] = [];
  for (let at = 0; at < words.length;) {
    const numeral = ordinalAt(words, at) ?? numeralAt(words, at);
    const end = rangeEnd(words, at, rows);
    if (end !== null) {
      rows.push(...stepsTo(rows.at(-1) ?? 0, end.value));
      at = end.end;
    } else if (numeral === null) {
      if (!isBeside(words[at] ?? '')) return null;
      at += 1;
    } else {
      rows.push(numeral.value);
      at = numeral.end;
    }
  }
  return rows.length === 0 ? null : [...new Set(rows)];
}

function isBeside(word: string): boolean {
  return (
    AROUND.has(word) ||
    JOINING.has(word) ||
    isCalled(word) ||
    isSoft(word) ||
    isFiller(word) ||
    isNear(word, 'nomor') ||
    isNear(word, 'pilih')
  );
}

const MARKS = new Set('nomor no nmer opsi pilihan pilih'.split(' '));
/** What makes a number in a sentence something else than a choice, or leaves it open. */
const OPENS = new Set(
  'tidak bukan belum jangan kalau jika atau apa penuh habis kuota jelaskan jelasin dijelaskan maksud tentang info tanya bedanya beda hp wa telepon rumah rekening antrian antrean anak kelas umur usia jam tanggal gelombang rt rw kecuali selain mungkin ragu bingung antara salah'.split(
    ' ',
  ),
);
/** More words than these tell a story. */
const MOST_WORDS = 10;

/** "ibu mau yang nomor tiga saja biar dekat": the one number marked as a choice, in a sentence that leaves nothing open. */
export function markedNumber(words: readonly string[]): number | null {
  if (words.length > MOST_WORDS || words.some((word) => OPENS.has(word))) return null;
  const numbered = words.flatMap((_, at) => {
    const numeral = ordinalAt(words, at) ?? numeralAt(words, at);
    return numeral === null ? [] : [{ at, value: numeral.value, end: numeral.end }];
  });
  const [only, ...others] = numbered;
  if (only === undefined || others.some(({ at }) => at >= only.end)) return null;
  return MARKS.has(words[only.at - 1] ?? '') ? only.value : null;
}

const LONG_NUMBERS = 'empat tujuh delapan sembilan sepuluh pertama kedua ketiga keempat kelima keenam'.split(' ');

/** "emapt", "ketgia": a slip in a number that is all that was said. */
function mistypedIn(words: readonly string[]): readonly number[] | null {
  const said = words.filter((word) => !isBeside(word));
  const meant = said.length === 1 ? LONG_NUMBERS.find((number) => isNear(said[0] ?? '', number)) : undefined;
  const numeral = meant === undefined ? null : (ordinalAt([meant], 0) ?? numeralAt([meant], 0));
  return numeral === null ? null : [numeral.value];
}

/** A letter of a list of ten at most. */
const LETTER = /^[a-j]$/u;
const BEFORE_A = 96;
/** The lists are numbered: a letter alone is a slip of the finger. */
const NAMES_LETTER = new Set('pilihan opsi huruf jawaban jawab pilih option poin yang'.split(' '));

/** "pilihan B", "a dan c" behind "pilih": rows by their letter, when nothing else is said. */
function lettersIn(words: readonly string[]): readonly number[] | null {
  const rows: number[] = [];
  for (const word of words) {
    if (LETTER.test(word)) rows.push(word.charCodeAt(0) - BEFORE_A);
    else if (!isBeside(word)) return null;
  }
  return rows.length === 0 || !words.some((word) => NAMES_LETTER.has(word)) ? null : [...new Set(rows)];
}

const UNTIL = new Set('sampai hingga tekan nepi'.split(' '));

/** "satu sampai tiga": where a range in words ends, when it goes up. */
function rangeEnd(words: readonly string[], at: number, rows: readonly number[]): Numeral | null {
  const end = UNTIL.has(words[at] ?? '') ? (ordinalAt(words, at + 1) ?? numeralAt(words, at + 1)) : null;
  const from = rows.at(-1);
  return end !== null && from !== undefined && end.value > from && end.value - from <= WIDEST_RANGE ? end : null;
}

function stepsTo(from: number, last: number): number[] {
  return Array.from({ length: last - from }, (_, step) => from + step + 1);
}

const FIRST = new Set('pertama prtama pertma prtma pertamax partamo'.split(' '));
/** "kedua", "kadua" (Sundanese), "kdua". */
const ORDINAL = /^k[ea]?(?=\p{L}{2})/u;

/** "kedua puluh satu" */
const LONGEST_ORDINAL = 3;

/** The number of an ordinal: "pertama", "kedua", "kesepuluh", "kedua belas". */
export function ordinalAt(words: readonly string[], at: number): Numeral | null {
  const word = words[at] ?? '';
  if (FIRST.has(word)) return { value: 1, end: at + 1 };
  if (!ORDINAL.test(word)) return null;
  const counted = numeralAt([word.replace(ORDINAL, ''), ...words.slice(at + 1, at + LONGEST_ORDINAL)], 0);
  return counted === null ? null : { value: counted.value, end: at + counted.end };
}

/** "2-4" as "2 3 4"; backwards or wide ranges keep their two ends, and fail as numbers outside the list or too many. */
function expand(first: number, last: number): string {
  if (last <= first || last - first > WIDEST_RANGE) return ` ${first} ${last} `;
  return ` ${Array.from({ length: last - first + 1 }, (_, step) => first + step).join(' ')} `;
}

/** No list on a chat screen is longer than this. */
const WIDEST_RANGE = 30;
