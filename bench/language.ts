import { isRight, loadRows, readRow } from './language-score.ts';
import type { Row } from './language-score.ts';

/** Readings of one row to time it; the first ones warm up. */
const TIMES = 200;

interface Score {
  right: number;
  all: number;
  micros: number[];
}

const rows = loadRows();
const scores = new Map<string, Score>();
const wrong: string[] = [];
let [falseYes, missedEmergencies] = [0, 0];

for (const row of rows) {
  const got = readRow(row);
  const score = scores.get(row.kind) ?? { right: 0, all: 0, micros: [] };
  scores.set(row.kind, score);
  score.all += 1;
  if (isRight(row, got)) score.right += 1;
  else
    wrong.push(
      `${row.kind}: ${JSON.stringify(row.text)} -> ${JSON.stringify(got)}, expected ${JSON.stringify(row.expected)}`,
    );
  if (row.kind === 'yes_no' && got === 'yes' && row.expected !== 'yes') falseYes += 1;
  if (row.kind === 'emergency' && row.expected === true && got !== true) missedEmergencies += 1;
}
for (const row of rows) scores.get(row.kind)?.micros.push(microsOf(row));

function microsOf(row: Row): number {
  for (let time = 0; time < TIMES; time += 1) readRow(row);
  const start = process.hrtime.bigint();
  for (let time = 0; time < TIMES; time += 1) readRow(row);
  return Number(process.hrtime.bigint() - start) / 1000 / TIMES;
}

const show = (value: number): string => value.toFixed(1).padStart(8);

for (const line of wrong) console.log(line);
console.log(
  `\n${'kind'.padEnd(12)}${'right'.padStart(10)}${'%'.padStart(8)}${'median us'.padStart(10)}${'worst us'.padStart(10)}`,
);
for (const [kind, { right, all, micros }] of scores) {
  const times = micros.toSorted((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? 0;
  console.log(
    `${kind.padEnd(12)}${`${right}/${all}`.padStart(10)}${show((100 * right) / all)}  ${show(median)}  ${show(times.at(-1) ?? 0)}`,
  );
}
const right = rows.length - wrong.length;
console.log(`${'all'.padEnd(12)}${`${right}/${rows.length}`.padStart(10)}${show((100 * right) / rows.length)}`);
console.log(`false yes: ${falseYes}   missed emergencies: ${missedEmergencies}`);
process.exitCode = falseYes + missedEmergencies > 0 ? 1 : 0;
