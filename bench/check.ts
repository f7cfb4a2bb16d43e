import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { catalogue } from '../src/domain/catalogue.ts';
import { checkFlows } from '../src/engine/check/check-flows.ts';
import { GRAMMAR } from '../src/engine/check/grammar.ts';
import { loadFlows } from '../src/engine/loading/load-flows.ts';
import { readFlowFile } from '../src/engine/reading/read-flow-file.ts';
import { readSentences } from '../src/engine/say.ts';

/**
 * How long a directory of 500 flows takes to be checked: the flows that ship, again and again under other names, each
 * with keywords, links and calls of its own round. `npm run bench:check` takes the checker alone, in this process;
 * `npm run bench:check -- --folder <folder>` writes the flows there and times the whole command, `gelombang flows check
 * <folder>`, each time in a new process. That tells one warning a flow and language besides, for copies have no
 * translations; what else it told would be a fault of this file.
 */

const WANTED = 500;
const ROUNDS = 5;
const folder = new URL('../flows/', import.meta.url);
const { sentences } = readSentences('id.yaml', readFileSync(new URL('../locales/id.yaml', import.meta.url), 'utf8'));

const shipped = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.uji.yaml'))
  .map((file) => ({ name: file.replace('.yaml', ''), text: readFileSync(new URL(file, folder), 'utf8') }));

/** A service has one of each: the door that people come in by, and what leads them on. */
const ONLY_ONE: ReadonlySet<string> = new Set(['sambutan', 'menu']);

function named(name: string, round: number): string {
  return round === 0 || ONLY_ONE.has(name) ? name : `${name}_${round}`;
}

/**
 * The same flow once more: its name, the flows that it runs, and what starts it get the round's number; an event, which
 * the domain has but once, becomes a link where there is none.
 */
function renamed(text: string, round: number): string {
  if (round === 0) return text;
  return text
    .replaceAll(/^(\s*(?:- )?(?:alur|tautan): )([\w-]+)/gmu, `$1$2_${round}`)
    .replaceAll(/^ {2}peristiwa: ([\w-]+)\n/gmu, /^ {2}tautan: /mu.test(text) ? '' : `  tautan: $1_${round}\n`)
    .replaceAll(/((?:jalankan|prasyarat): )(\w+)/gu, (_all, word: string, name: string) => word + named(name, round))
    .replaceAll(/^(\s*kata_kunci: )\[(.*)\]/gmu, (_all, start: string, words: string) => {
      const others = words.split(',').map((word) => `nomor ${round} ${word.trim().replaceAll('"', '')}`);
      return `${start}[${others.map((word) => `"${word}"`).join(', ')}]`;
    });
}

const rounds = Array.from({ length: Math.ceil(WANTED / (shipped.length - ONLY_ONE.size)) }, (_one, round) => round);
const files = rounds.flatMap((round) =>
  shipped
    .filter(({ name }) => round === 0 || !ONLY_ONE.has(name))
    .map(({ name, text }) => ({ name: `${named(name, round)}.yaml`, text: renamed(text, round) })),
);
const bytes = files.reduce((sum, { text }) => sum + text.length, 0);

/** Seconds of a core: of the first round, as a command pays them, and of the best. */
function seconds(work: () => void): { readonly first: number; readonly best: number } {
  const taken = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000_000;
  });
  return { first: taken[0] ?? 0, best: Math.min(...taken) };
}

/** What the command as a whole may take. */
const MOST_SECONDS = 2;

/** Seconds of the whole command on a folder of these flows, start-up included. */
function timeCommand(target: string): void {
  mkdirSync(target, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(target, name), text);
  const command = [fileURLToPath(new URL('../bin/gelombang.js', import.meta.url)), 'flows', 'check', target];
  for (let run = 0; run < ROUNDS; run += 1) {
    const start = performance.now();
    const { stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    const taken = (performance.now() - start) / 1000;
    const told = stdout.trimEnd().split('\n').at(-1) ?? '';
    process.stdout.write(`${taken.toFixed(2)} s, ${(taken / MOST_SECONDS).toFixed(2)} of ${MOST_SECONDS} s: ${told}\n`);
  }
}

const load = (loadavg()[0] ?? 0).toFixed(1);
process.stdout.write(
  `${files.length} flows, ${Math.round(bytes / 1024)} kB, one of ${availableParallelism()} cores, node ${process.version}, load ${load}\n`,
);
/** Seconds of a core for the checker alone, and how they are spent. */
function timeChecker(): void {
  const whole = seconds(() => loadFlows(files, catalogue, sentences));
  const { issues, states } = loadFlows(files, catalogue, sentences);
  const read = files.map(({ name, text }) => ({ name: name.replace('.yaml', ''), file: readFlowFile(name, text) }));
  const reading = seconds(() => files.map(({ name, text }) => readFlowFile(name, text)));
  const checking = seconds(() => checkFlows(read, catalogue, GRAMMAR));
  const share = (part: number): string => `${((100 * part) / whole.best).toFixed(0)}%`;
  process.stdout.write(
    `all: first ${whole.first.toFixed(2)} s, best ${whole.best.toFixed(2)} s, ${issues.length} issues, ${states} states\n`,
  );
  process.stdout.write(`reading:   best ${reading.best.toFixed(2)} s (${share(reading.best)})\n`);
  process.stdout.write(`checking:  best ${checking.best.toFixed(2)} s (${share(checking.best)})\n`);
  process.stdout.write(`compiling and the rest: ${share(whole.best - reading.best - checking.best)}\n`);
  for (const { file, line, code } of issues.slice(0, 5)) process.stdout.write(`${file}:${line} ${code}\n`);
}

const { values: asked } = parseArgs({ options: { folder: { type: 'string' } } });
if (asked.folder === undefined) timeChecker();
else timeCommand(asked.folder);
