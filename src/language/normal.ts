/** Longest text that any reader looks at: one Telegram message. Longer text is never an answer, and no regex meets it. */
export const MAX_TEXT = 4096;

/** Why a text cannot be read at all, before any reader of a kind looks at it; null when it can. */
export function unreadable(text: string): 'too_long' | 'empty' | null {
  if (text.length > MAX_TEXT) return 'too_long';
  return text.trim() === '' ? 'empty' : null;
}

const PLAIN_ASCII = /^[\x20-\x7e]*$/u;
const QUOTES = /['’‘`´ʼ]/gu;
const MARKS = /[\p{M}\u200b-\u200d\u2060\ufeff]/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
/** As most answers are typed: nothing to take out of it. */
const ONLY_WORDS = /^[a-z\d]+(?: [a-z\d]+)*$/u;
const FUSED = /\d|^(?:g|ngga|enggak|tak|tdk)|(?:belas|puluh|ratus|ribu|juta)$/u;
const LONG_RUN = /(\p{L})\1{2,}/gu;
const FINAL_DOUBLE = /^(\p{L}+?)(\p{L})\2$/u;
const VOWEL = /[aiueoy]/u;
const TWICE = /^(\p{L}{3,})2(nya|an)?$/u;
const NUMBERED = /^(gelombang|gel|batch|kelas|sesi|tahap|no|nomor|nmr|opsi|pilihan|pilih)(\d{1,2})$/u;
const FUSED_NUMBER = /^(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(belas|puluh|ratus|ribu|juta)$/u;
const FUSED_NOT =
  /^(?:ga|gak|g|gk|ngga|nggak|enggak|tak|tdk)(bisa|bs|usah|ada|mau|papa|apa|jadi|jd|tau|tahu|perlu|punya|ikut|pernah|boleh|setuju|masalah|da|yakin|minat|hadir|datang)$/u;

/**
 * One spelling for what people write in many: lower case, NFKC, no emoji or punctuation, stretched letters shortened
 * ("iyaaa"), doubled words written with 2 ("laki2"), everyday abbreviations written out ("yg tdk bs"), single spaces.
 * Any text goes in; normalizing twice changes nothing. Not for names and codes, whose spelling matters.
 */
export function normalize(text: string): string {
  wordsOf(text);
  last.said ??= last.words.join(' ');
  return last.said;
}

/** The normalized words of a text; empty for a text of emoji or punctuation only. */
export function wordsOf(text: string): readonly string[] {
  if (text !== last.text) last = { text, words: spellAll(text), said: null };
  return last.words;
}

/** A dozen readers look at one message, one after the other, and each asks for its words: they are found once. */
let last: { readonly text: string; readonly words: readonly string[]; said: string | null } = {
  text: '',
  words: [],
  said: '',
};

function spellAll(text: string): readonly string[] {
  const words: string[] = [];
  for (const raw of plain(text).split(' ')) {
    if (raw !== '') spell(words, raw);
  }
  return words;
}

/**
 * Lower case, NFKC, without marks, emoji and punctuation, but every word still as it was written. At most MAX_TEXT
 * characters: a ligature of Arabic script becomes eighteen.
 */
export function plain(text: string): string {
  const composed = PLAIN_ASCII.test(text) ? text : text.normalize('NFKC').normalize('NFD').replaceAll(MARKS, '');
  const lower = composed.slice(0, MAX_TEXT).toLowerCase();
  return ONLY_WORDS.test(lower) ? lower : lower.replaceAll(QUOTES, '').replaceAll(NOT_WORD, ' ').trim();
}

/** Adds a word as it is spelled, in one word or more. */
function spell(words: string[], raw: string): void {
  if (!isOdd(raw)) return write(words, raw);
  const word = shorten(raw);
  const numbered = NUMBERED.exec(word);
  if (numbered !== null) {
    spell(words, numbered[1] ?? '');
    words.push(numbered[2] ?? '');
    return;
  }
  const parts = partsOf(word);
  if (parts === null) write(words, word);
  else words.push(...parts);
}

/** "laki2", "gabisa", "limabelas". */
function partsOf(word: string): readonly string[] | null {
  const twice = TWICE.exec(word);
  if (twice !== null) return [written(twice[1] ?? ''), `${written(twice[1] ?? '')}${twice[2] ?? ''}`];
  const fused = FUSED_NOT.exec(word);
  if (fused !== null) return ['tidak', fused[1] === 'da' ? 'ada' : written(fused[1] ?? '')];
  const number = FUSED_NUMBER.exec(word);
  return number === null ? null : [number[1] ?? '', number[2] ?? ''];
}

/** Only words with a doubled letter, a digit or a fused part need a closer look; most have none. */
function isOdd(word: string): boolean {
  return hasDouble(word) || FUSED.test(word);
}

/** True when two letters of a kind stand beside each other, or where that cannot be told from single characters. */
function hasDouble(word: string): boolean {
  let before = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at);
    if (letter === before || letter >= FIRST_SURROGATE) return true;
    before = letter;
  }
  return false;
}

