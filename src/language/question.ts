import { unreadable, wordsOf } from './normal.ts';

const ASKING = new Set(
  'apakah siapakah kapan kapankah berapa berapakah bagaimana bagaimanakah kenapa mengapa kok ngapain benarkah betulkah bolehkah bisakah adakah haruskah perlukah sudahkah masihkah dapatkah manakah apaan piye pira pripun kenopo'.split(
    ' ',
  ),
);
const OPEN = new Set('saja pun'.split(' '));
/** Beside "apa" these make it no question: "tidak apa-apa", "apa adanya". */
const NOTHING = new Set('apa tidak adanya'.split(' '));
const WHERE = new Set('di ke yang dari'.split(' '));
const TO_ASK = new Set('tanya nanya bertanya menanyakan nanyain tanyakan'.split(' '));
/** "jadi gak", "ada gak ya": a closing "tidak" asks after these. */
const OFFERED = new Set(
  'bisa boleh ada aman perlu harus gratis bayar jadi dapat masih sudah wajib mau benar betul iya sesuai'.split(' '),
);
/** "boleh gak saya ...", "ada sertifikatnya gak": a message that begins with these and has a "tidak" near asks. */
const ASKED_FIRST = new Set('bisa boleh ada perlu dapat'.split(' '));

/**
 * True when the message asks something: a question mark, a question word, "mau tanya", a closing "gak ya" or
 * "bisa gak". "kapan saja" and "tidak apa-apa" do not ask.
 */
export function isQuestion(text: string): boolean {
  if (unreadable(text) !== null) return false;
  return text.includes('?') || text.includes('？') || asks(wordsOf(text));
}

/** The same for normalized words, without the question mark. */
function asks(words: readonly string[]): boolean {
  return words.some((word, at) => asksAt(words, word, at)) || endsAsking(words);
}

function asksAt(words: readonly string[], word: string, at: number): boolean {
  const [last = '', next = ''] = [words[at - 1], words[at + 1]];
  if (word === 'kok') return at === 0 && words.length > 1;
  if (word === 'kenapa') return next !== 'tidak' || words.length > at + 3;
  if (TO_ASK.has(word)) return true;
  if (OPEN.has(next)) return false;
  if (word === 'apa') return !NOTHING.has(next) && !NOTHING.has(last);
  if (word === 'mana') return WHERE.has(last) || next === '' || next === 'ya';
  return word === 'siapa' ? next !== 'tahu' : ASKING.has(word);
}

const CLOSING = new Set('ya sih nih kak min'.split(' '));

/** "bisa gak", "boleh tidak bawa anak", "ada sertifikatnya gak", "masa iya": asked without a question word. */
function endsAsking(words: readonly string[]): boolean {
  const core = CLOSING.has(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const end = core.length - 1;
  if (core[0] === 'masa' || core[0] === 'masak') return end > 0;
  if (core[end] === 'belum' && core[end - 1] === 'sudah') return true;
  const not = core.lastIndexOf('tidak');
  if (not < 1) return false;
  if (ASKED_FIRST.has(core[0] ?? '') && (not === 1 || not === end)) return true;
  return OFFERED.has(core[not - 1] ?? '') && (not === end || asksOfNext(core, not));
}

/** "aman gak datanya": the last word names what is asked about. */
function asksOfNext(words: readonly string[], not: number): boolean {
  return not === words.length - 2 && words[not + 1]?.endsWith('nya') === true;
}
