import { unreadable, wordsOf } from './normal.ts';
import { inIndonesian } from './regional-words.ts';

const ASKING = new Set(
  'apakah siapakah kapan kapankah berapa berapakah bagaimana bagaimanakah ngapain benarkah betulkah bolehkah bisakah adakah haruskah perlukah sudahkah masihkah dapatkah manakah apaan piye pira pripun kenopo'.split(
    ' ',
  ),
);
/** "kenapa tidak" is a yes. */
const WHY = new Set(['kenapa', 'mengapa']);
/** "siapa takut", "siapa yang nolak", and no more than a word behind it. */
const DARED = new Set('takut nolak menolak'.split(' '));
const MOST_DARED = 4;
const WANTED = new Set('mau ingin pengin pengen'.split(' '));
/** After a question word these make it none: "kapan saja". */
const OPEN = new Set('saja pun'.split(' '));
/** Beside "apa" these make it no question: "tidak apa-apa", "apa adanya". */
const NOTHING = new Set('apa tidak adanya'.split(' '));
const WHERE = new Set('di ke yang dari'.split(' '));
const TO_ASK = new Set('tanya nanya bertanya menanyakan nanyain tanyakan'.split(' '));
/** Any other word asks nothing by itself. */
const MAY_ASK = new Set([...ASKING, ...WHY, ...TO_ASK, 'apa', 'mana', 'siapa']);
/** "jadi gak", "ada gak ya": a closing "tidak" asks after these. */
const OFFERED = new Set(
  'bisa boleh ada aman perlu harus gratis bayar jadi dapat masih wajib mau benar betul iya sesuai'.split(' '),
);
/** "setuju gak ya": asks oneself, with the closing "ya". */
const WONDERED = new Set('setuju ikut hadir datang pindah daftar lanjut'.split(' '));
/** "boleh gak saya ...", "ada sertifikatnya gak": a message that begins with these and has a "tidak" near asks. */
const ASKED_FIRST = new Set('bisa boleh ada perlu dapat'.split(' '));

/**
 * True when the message asks something: a question mark, a question word, "mau tanya", a closing "gak ya" or
 * "bisa gak". "kapan saja" and "tidak apa-apa" do not ask.
 */
export function isQuestion(text: string): boolean {
  if (unreadable(text) !== null) return false;
  return text.includes('?') || text.includes('？') || asks(inIndonesian(wordsOf(text)));
}

/** The same for normalized words, without the question mark. */
function asks(words: readonly string[]): boolean {
  return (
    words.some((word, at) => MAY_ASK.has(word) && asksAt(words, word, at)) || beginsWithKok(words) || endsAsking(words)
  );
}

function asksAt(words: readonly string[], word: string, at: number): boolean {
  const [last = '', next = ''] = [words[at - 1], words[at + 1]];
  if (TO_ASK.has(word)) return true;
  if ((OPEN.has(next) && word !== 'ngapain') || isDoubled(word, last, next)) return false;
  if (WHY.has(word)) return next !== 'tidak' || words.length > at + 3;
  if (word === 'apa') return !NOTHING.has(next) && !NOTHING.has(last);
  if (word === 'mana') return WHERE.has(last) || next === '' || next === 'ya';
  return word === 'siapa' ? !isRhetorical(words, at) : ASKING.has(word);
}

/** "siapa tahu", "siapa takut", "siapa yang nolak": nobody is asked for. */
function isRhetorical(words: readonly string[], at: number): boolean {
  const next = words[at + 1] === 'yang' ? words[at + 2] : words[at + 1];
  const isDenied = next === 'tidak' && WANTED.has(words.at(-1) ?? '');
  return next === 'tahu' || isDenied || (DARED.has(next ?? '') && words.length <= at + MOST_DARED);
}

/** "siapa siapa", "ke mana mana"; but "apa apa" is looked at further on. */
function isDoubled(word: string, last: string, next: string): boolean {
  return (last === word && word === 'mana') || (next === word && word !== 'apa');
}

/** "kok lama", but not "datang kok". */
function beginsWithKok(words: readonly string[]): boolean {
  return words[0] === 'kok' && words.length > 1;
}

const CLOSING = new Set('ya sih nih kak min pak bu bapak ibu mas mbak'.split(' '));

/** "nanti disalahgunakan gak": asks whether it will be done. */
const DONE_TO_IT = /^di\p{L}{5,}$/u;

/** "disediakan ga": asks whether it is done for one. */
const OFFER = /^di\p{L}{4,}(?:kan|in)$/u;

/** "bisa gak", "boleh tidak bawa anak", "ada sertifikatnya gak", "masa iya": asked without a question word. */
function endsAsking(words: readonly string[]): boolean {
  const core = CLOSING.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const end = core.length - 1;
  if (core[0] === 'masa' || core[0] === 'masak') return end > 0 && core[1] !== core[0];
  if (closesAsking(core, end)) return true;
  const not = core.lastIndexOf('tidak');
  return not > 0 && (asksWithNot(core, not, end) || (words.length > core.length && wonders(core, not, end)));
}

/** "sudah belum", "disediakan ga", "ini penipuan bukan". */
function closesAsking(core: readonly string[], end: number): boolean {
  if (core[end] === 'belum') return core[end - 1] === 'sudah';
  if (core[end] === 'bukan') return end > 1;
  return end === 1 && core[end] === 'tidak' && OFFER.test(core[0] ?? '');
}

function wonders(core: readonly string[], not: number, end: number): boolean {
  return not === end && WONDERED.has(core[end - 1] ?? '');
}

function asksWithNot(core: readonly string[], not: number, end: number): boolean {
  const isLast = not === end;
  if (ASKED_FIRST.has(core[0] ?? '') && (not === 1 || isLast)) return true;
  if (isLast && (asksOfWhole(core.slice(0, end)) || DONE_TO_IT.test(core[not - 1] ?? ''))) return true;
  return OFFERED.has(core[not - 1] ?? '') && (isLast || asksOfNext(core, not));
}

/** "punya adik boleh dibawa gak": the closing "gak" asks about the permission inside. */
function asksOfWhole(words: readonly string[]): boolean {
  const isAsked = words[0] === 'dapat' || words.slice(2).some((word) => ASKED_FIRST.has(word));
  return isAsked && !words.includes('tidak');
}

/** "aman gak datanya": the last word names what is asked about. */
function asksOfNext(words: readonly string[], not: number): boolean {
  return not === words.length - 2 && words[not + 1]?.endsWith('nya') === true;
}
