import { normalize, wordsOf } from '../normal.ts';
import { numeralAt } from '../number/numerals.ts';
import { isCalled, isSoft } from '../polite.ts';

const TURN = /(?<!\p{L})(tapi|tp|melainkan|maksudnya|maksud saya|eh|ralat)(?!\p{L})/giu;
const DENIED = /(?<!\p{L})(?:bukan|jangan|salah|tidak|gak|ga)(?!\p{L})/iu;
const STARTS_OVER = /^(?:tapi|tp|melainkan)$/iu;
/** "malam aja soalnya siang kerja": the reason names what is not chosen. */
const REASON = /\s(?:soalnya|karena|krn|karna|sebab|habisnya|coz|mergo|amargi|supaya|biar|agar)\s.*$/iu;
/** "salah ketik, 3": the slip is spoken of, the choice follows. */
const SLIP =
  /^(?:(?:eh|maaf|sori|sorry|waduh|aduh|ups|tadi|yang|yg)[\s,.]*)*(?:salah(?! satu)|typo|keliru|kliru)(?:\s(?:ketik|pencet|kirim|tulis|pilih|tekan|nomor|nulis|ngetik))?[\s,.:;]+/iu;
const LAST_WORD = /[\s,]{1,3}(?:maksudnya|maksud saya|mksdnya|harusnya|seharusnya|ralat)[\s.!]{0,3}$/iu;
/** "2 ganti 4": one number in the place of another. */
const INSTEAD =
  /^.*(?<!\p{L})(?:ganti|diganti|harusnya|seharusnya|hrsnya)(?:\s(?:jadi|ke|dengan|sama))?\s+(?=\D{0,12}\d)/iu;

/** "pagi kalau bisa" asks for nothing else. */
const IF_POSSIBLE =
  /(?:^|[\s,])(?:kalau|kalo|klo|kl|klw|jika|bila) (?:bisa|boleh|bs|memungkinkan|diizinkan|masih ada|ada)(?!\p{L})/iu;

/** "pak guru", "bu camat": who is spoken to. */
const ADDRESSED =
  /(?<!\p{L})(?:(?:pak|bapak) (?:rt|rw)|(?:pak|bu|bapak|ibu|kak|mas|mbak) (?:guru|lurah|kades|camat|bidan|kadus|admin|operator|panitia|petugas|dokter|kepala))(?!\p{L})/giu;
/** "lebih suka desain" says no more than "desain", "tidak pernah sama sekali" no more than "tidak pernah". */
const PREFERS =
  /(?<!\p{L})(?:sama sekali|lebih (?:suka|minat|berminat|tertarik|cocok|pilih|memilih|condong|seneng|senang)(?: (?:ke|yang|yg|sama|dengan))?)(?!\p{L})/giu;
/** "dulu karyawan, sekarang nganggur". */
const NO_LONGER = /^.*(?<!\p{L})(?:dulu|dulunya|tadinya|awalnya)\s.*?(?:sekarang|skrg|skrng|skr|kini)\s+(?=\S)/iu;

const GREETED = /^(?:selamat|slamat|slmt|met) (?:pagi|siang|sore|malam)[\s,.]+(?=\S)/iu;
/** "dua-duanya", "dua dua nya", "dua2nya" */
const BOTH = /(?<!\p{L})(?:dua[\s-]{0,2}dua\s?nya|dua2\s?nya|ke ?dua[\s-]{1,2}duanya)(?!\p{L})/giu;
/** "kalau gelombang 2 saya bisa" speaks of it; "kalau bisa" was taken off before. */
const AS_FOR =
  /^(?:kalau|kalo|klo|kl|klw) ((?:(?!(?:tidak|ga|gak|ndak|belum)(?!\p{L})).)+?) (?:saya |aku )?(?:bisa|oke|ok|mau)[\s.!]{0,3}$/iu;

/** Most answers are: there is no turn in one word. */
const ONE_WORD = /^[\p{L}\p{N}]+$/u;

