import { keyOf } from './tongue.ts';

/** A flow and the texts of it that people see, in the order of the file. */
export interface FlowTexts {
  readonly flow: string;
  readonly forOfficers: boolean;
  readonly texts: readonly string[];
}

/** One entry of the section as it stands in the file: its comment, and the lines of its value. */
interface Entry {
  readonly comments: readonly string[];
  readonly key: string;
  readonly lines: readonly string[];
}

/** Above what is translated no more. */
const STALE = '    # BASI: kalimat Indonesianya sudah berubah. Terjemahkan yang baru, lalu hapus yang ini. Dahulu:';
const EMPTY = '""';

/**
 * A locale file with its section `alur` brought up to date: every text of the flows with the Indonesian one above it,
 * what is translated already as it was, what is missing as `""`, and what the flows say no more marked as stale. All else
 * in the file stays byte for byte; doing it twice changes nothing more. What another flow has translated is taken over.
 */
export function writeSection(file: string, flows: readonly FlowTexts[]): string {
  const { before, section, after } = cutSection(file);
  const known = readEntries(section);
  const elsewhere = new Map(
    [...known.values()]
      .flat()
      .filter(isFilled)
      .map((entry) => [entry.key, entry]),
  );
  const written = flows.flatMap(({ flow, texts }) => {
    const old = known.get(flow) ?? [];
    const entries = writeFlow(texts, old, elsewhere);
    return entries.length === 0 ? [] : ['', `  ${flow}:`, ...entries];
  });
  return [...before, 'alur:', ...written.slice(1), ...after].join('\n');
}

/** The lines of `alur:` and what stands around them; at the end of the file where there is none yet. */
function cutSection(file: string) {
  const lines = file.trimEnd().split('\n');
  const from = lines.indexOf('alur:');
  if (from < 0) return { before: [...lines, '', ...HEADER], section: [], after: [''] };
  const length = lines.slice(from + 1).findIndex((line) => /^\S/u.test(line));
  const to = length < 0 ? lines.length : from + 1 + length;
  const rest = lines.slice(to);
  const after = rest.length === 0 ? [''] : ['', ...rest, ''];
  return { before: lines.slice(0, from), section: lines.slice(from + 1, to), after };
}

const HEADER = [
  '# Kalimat alur. Di atas tiap baris kalimat Indonesianya; yang masih "" belum diterjemahkan dan tampil dalam bahasa Indonesia.',
  '# Diperbarui dengan: gelombang flows translate <kode>',
];

function readEntries(section: readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const flows = new Map<string, Entry[]>();
  let entries: Entry[] = [];
  let comments: string[] = [];
  for (const line of section) {
    const [, flow] = /^ {2}([\w-]+):\s*$/u.exec(line) ?? [];
    const [, key] = /^ {4}(\w+):/u.exec(line) ?? [];
    if (flow !== undefined) {
      entries = [];
      flows.set(flow, entries);
    } else if (key !== undefined) {
      entries.push({ comments, key, lines: [line] });
      comments = [];
    } else if (/^ {4}#/u.test(line)) comments.push(line);
    else if (line.trim() !== '') extendLast(entries, line);
  }
  return flows;
}

/** A further line of a value that stands on several. */
function extendLast(entries: Entry[], line: string): void {
  const last = entries.pop();
  if (last !== undefined) entries.push({ ...last, lines: [...last.lines, line] });
}

/** A stale entry keeps its place behind the one that it stood behind. */
function writeFlow(texts: readonly string[], old: readonly Entry[], elsewhere: ReadonlyMap<string, Entry>): string[] {
  const keys = new Set(texts.map(keyOf));
  const written: string[] = [];
  const writeStale = (from: number): void => {
    for (const entry of old.slice(from)) {
      if (keys.has(entry.key)) return;
      if (isFilled(entry)) written.push(STALE, ...entry.comments.filter((line) => line !== STALE), ...entry.lines);
    }
  };
  writeStale(0);
  for (const text of texts) {
    const key = keyOf(text);
    const at = old.findIndex((entry) => entry.key === key);
    const kept = old[at];
    const entry = kept !== undefined && isFilled(kept) ? kept : (elsewhere.get(key) ?? kept);
    const comments = text.split('\n').map((line) => `    # ${line}`.trimEnd());
    written.push(...comments, ...(entry?.lines ?? [`    ${key}: ${EMPTY}`]));
    if (at >= 0) writeStale(at + 1);
  }
  return written;
}

function isFilled({ lines }: Entry): boolean {
  return lines.length > 1 || !(lines[0] ?? '').endsWith(`: ${EMPTY}`);
}
