import { rootsOf } from './affix.ts';
import type { Root } from './affix.ts';
import type { Command, CommandRule } from './command/rule.ts';
import { COMMAND_RULES, RULE_WORDS } from './command/rules.ts';
import { JOINING, LITTLE_WORDS, MORE_WORDS, REPORTING, TYPABLE } from './command/words.ts';
import { byStart, isNear, isWithoutVowels } from './near.ts';
import { unreadable, wordsOf } from './normal.ts';
import { beginsWithThanks, isCalled, trimPolite } from './polite.ts';
import { isQuestion } from './question.ts';
import { clear, likely, none } from './reading.ts';
import type { Reading } from './reading.ts';
import { inIndonesian } from './regional-words.ts';

export type { Command } from './command/rule.ts';

/**
 * The reserved command that the WHOLE message is, in the ways people write it ("batalin", "ga jadi", "cek status").
 * Every word must belong to the command, so "Menuk Rahayu" and "berhenti kerja sejak pandemi" are none. `likely` marks
 * a slip of the finger. Reasons: not_a_command, empty, too_long.
 */
export function readCommand(text: string): Reading<Command> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  if (text.includes('🆘')) return clear('bantuan');
  const all = inIndonesian(wordsOf(text));
  const words = trimPolite(all);
  if (words.length === 0 || beginsWithThanks(all)) return none('not_a_command');
  if (words.length > MOST_WORDS) return reportsSomething(words) ? likely('lapor') : none('not_a_command');
  if (isOnlyPolite(all, words)) return none('not_a_command');
  const exact = find(words);
  if (exact === 'batal' && isQuestion(text)) return none('not_a_command');
  if (exact !== null) return clear(exact);
  const meant = words.map(untypo);
  const near = meant.some((word, at) => word !== words[at]) ? find(meant) : null;
  if (near !== null) return likely(near);
  return readTold(text, words);
}

/** What a message wishes for, without the words of politeness and of the wish: "pak saya mau mundur ya" is "mundur". */
export function readWish(text: string): string {
  if (unreadable(text) !== null) return '';
  const words = trimPolite(inIndonesian(wordsOf(text)));
  const start = words.findIndex((word) => !JOINING.wish.has(word));
  return start === -1 ? '' : words.slice(start).join(' ');
}

/** A command in a clause of its own, among words that tell nothing, or with what it is about behind it. */
function readTold(text: string, words: readonly string[]): Reading<Command> {
  const part = findInClause(text);
  if (part !== null) return likely(part);
  const told = find(withoutClosing(words), LITTLE_WORDS);
  const asks = isQuestion(text);
  if (told !== null && !TOLD_OF.has(told) && !(asks && told === 'batal')) return likely(told);
  if (asks) return none('not_a_command');
  if (reportsSomething(words)) return likely('lapor');
  return asksToJoin(words) ? likely('daftar') : none('not_a_command');
}

/** "halo admin" greets, "kembali kasih" answers thanks. */
function isOnlyPolite(all: readonly string[], words: readonly string[]): boolean {
  const greets = all[0] !== words[0] && words.length === 1 && words[0] === 'admin';
  return greets || (words[0] === 'kembali' && all.includes('kasih'));
}

/**
 * A full stop after a short word ends an abbreviation ("Gg."), no clause; "batalkan saja" behind a reason
 * and "jangan" behind "stop" begin one, but "tidak jadi batalkan" takes it back.
 */
const CLAUSE_END =
  /[,;!\n]+|(?<=\p{L}{4})\.+|(?<=^(?:stop|setop|berhenti|cukup|sudah|udah))\s(?=(?:jangan|jgn) (?:di)?(?:kirim|ngirim|wa|chat|sms|spam|hubungi|ganggu))|\s(?=(?:tolong |mohon )?(?:di)?batal(?:kan|in) (?:saja|aja|ae)|(?:tolong|mohon) (?:di)?batal(?:kan|in))(?<!\b(?:jangan|jgn|tidak|tdk|g|ga|gak|gk|ngga|nggak|ndak|bukan|jadi|jd)\s{1,4})/iu;

/** In a text without any of these nothing ends a clause. */
const MAY_DIVIDE = /[,.;!\n]|batal|jangan|jgn/iu;

/** "saya berubah pikiran, batal saja": the clause that is a command, when there is one and the others only say why. */
function findInClause(text: string): Command | null {
  if (text.includes('?') || !MAY_DIVIDE.test(text)) return null;
  const clauses = text
    .split(CLAUSE_END)
    .map((clause) => trimPolite(inIndonesian(wordsOf(clause))))
    .filter((words) => words.length > 0);
  if (clauses.length < 2) return null;
  const [found, ...more] = new Set(clauses.flatMap((words) => find(words) ?? []));
  return more.length === 0 ? (found ?? null) : null;
}

