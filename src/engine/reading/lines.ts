import { withoutSpaces } from './sentence.ts';

/** One line of a flow file, with what can be said of it without parsing the file. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** Inside a text that stands below `|` or `>`: every sign is just a sign there. */
  readonly inText: boolean;
  /** `- kirim: Halo` as key `kirim` and value `Halo`; null for lines of another shape. */
  readonly entry: Entry | null;
}

export interface Entry {
  readonly key: string;
  /** Where the key begins, 0-based: the indentation of its block. */
  readonly column: number;
  /** What follows the colon, with a comment if there is one; empty when the value stands below. */
  readonly value: string;
  /** The line up to the value. */
  readonly before: string;
}

const ENTRY = /^( *(?:- +)*)("[^"]*" *|'[^']*' *|[^\s"'#[\]{},&*!|>%@`-][^:#"]*|-?\d[^:#"]*):(?: +(.*)|$)/u;
/** A value that says "the text stands below". */
export const TEXT_BELOW = /^[|>][-+]?[1-9]?[-+]?(?: +#.*)?$/u;
const ITEM_BELOW = /^( *)(?:- +)*- +[|>][-+]?[1-9]?[-+]?(?: +#.*)?$/u;

/** The lines of a file, each with its entry; texts below `|` are told apart by their indentation. */
export function readLines(text: string): readonly Line[] {
  let owner: number | null = null;
  return text.split(/\r?\n/u).map((line, index) => {
    const number = index + 1;
    const indent = line.length - line.trimStart().length;
    if (owner !== null && (line.trim() === '' || indent > owner))
      return { number, text: line, inText: true, entry: null };
    const entry = readEntry(line);
    owner = ownsTextBelow(line, entry);
    return { number, text: line, inText: false, entry };
  });
}

function readEntry(line: string): Entry | null {
  const match = ENTRY.exec(line);
  if (match === null) return null;
  const [whole, start = '', key = '', value = ''] = match;
  const before = whole.slice(0, whole.length - value.length);
  return { key: withoutSpaces(key), column: start.length, value: value.trimEnd(), before };
}

/** The column that the lines of a text must go beyond, when this line opens one. */
function ownsTextBelow(line: string, entry: Entry | null): number | null {
  if (entry !== null) return TEXT_BELOW.test(entry.value) ? entry.column : null;
  return ITEM_BELOW.exec(line)?.[1]?.length ?? null;
}
