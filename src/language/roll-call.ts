import { ALL, createChoiceList, readChoice } from './choice.ts';
import type { ChoiceList } from './choice.ts';
import { normalize } from './normal.ts';
import { coreWords } from './polite.ts';

/**
 * Who was in class, as rows of the list of names (`isNamed`: those who were named, else all others); or the part of the
 * sentence that names nobody, or several.
 */
export type RollCall =
  | { readonly type: 'present'; readonly rows: readonly number[]; readonly isNamed: boolean }
  | { readonly type: 'unclear'; readonly part: string; readonly rows: readonly number[] };

/**
 * Reads how an officer says who was in class: "semua", "semua hadir kecuali 3, 7 dan Budi", "yang tidak hadir 3 dan 7",
 * "1-10 dan Siti". A row is named by its number or by a part of its name. The first part that cannot be read is told, and
 * nobody is then in or out.
 */
export function readRollCall(text: string, names: readonly string[]): RollCall {
  const [before = '', ...rest] = text.split(EXCEPT);
  const isExcept = rest.length > 0;
  const statement = isExcept ? before : text;
  const said = normalize(statement);
  const isAbsent = said.search(ABSENT) >= 0;
  const isMuddled = isExcept ? !isAbout(statement) : isAbsent && PRESENT.test(said.replaceAll(ABSENT, ''));
  if (isMuddled) return { type: 'unclear', part: statement.trim(), rows: [] };
  const everybody = names.map((_, row) => row);
  if (!isExcept && !isAbsent && saysAll(statement)) return { type: 'present', rows: everybody, isNamed: false };
  const list = createChoiceList(names.map((label) => ({ label })));
  const named = readNamed(isExcept ? rest.join(' ') : text, list);
  if (named.type === 'unclear') return named;
  if (isExcept === isAbsent) return { type: 'present', rows: named.rows, isNamed: true };
  return { type: 'present', rows: everybody.filter((row) => !named.rows.includes(row)), isNamed: false };
}

type Named = { readonly type: 'rows'; readonly rows: readonly number[] } | Extract<RollCall, { type: 'unclear' }>;

/** The rows of a list such as "3, 7 (sakit) dan Pak Budi". */
function readNamed(text: string, list: ChoiceList): Named {
  const parts = text.split(JOINT).map(bare).filter(Boolean);
  const rows = new Set<number>();
  for (const part of parts) {
    const reading = readChoice(part, list, { most: list.options.length });
    if (reading.type === 'value') for (const row of reading.value) rows.add(row);
    else return { type: 'unclear', part, rows: reading.type === 'several' ? reading.candidates.flat() : [] };
  }
  return parts.length === 0 ? { type: 'unclear', part: text.trim(), rows: [] } : { type: 'rows', rows: [...rows] };
}

const EXCEPT = /(?<!\p{L})(?:kecuali|kec\.|kec(?=\s)|selain|kejaba|kajabi)(?!\p{L})/iu;
/** As `normalize` writes it: every "tdk", "gak" and "nggak" is "tidak" by then. */
const ABSENT =
  /\b(?:(?:tidak|belum|ora|mboten) (?:hadir|datang|masuk|ikut|ada|mlebu|rawuh)|absen|bolos|sakit|izin|alpa|alpha)\b/gu;
const PRESENT = /\b(?:hadir|datang|masuk)\b/u;
const JOINT = /[,;\n&+/]|\s(?:dan|serta|dgn|karo|kaliyan)(?=\s)/iu;
const IN_PARENTHESES = /\([^)]*\)/gu;

/** Words around a name that do not say who it is: whether somebody came, and why not. */
const BESIDE = new Set(
  'yang itu hanya cuma aja peserta nomor nomer no urut nama hadir datang masuk ikut tercatat tidak belum ada absen bolos sakit izin alpa alpha sdr sdri saudara saudari'.split(
    ' ',
  ),
);

/** A part without what stands around the name in it. */
function bare(part: string): string {
  const words = part.replaceAll(IN_PARENTHESES, ' ').split(/\s+/u);
  return words.slice(words.findIndex(saysWho), words.findLastIndex(saysWho) + 1).join(' ');
}

function saysWho(word: string): boolean {
  return coreWords(word).some((one) => !BESIDE.has(one) && !ALL.has(one));
}

/** Whether a statement names nobody: "semua orang hadir", "yang tidak hadir". */
function isAbout(statement: string): boolean {
  return coreWords(statement).every((word) => ALL.has(word) || BESIDE.has(word) || word === 'orang');
}

function saysAll(statement: string): boolean {
  return isAbout(statement) && coreWords(statement).some((word) => ALL.has(word));
}
