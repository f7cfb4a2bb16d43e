/** Number words from one to nine, with those of Javanese, Banjar and Manggarai that mean nothing else. */
const ONES: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  siji: 1,
  loro: 2,
  telu: 3,
  papat: 4,
  limo: 5,
  enem: 6,
  pitu: 7,
  wolu: 8,
  songo: 9,
  talu: 3,
  ampat: 4,
  anam: 6,
  walu: 8,
  sanga: 9,
  sua: 2,
  ciok: 9,
  stu: 1,
  tga: 3,
  lapan: 8,
  setunggal: 1,
  hiji: 1,
  ciek: 1,
  besik: 1,
  seorang: 1,
  kalih: 2,
  duo: 2,
  tilu: 3,
  tigo: 3,
  tolu: 3,
  opat: 4,
  ampek: 4,
  sekawan: 4,
  patang: 4,
  gangsal: 5,
  limang: 5,
  genep: 6,
  nem: 6,
  onom: 6,
  tujuah: 7,
  pitung: 7,
  dalapan: 8,
  wolung: 8,
  kutus: 8,
  salapan: 9,
  sambilan: 9,
  sangang: 9,
  rong: 2,
  telung: 3,
  tigang: 3,
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
const WHOLE: Readonly<Record<string, number>> = {
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  selusin: 12,
  sekodi: 20,
  sedasa: 10,
  dasa: 10,
  solas: 11,
  sewelas: 11,
  rolas: 12,
  telulas: 13,
  patbelas: 14,
  limolas: 15,
  nembelas: 16,
  pitulas: 17,
  wolulas: 18,
  sangalas: 19,
  selikur: 21,
  rolikur: 22,
  selawe: 25,
  seket: 50,
  sewidak: 60,
  suwidak: 60,
  satus: 100,
  sehatus: 100,
  rongatus: 200,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  cepek: 100,
  nopek: 200,
  gopek: 500,
  gocap: 50,
  seceng: 1e3,
  noceng: 2e3,
  goceng: 5e3,
  ceban: 1e4,
  goban: 5e4,
};
const LARGE: Readonly<Record<string, number>> = {
  ribu: 1e3,
  rb: 1e3,
  k: 1e3,
  juta: 1e6,
  jt: 1e6,
  rebu: 1e3,
  ribuan: 1e3,
  jutaan: 1e6,
  ewu: 1e3,
  thousand: 1e3,
  jeti: 1e6,
  million: 1e6,
  miliar: 1e9,
  milyar: 1e9,
  lusin: 12,
  kodi: 20,
  gros: 144,
};
const LARGE_ONE: Readonly<Record<string, number>> = {
  seribu: 1e3,
  sejuta: 1e6,
  semiliar: 1e9,
  serebu: 1e3,
  sewu: 1e3,
  rongewu: 2e3,
  seribuan: 1e3,
  sejutaan: 1e6,
};

/** A number found in a row of words, and the place after its last word. */
export interface Numeral {
  readonly value: number;
  readonly end: number;
}

interface Sum {
  total: number;
  group: number;
  unit: number | null;
  any: boolean;
  /** The last large word: "sejuta setengah" is half of it more. */
  scale: number;
}

/**
 * The number that begins at `from`: "dua ribu lima ratus", "10 ribu", "satu setengah juta", "sebelas"; null when the
 * word there begins none. "satu dua tiga" is three numbers: reading stops where the next one begins.
 */
export function numeralAt(words: readonly string[], from: number): Numeral | null {
  const sum: Sum = { total: 0, group: 0, unit: null, any: false, scale: 0 };
  let at = from;
  while (at < words.length && take(sum, words[at] ?? '')) at += 1;
  return sum.any ? { value: sum.total + sum.group + (sum.unit ?? 0), end: at } : null;
}