/** What is said last, on one line: after a turn ("bukan 2, tapi 3"), without its reason and without what it denies. */
export function lastSaid(text: string): string {
  if (ONE_WORD.test(text)) return text;
  const line = text
    .replaceAll('\n', ',')
    .replaceAll(ADDRESSED, ' ')
    .replaceAll(PREFERS, ' ')
    .replaceAll(BOTH, 'keduanya')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(GREETED, '');
  const meant = withoutSlip(afterTurn(withoutSlip(line)))
    .replace(REASON, '')
    .replace(IF_POSSIBLE, '')
    .replace(INSTEAD, '')
    .replace(NO_LONGER, '')
    .replace(AS_FOR, '$1');
  return withoutDenied(meant);
}

function withoutSlip(text: string): string {
  const rest = text.replace(SLIP, '').replace(LAST_WORD, '');
  return normalize(rest) === '' ? text : rest;
}

function afterTurn(text: string): string {
  const turn = [...text.matchAll(TURN)].at(-1);
  if (turn === undefined) return text;
  const [before, after] = [text.slice(0, turn.index), text.slice(turn.index + turn[0].length)];
  const takesBack = STARTS_OVER.test(turn[0]) ? DENIED.test(before) : before.trim() !== '' || /ralat/iu.test(turn[0]);
  return takesBack && normalize(after) !== '' ? after : text;
}

const DENIES =
  /(?<!\p{L})(?:bukan|bkn|jangan|jgn|dudu|sanes|batal|(?:ga|gak|ngga|nggak|tidak|tdk|ndak|gk)\s?(?:jadi|bisa,|mau,))(?!\p{L})/iu;
const DENIES_AT_END =
  /(?<!\p{L})(?:(?<=\S \S{1,9} )(?:ga|gak|nggak|tidak|tdk|ndak) (?:bisa|mau)|jangan|jgn|bukan|batal|(?:ga|gak|nggak|tidak)\s?jadi)$/iu;
/** "1,2" is a list, "bukan 1, 2" two clauses. */
const CLAUSE = /\s?[,;.!]\s|(?<=\D)[,;](?=\D)/u;
/** They begin what is chosen instead of what was denied. */
const BEGINS = new Set('yang nomor no pilih mending mendingan ganti maunya mau'.split(' '));
/** "jangan 1, 2" forbids both; "jangan 1, 2 saja" does not. */
const CHOOSES = /(?<!\p{L})(?:yang|yg|saja|aja|ae|wae|pilih|mau|mending)(?!\p{L})/iu;
/** Beside these alone nothing was chosen. */
const FILLS = new Set('saya yang nomor no pilih itu ini eh oh maaf mau tapi'.split(' '));

/** "bukan yang 1, yang 2 aja", "yang 1 jangan, 4 saja", "bukan nomor satu nomor dua": what is left when something is. */
function withoutDenied(text: string): string {
  if (!DENIES.test(text)) return text;
  const rest = text
    .split(CLAUSE)
    .flatMap((clause) => (DENIES_AT_END.test(clause.trim()) ? [] : affirmedIn(clause)))
    .join(', ');
  return isChosen(wordsOf(rest)) && (CHOOSES.test(rest) || !/(?<!\p{L})(?:jangan|jgn)(?!\p{L})/iu.test(text))
    ? rest
    : text;
}

function affirmedIn(clause: string): string[] {
  const denial = DENIES.exec(clause);
  if (denial === null) return [clause];
  const words = wordsOf(clause.slice(denial.index + denial[0].length));
  const [first = ''] = words;
  const instead = words.findIndex((word, at) => at > 0 && isTurnAt(words, word, at, first));
  return [clause.slice(0, denial.index), ...(instead < 0 ? [] : [words.slice(instead).join(' ')])];
}

/** The first word said again, or "yang" behind a number: the other choice begins. */
function isTurnAt(words: readonly string[], word: string, at: number, first: string): boolean {
  return word === first || (BEGINS.has(word) && !FILLS.has(words[at - 1] ?? '') && hasContent(words.slice(0, at)));
}

function hasContent(words: readonly string[]): boolean {
  return words.some((word) => !FILLS.has(word) && !isCalled(word) && !isSoft(word));
}

function isChosen(words: readonly string[]): boolean {
  return hasContent(words) || words.some((_, at) => numeralAt(words, at) !== null);
}
