import { FILES, harmOf, isRight, loadRows, readRow } from './language-score.ts';
import type { Row } from './language-score.ts';
import { growthOf, longTimesOf, microsOf, slowestOf } from './language-time.ts';
import type { LongTime } from './language-time.ts';

/** The last is more than a chat brings in one message: a reader may refuse it, but at once. */
const LENGTHS = [1000, 4000, 10_000] as const;
/** From 1,000 to 4,000 characters a linear reader takes four times as long; a quadratic one sixteen times. */
const MOST_GROWTH = 9;
const GROWTH_TRIES = 3;
/** Readings that may not happen at all, in whatever file. */
const FORBIDDEN = ['false yes', 'missed emergency'] as const;
/** Nobody tunes on these rows: only their counts are shown. */
const CLOSED = 'held-back';

const files = FILES.map((name) => ({ name, rows: loadRows(name).map((row) => ({ row, got: readRow(row) })) }));
type Read = (typeof files)[number]['rows'][number];

const kinds = [...new Set(files.flatMap(({ rows }) => rows.map(({ row }) => row.kind)))];

if (process.argv.includes('--wrong')) for (const { name, rows } of files) if (name !== CLOSED) showWrong(name, rows);
showScores();
showHarm();
showTimes();

function showWrong(name: string, rows: readonly Read[]): void {
  for (const { row, got } of rows) {
    if (isRight(row, got)) continue;
    const { kind, text, expected } = row;
    console.log(`${name} ${kind}: ${JSON.stringify(text)} -> ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
  }
  console.log('');
}

function showScores(): void {
  line('right', FILES);
  for (const kind of [...kinds, 'all'])
    line(
      kind,
      FILES.map((_, at) => scoreOf(at, kind)),
    );
}

function scoreOf(at: number, kind: string): string {
  const rows = (files[at]?.rows ?? []).filter(({ row }) => kind === 'all' || row.kind === kind);
  const right = rows.filter(({ row, got }) => isRight(row, got)).length;
  return rows.length === 0 ? '-' : `${right}/${rows.length} ${((100 * right) / rows.length).toFixed(1)} %`;
}

function showHarm(): void {
  console.log('');
  for (const harm of [...FORBIDDEN, 'false alarm'] as const) {
    const counts = files.map(({ rows }) => rows.filter(({ row, got }) => harmOf(row, got) === harm).length);
    line(harm, counts.map(String));
    const isForbidden = FORBIDDEN.some((forbidden) => forbidden === harm);
    if (isForbidden && counts.some((count) => count > 0)) process.exitCode = 1;
  }
}

function showTimes(): void {
  console.log('');
  line('microseconds', ['median', 'worst', ...LENGTHS.map((length) => `${length} signs`), 'growth']);
  for (const kind of kinds) {
    const rows = files.flatMap((file) => file.rows.map(({ row }) => row)).filter((row) => row.kind === kind);
    const times = rows.map(microsOf).toSorted((a, b) => a - b);
    const middle = times[Math.floor(times.length / 2)] ?? 0;
    line(kind, [middle.toFixed(1), (times.at(-1) ?? 0).toFixed(1), ...longTimes(rows)]);
  }
}

/** A long text is asked in the context of the kind's first row. */
function longTimes([row]: readonly Row[]): readonly string[] {
  if (row === undefined) return [];
  const [short, long, longest] = LENGTHS.map((length) => longTimesOf(row, length));
  if (short === undefined || long === undefined || longest === undefined) return [];
  const growth = smallestGrowth(row, growthOf(short, long));
  if (growth !== null && growth.micros > MOST_GROWTH) process.exitCode = 1;
  return [...[short, long, longest].map(slowest), growth === null ? '-' : shown(growth, 1)];
}

/** What grows too fast is measured again: a busy machine only ever adds time. */
function smallestGrowth(row: Row, first: LongTime | null): LongTime | null {
  let growth = first;
  for (let tries = 0; tries < GROWTH_TRIES && growth !== null && growth.micros > MOST_GROWTH; tries += 1)
    growth = growthOf(longTimesOf(row, LENGTHS[0]), longTimesOf(row, LENGTHS[1]));
  return growth;
}

function slowest(times: readonly LongTime[]): string {
  const time = slowestOf(times);
  return time.micros < 1 ? '0' : shown(time, 0);
}

function shown({ micros, repeated }: LongTime, decimals: number): string {
  return `${JSON.stringify(repeated.slice(0, 8))} ${micros.toFixed(decimals)}`;
}

function line(head: string, cells: readonly string[]): void {
  console.log(head.padEnd(18) + cells.map((cell) => cell.padStart(20)).join(''));
}
