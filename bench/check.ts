import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

import { catalogue as offered } from '../src/domain/catalogue.ts';
import type { Catalogue } from '../src/engine/catalogue.ts';
import { checkFlows } from '../src/engine/check/check-flows.ts';
import { GRAMMAR } from '../src/engine/check/grammar.ts';
import { loadFlows } from '../src/engine/loading/load-flows.ts';
import { readFlowFile } from '../src/engine/reading/read-flow-file.ts';
import { readSentences } from '../src/engine/say.ts';

/**
 * How long a directory of 500 flows takes to be checked: the flows that ship, again and again under other names, each
 * with keywords, links, events and calls of its own round. `npm run bench:check`.
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

/** The same flow once more: its name, the flows that it runs, and what starts it get the round's number. */
function renamed(text: string, round: number): string {
  if (round === 0) return text;
  return text
    .replaceAll(/^(\s*(?:- )?(?:alur|tautan): |  peristiwa: )([\w-]+)/gmu, `$1$2_${round}`)
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
const catalogue: Catalogue = {
  ...offered,
  events: Object.fromEntries(
    Object.entries(offered.events).flatMap(([name, brings]) => rounds.map((round) => [named(name, round), brings])),
  ),
};
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

const load = (loadavg()[0] ?? 0).toFixed(1);
process.stdout.write(
  `${files.length} flows, ${Math.round(bytes / 1024)} kB, one of ${availableParallelism()} cores, node ${process.version}, load ${load}\n`,
);
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