/** The same words in Javanese, Sundanese, Minang, Banjar and English. */
const SCALES: Readonly<Record<string, string>> = {
  atus: 'ratus',
  ratuih: 'ratus',
  hundred: 'ratus',
  ratusan: 'ratus',
  puluhan: 'puluh',
  baleh: 'belas',
  balas: 'belas',
  puluah: 'puluh',
};
/** "sapuluh", "sarebu", "saratuih": one ten, one thousand, one hundred. */
const ONE_OF = /^s[ae](puluh|puluah|belas|baleh|balas|ratus|ratuih|ribu|rebu|juta)$/u;

function take(sum: Sum, typed: string): boolean {
  const one = ONE_OF.exec(typed)?.[1];
  const word = one === undefined ? (own(SCALES, typed) ?? typed) : `se${own(SCALES, one) ?? one}`;
  return takeUnit(sum, word) || takeScale(sum, word) || takeLarge(sum, word);
}

function takeUnit(sum: Sum, word: string): boolean {
  const value = own(ONES, word) ?? (/^\d{1,15}(?:\.\d+)?$/u.test(word) ? Number(word) : undefined);
  if (value !== undefined) {
    const fits = sum.unit === null && (sum.group === 0 || value < lowestPlace(sum.group)) && (value > 0 || !sum.any);
    if (!fits) return false;
    sum.unit = value;
    sum.any = true;
    return true;
  }
  const whole = own(WHOLE, word);
  if (whole === undefined || sum.unit !== null || (sum.group > 0 && whole >= lowestPlace(sum.group))) return false;
  sum.group += whole;
  sum.any = true;
  return true;
}

/** The value of the lowest place a group has filled: 100 for 500, 10 for 520, 1 for 521. */
function lowestPlace(group: number): number {
  if (group % 100 === 0) return 100;
  return group % 10 === 0 ? 10 : 1;
}

function takeScale(sum: Sum, word: string): boolean {
  if (word === 'setengah') {
    if (sum.unit !== null && !Number.isInteger(sum.unit)) return false;
    if (sum.scale > 0 && sum.unit === null && sum.group === 0) return takeHalf(sum);
    sum.unit = (sum.unit ?? 0) + 0.5;
    sum.any = true;
    return true;
  }
  if (sum.unit === null || sum.unit > 9) return false;
  if (word === 'belas') sum.group += sum.unit + 10;
  else if (word === 'puluh') sum.group += sum.unit * 10;
  else if (word === 'ratus') sum.group += sum.unit * 100;
  else return false;
  sum.unit = null;
  return true;
}

function takeHalf(sum: Sum): boolean {
  sum.total += sum.scale / 2;
  sum.scale = 0;
  return true;
}

function takeLarge(sum: Sum, word: string): boolean {
  const one = own(LARGE_ONE, word);
  if (one !== undefined) {
    if (sum.unit !== null || sum.group > 0) return false;
    sum.total += one;
    sum.scale = one;
    sum.any = true;
    return true;
  }
  const scale = own(LARGE, word);
  if (scale === undefined || !sum.any || (sum.unit === null && sum.group === 0)) return false;
  sum.total += (sum.group + (sum.unit ?? 0)) * scale;
  sum.group = 0;
  sum.unit = null;
  sum.scale = scale;
  return true;
}

function own<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** The parts of numbers that are written together: "duapuluhlima", "seratuslima". */
const FUSED_PARTS =
  /se(?=puluh|belas|ratus|ribu|juta)|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus|ribu|juta/gu;

/** A number written as one word, as the words that it is made of; every other word as it is. */
export function unfused(word: string): readonly string[] {
  const parts = word.match(FUSED_PARTS);
  return parts === null || parts.length < 2 || parts.join('') !== word ? [word] : joinedOnes(parts);
}

/** "se ratus" and the "se" cut off by `unfused` belong to what follows. */
export function joinedOnes(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (words[at - 1] === 'se') return [`se${word}`];
    return word === 'se' && at < words.length - 1 ? [] : [word];
  });
}
