import { TEXT_BELOW } from './lines.ts';
import type { Entry, Line } from './lines.ts';
import { quote, withPlainSpaces } from './sentence.ts';

/** A slip that can be seen in one line; `betul` is the line to copy, where there is one. */
export interface Slip {
  readonly code: string;
  readonly line: number;
  readonly params: Readonly<Record<string, string | number>>;
}

type Rule = (line: Line, next: Line | undefined) => Omit<Slip, 'line'> | null;

/** The slips that lines show by themselves. After a quote that was left open every other quote looks wrong, too. */
export function findSlips(lines: readonly Line[]): readonly Slip[] {
  const slips = lines.map((line, at) => findSlip(line, lines[at + 1])).filter((slip) => slip !== null);
  const first = slips.find(({ code }) => code === 'petik_tidak_ditutup');
  return slips.filter((slip) => slip === first || slip.code !== 'petik_tidak_ditutup');
}

/** Words, or a key with nothing behind it, words or a text in quotes: nearly every line is, and no rule finds anything. */
const EVEN = /^ *(?:- )?(?:[a-z_]+:(?: (?:[A-Za-z\d][^:]*|"(?!\{\{)[^"\\]*"))?|[A-Za-z\d][^:{]*)$/u;

/** Signs that nobody sees: of control, ends of lines that are none to a parser, and those that turn a sentence around. */
const UNSEEN = /[^\P{Cc}\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** The first slip of a line, or none. Lines of a text below `|` have none; `next` is the line behind it. */
function findSlip(line: Line, next: Line | undefined): Slip | null {
  if (UNSEEN.test(line.text)) return { code: 'tanda_kendali', line: line.number, params: {} };
  if (line.inText || EVEN.test(line.text) || /^\s*(?:#|$)/u.test(line.text)) return null;
  for (const rule of RULES) {
    const slip = rule(line, next);
    if (slip !== null) return { ...slip, line: line.number };
  }
  return null;
}

const tabs: Rule = ({ text }) => (/^ *(?:- *)*\t/u.test(text) ? { code: 'tab', params: {} } : null);

/** Before a key, behind a dash and around a colon they are taken for letters; inside a sentence they do no harm. */
const foreignSpaces: Rule = ({ text }) => {
  const start = /^[\s\u200B]*(?:-[\s\u200B]*)*(?:[\p{L}\p{N}_\s\u200B]*:[\s\u200B]*)?/u.exec(text)?.[0] ?? '';
  if (withPlainSpaces(start) === start) return null;
  return { code: 'spasi_word', params: { betul: withPlainSpaces(text) } };
};

const foreignDash: Rule = ({ text }) => {
  const match = /^( *)[–—•·▪●*] +(?=[a-z_]+:)/u.exec(text);
  return match === null
    ? null
    : { code: 'strip_word', params: { betul: `${match[1] ?? ''}- ${text.slice(match[0].length)}` } };
};

const dashWithoutSpace: Rule = ({ text }) => {
  const match = /^( *)-([a-z_]+ *:(?: .*)?)$/u.exec(text);
  return match === null
    ? null
    : { code: 'strip_tanpa_spasi', params: { betul: `${match[1] ?? ''}- ${match[2] ?? ''}` } };
};

/** `kirim:Halo`; an address (`https://`) is a sentence of its own. */
const colonWithoutSpace: Rule = ({ text }) => {
  const match = /^( *(?:- +)*)([\p{L}_]+):(?!\/\/)(\S.*)$/u.exec(text);
  if (match === null) return null;
  return { code: 'titik_dua_tanpa_spasi', params: { betul: `${match[1] ?? ''}${match[2] ?? ''}: ${match[3] ?? ''}` } };
};

const merge: Rule = ({ entry }) => (entry?.key === '<<' ? { code: 'kunci_gabung', params: {} } : null);

/** Keys that hold an expression: braces there are one pair too many, with quotes or without. */
const EXPRESSION_KEYS: ReadonlySet<string> = new Set(
  'jika hanya_jika terpenuhi_jika isi_dari tawarkan paling_awal paling_akhir paling_sedikit paling_banyak'.split(' '),
);

const bracesWithoutQuotes: Rule = ({ text, entry }) => {
  const value = entry?.value ?? /- (\{\{.*)/u.exec(text)?.[1] ?? '';
  const inside = /^["']?\{\{(.*)\}\}["']?$/u.exec(value)?.[1];
  if (entry !== null && inside !== undefined && EXPRESSION_KEYS.has(entry.key)) {
    return { code: 'kurung_di_syarat', params: { betul: (entry.before + inside.trim()).trimStart() } };
  }
  return value.startsWith('{{') ? fix('kurung_tanpa_petik', text, value) : null;
};

/** A sentence wrapped in the quotes of a word processor is not quoted at all. */
const foreignQuotes: Rule = ({ text, entry }) => {
  const match = /^[“”‘’](.*)[“”‘’]$/u.exec(entry?.value ?? '');
  return match === null || entry === null
    ? null
    : { code: 'petik_word', params: { betul: entry.before + quote(match[1] ?? ''), baris: text.trim() } };
};

/** A text below `|` that does not stand further in than its key is not below it. */
const textNotBelow: Rule = ({ entry }, next) => {
  const isShort = entry !== null && TEXT_BELOW.test(entry.value) && next !== undefined && !next.inText;
  return isShort ? { code: 'teks_kurang_menjorok', params: { kunci: entry.key, spasi: entry.column + 2 } } : null;
};

/** A quote that is still open when the next entry begins would swallow that entry. */
const openQuote: Rule = ({ text, entry }, next) => {
  if (!/^"(?:[^"\\]|\\.)*$|^'(?:[^']|'')*$/u.test(entry?.value ?? '')) return null;
  const isOver = next === undefined || next.entry !== null || /^ *- /u.test(next.text);
  return isOver ? { code: 'petik_tidak_ditutup', params: { awal: text.trim() } } : null;
};

/** Signs that mean something to YAML when a value begins with them, and nothing to the author. */
const specialStart: Rule = ({ text, entry }) => {
  const value = entry?.value ?? '';
  const special = /^[&*!@`%]|^[-?] |^[|>](?![-+]?[1-9]?[-+]?(?: +#.*)?$)/u.exec(value);
  return special === null ? null : fix('awal_khusus', text, value, { tanda: special[0].trim() });
};

/** `"Halo" kata Budi`, `[nama] halo`: a value that is complete before the line is. */
const wordsBehindClose: Rule = ({ text, entry }) => {
  const value = entry?.value ?? '';
  const close = endOfWrapped(value);
  if (close === null || /^\s*(?:#.*)?$/u.test(value.slice(close))) return null;
  const wrapped = /^(["'])(.*)\1$/u.exec(value)?.[2];
  if (wrapped === undefined) return fix('awal_khusus', text, value, { tanda: value.slice(0, 1) });
  return { code: 'petik_di_dalam', params: { betul: text.trimStart().replace(value, () => quote(wrapped)) } };
};

const secondColon: Rule = ({ text, entry }) => {
  const value = entry?.value ?? '';
  const said = ` ${value}`.split(' #')[0] ?? '';
  if (/^["'[{|>]/u.test(value) || !/:(?:\s|$)/u.test(said)) return null;
  return fix('titik_dua_kedua', text, value);
};

const RULES: readonly Rule[] = [
  tabs,
  foreignSpaces,
  foreignDash,
  dashWithoutSpace,
  colonWithoutSpace,
  merge,
  bracesWithoutQuotes,
  foreignQuotes,
  textNotBelow,
  openQuote,
  specialStart,
  wordsBehindClose,
  secondColon,
];

/** The fault with the line as it should be: the same, its value between double quotes. */
function fix(code: string, text: string, value: string, params: Slip['params'] = {}): Omit<Slip, 'line'> {
  const before = text.slice(0, text.lastIndexOf(value));
  const sentence = value.replace(/(?<! ) {2,}#(?: .*)?$/u, '');
  return { code, params: { ...params, betul: (before + quote(sentence)).trimStart() } };
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Where the quotes or brackets that a value begins with are closed; null when it begins otherwise or never closes. */
function endOfWrapped(value: string): number | null {
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/u.exec(value);
  if (quoted !== null) return quoted[0].length;
  const closing: string[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    const opened = CLOSING[sign];
    if (opened !== undefined) closing.push(opened);
    else if (closing.length === 0) return null;
    else if (sign === closing.at(-1)) closing.pop();
    else if (sign === '"' || sign === "'") {
      const inner = endOfWrapped(value.slice(at));
      if (inner !== null) at += inner - 1;
    }
    if (closing.length === 0) return at + 1;
  }
  return null;
}

/** An entry that follows a complete one and stands further right, or between two columns that are open. */
export function findIndentSlips(lines: readonly Line[]): readonly Slip[] {
  const slips: Slip[] = [];
  let open: readonly number[] = [];
  let before: Entry | null = null;
  for (const { entry, number, inText } of lines) {
    if (inText || entry === null) continue;
    const { column } = entry;
    const complete = before !== null && before.value !== '' && !before.value.startsWith('#');
    const expected = complete && before !== null && column > before.column ? before.column : nearestOpen(open, column);
    if (expected !== null && expected !== column) slips.push(indentSlip(entry, number, expected));
    open = [...open.filter((one) => one < column), column];
    before = entry;
  }
  return slips;
}

/** The open column that an entry further left than the last one must return to. */
function nearestOpen(open: readonly number[], column: number): number | null {
  const last = open.at(-1);
  if (last === undefined || column >= last || open.includes(column)) return null;
  return open.reduce((best, one) => (Math.abs(one - column) < Math.abs(best - column) ? one : best), last);
}

/** Words with a space or a capital before the colon are a sentence that goes on, not a key. */
function indentSlip({ key, column }: Entry, line: number, expected: number): Slip {
  return /^[a-z_]+$/u.test(key)
    ? { code: 'lekuk_salah', line, params: { kunci: key, spasi: column, seharusnya: expected } }
    : { code: 'sambungan_bertitik_dua', line, params: { bagian: key } };
}
