import { isScalar, isSeq, parseDocument, stringify } from 'yaml';

import type { TranscriptVerdict } from './run-transcripts.ts';

/** A `bot` line of a file whose words changed. */
export interface Rewording {
  /** Of the transcript in the file, from 0, and of its line. */
  readonly transcript: number;
  readonly line: number;
  readonly words: string;
}

/** The `bot` lines of a transcript that say something else now; null when anything else about it does not hold. */
export function rewordingsOf({ faults }: TranscriptVerdict, transcript: number): readonly Rewording[] | null {
  const reworded = faults.map(({ line, expected, said = [] }) => {
    const words = nearest(expected.replace(/^bot: /u, ''), said);
    return words === null ? null : { transcript, line: line - 1, words };
  });
  return reworded.some((one) => one === null) ? null : reworded.flatMap((one) => one ?? []);
}

/** The line that was said which shares most words with the expected one; null when nothing was said. */
function nearest(expected: string, said: readonly string[]): string | null {
  const wanted = wordsOf(expected);
  const lines = said.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const shared = lines.map((line) => [...wordsOf(line)].filter((word) => wanted.has(word)).length);
  return lines[shared.indexOf(Math.max(...shared))]?.trim() ?? null;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** The file with the new words in their places; every other byte stays as it is. */
export function rewordFile(source: string, rewordings: readonly Rewording[]): string {
  const document = parseDocument(source, { schema: 'failsafe' });
  const edits = rewordings.flatMap(({ transcript, line, words }) => {
    const node = document.getIn(['uji', transcript, 'percakapan', line, 'bot'], true);
    return isScalar(node) && node.range ? [{ from: node.range[0], to: node.range[1], words }] : [];
  });
  let text = source;
  for (const { from, to, words } of edits.toSorted((a, b) => b.from - a.from)) {
    text = `${text.slice(0, from)}${stringify(words, { lineWidth: 0 }).trimEnd()}${text.slice(to)}`;
  }
  return text;
}

/** How many transcripts stand in a file. */
export function countTranscripts(source: string): number {
  const list = parseDocument(source, { schema: 'failsafe' }).get('uji');
  return isSeq(list) ? list.items.length : 0;
}