/** "mau lapor lampu jalan mati": the report, and then what. */
function reportsSomething(words: readonly string[]): boolean {
  const start = words.findIndex((word) => !JOINING.wish.has(word));
  return (
    REPORTING.has(words[start] ?? '') &&
    words.length > start + 1 &&
    words[start + 1] !== 'ke' &&
    !JOINING.otherwise.has(words[start + 1] ?? '')
  );
}

/** "saya mau ikut pelatihan bikin konten": the wish to join, and then, in a few words, what. */
function asksToJoin(words: readonly string[]): boolean {
  const start = words.findIndex((word) => !JOINING.wish.has(word));
  const [act = '', ...rest] = words.slice(Math.max(start, 0));
  const at = rest.findIndex((word) => !JOINING.between.has(word));
  const wishes = words.slice(0, start).some((word) => JOINING.wanting.has(word));
  return (
    (JOINING.registering.has(act) || (wishes && JOINING.joining.has(act))) &&
    JOINING.classes.has(rest[at] ?? '') &&
    !words.some((word) => JOINING.otherwise.has(word))
  );
}

/** A command is short; a longer message tells something. */
const MOST_WORDS = 8;

/** Also told of: "saya sudah ikut pelatihan kemarin", "menunya apa saja" of the lunch. */
const TOLD_OF: ReadonlySet<Command> = new Set(['daftar', 'menu', 'mulai']);

/** "sudah jadi belum", "ada di daftar tidak": the closing word asks and denies nothing. */
function withoutClosing(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return last === 'tidak' || last === 'belum' ? words.slice(0, -1) : words;
}

function find(words: readonly string[], more: ReadonlySet<string> = MORE_WORDS): Command | null {
  const forms: (readonly string[])[] = [];
  for (const word of words) {
    const own = formsOf(word);
    if (own === NO_FORMS && !more.has(word) && !isCalled(word)) return null;
    forms.push(own);
  }
  return COMMAND_RULES.find((rule) => matches(rule, words, forms, more))?.command ?? null;
}

/** A word, and what it is without -nya, me-, di-, -kan, -in: "mengajukan", "statusnya". "Stopan" and "pelapor" are names. */
function formsOf(word: string): readonly string[] {
  const itself = RULE_WORDS.has(word) ? [word] : NO_FORMS;
  if (word.length < SHORTEST_DERIVED || (word.endsWith('an') && !word.endsWith('kan'))) return itself;
  const roots = rootsOf(word, RULE_WORDS);
  if (roots.length === 0 || GIVES_BACK.test(word)) return itself;
  const long = roots.flatMap(({ root, affix }) => (isStem(root, affix) && !isNameEnding(word, root) ? [root] : []));
  return long.length === 0 ? itself : [...itself, ...long];
}

function isStem(root: string, affix: Root['affix']): boolean {
  return root.length >= SHORTEST_STEM && (affix === 'bare' || affix === 'deed');
}

/** "Bataline" and "Daftari" are names. */
function isNameEnding(word: string, root: string): boolean {
  return word.startsWith(root) && /^(?:in|kan)?(?:i|e|o|n|ne|mu)$/u.test(word.slice(root.length));
}

/** Of a word that no rule knows. */
const NO_FORMS: readonly string[] = [];
/** What is given back does not go back: "saya kembaliin besok". */
const GIVES_BACK = /kembali(?:kan|in)$/u;
/** Shorter words are as they stand: "meni" is no derived word. */
const SHORTEST_DERIVED = 6;
const SHORTEST_STEM = 4;

function matches(
  { all, also, isExact }: CommandRule,
  words: readonly string[],
  forms: readonly (readonly string[])[],
  more: ReadonlySet<string>,
): boolean {
  for (const group of all) if (!forms.some((own) => isOf(own, group))) return false;
  return words.every((word, at) => {
    const own = forms[at] ?? NO_FORMS;
    if (all.some((group) => isOf(own, group)) || isOf(own, also)) return true;
    return !isExact && (more.has(word) || isCalled(word));
  });
}

function isOf(forms: readonly string[], group: ReadonlySet<string>): boolean {
  for (const form of forms) if (group.has(form)) return true;
  return false;
}

function untypo(word: string): string {
  if (word.endsWith(ASKS)) return word;
  const isLong = word.length >= SHORTEST_TYPO;
  const meant = TYPABLE_BY_START.get(word.charAt(0))?.find(
    (each) => isWithoutVowels(word, each) || (isLong && isNear(word, each) && !word.startsWith(each)),
  );
  return meant ?? word;
}

const TYPABLE_BY_START = byStart(TYPABLE);
/** "batalkah" asks, and is no slip of "batalkan". */
const ASKS = 'kah';
/** "batak" is no "batal", "Kembar" no "kembali": shorter words and first names are left alone. */
const SHORTEST_TYPO = 6;