/** From here on two characters of a string may be one letter. */
const FIRST_SURROGATE = 0xd800;

const DOUBLED = /(\p{L})\1/gu;

/** A word with each pair of equal letters as one: "siaap" is "siap". */
export function undoubled(word: string): string {
  return hasDouble(word) ? word.replaceAll(DOUBLED, '$1') : word;
}

/** "iyaaaa" is "iya"; without a vowel it is an abbreviation (pppk), not a drawl. */
function shorten(word: string): string {
  if (!VOWEL.test(word)) return word;
  const calm = word.replaceAll(LONG_RUN, '$1');
  const final = FINAL_DOUBLE.exec(calm);
  return final === null || calm.length < 3 ? calm : `${final[1] ?? ''}${final[2] ?? ''}`;
}

function written(word: string): string {
  return SPELLINGS.get(word)?.join(' ') ?? word;
}

function write(words: string[], word: string): void {
  const spelled = SPELLINGS.get(word);
  if (spelled === undefined) words.push(word);
  else words.push(...spelled);
}

/** Everyday spellings, by the word they stand for. Only those whose meaning does not depend on the question. */
const SPELLED: Readonly<Record<string, string>> = {
  tidak: 'tdk tidk tida ngk ga gak gk gag ngga nggak nggk ngak engga enggak enggk kagak kaga ndak endak ndk nda tak',
  belum: 'blm blum belom blom lom',
  jangan: 'jgn jngan',
  sudah: 'sdh udah udh uda dah sudh',
  bisa: 'bs bsa bisaa',
  benar: 'bener bnr bnar bner',
  betul: 'btul btl',
  setuju: 'stuju setju stju',
  datang: 'dateng dtg dtng',
  saya: 'sy sya aku ak gue gw',
  yang: 'yg yng',
  saja: 'aja aj sj ae',
  juga: 'jg jga',
  punya: 'pny pnya',
  dapat: 'dpt dapet dpet',
  'di atas': 'diatas',
  masih: 'msh masi',
  lagi: 'lg lgi',
  jadi: 'jd jdi',
  tapi: 'tp tpi tetapi',
  kalau: 'kalo klo kl klw kalu',
  karena: 'krn karna krna',
  dengan: 'dgn dg dngn',
  untuk: 'utk utuk',
  sama: 'sm ama',
  semua: 'smua smw semuany',
  tolong: 'tlg tlong tolongin tulung tulong',
  orang: 'org orng',
  nama: 'nm nma',
  nomor: 'nomer nmr nmor',
  hari: 'hr hri',
  bulan: 'bln',
  tahun: 'thn th',
  tanggal: 'tgl tggl',
  jam: 'jm',
  pukul: 'pkl pkul',
  besok: 'bsk bsok besuk esok sesuk bisuk isukan isuak',
  sekarang: 'skrg skrng skr',
  kemarin: 'kmrn kemaren wingi kamari kapatang samari',
  minggu: 'mgg mggu',
  lihat: 'liat lht',
  tahu: 'tau',
  ingin: 'pengen pengin pingin kepengen pgn pengn',
  bagaimana: 'gimana gmn gmna bgmn gimna',
  kenapa: 'knp knapa napa',
  berapa: 'brp brapa',
  kapan: 'kpn',
  'di mana': 'dimana dmn dmana dmna',
  'ke mana': 'kemana kmana kmn',
  'dari mana': 'darimana',
  izin: 'ijin',
  izinkan: 'ijinkan',
  mengizinkan: 'mengijinkan',
  siapa: 'spa',
  bapak: 'bpk bapa',
  ibu: 'ibuk',
  makasih: 'mksh makasi mks mkasih trims tks thx thanks trimakasih terimakasih suwun nuwun tengkyu tq',
  banget: 'bgt bgtt',
  'tidak apa apa': 'gpp gapapa gppa',
  'ya sudah': 'yaudah yasudah ydh yaudahlah yasudahlah yowes yowis yawes',
  malam: 'malem mlm mlam',
  pagi: 'pgi',
  siang: 'siank',
  sekolah: 'skolah sklh',
  pendaftaran: 'pndftran pendaftran',
  jalan: 'jln',
  cukup: 'ckp ckup cukop',
  kurang: 'krg krng krang',
  cepat: 'cpt cepet cpet',
  laki: 'lki',
};

const SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SPELLED).flatMap(([word, spellings]) =>
    spellings.split(' ').map((spelling) => [spelling, word.split(' ')]),
  ),
);
