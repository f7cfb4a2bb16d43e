import { setMaxListeners } from 'node:events';
import { parseArgs } from 'node:util';

import { crash } from './crash.ts';
import type { Outcome } from './crash.ts';
import { runLinked } from './linked/run.ts';
import { mutants } from './mutants.ts';
import type { Settings } from './settings.ts';

/**
 * `npm run crash -- [--pair embedded|distributed|both] [--processes 4] [--flush 2] [--seed 7] [--kills 20] [--people 200]
 * [--rush] [--webhook] [--fast] [--mutant <name>] [--mutants]`: people register at once over the Bot API peer while processes of
 * the service are killed and started again, and Redis forgets everything. With the same seed they want, think and say the
 * same, and it dies at the same places; what the machine does in between is its own.
 * `npm run crash -- --linked`: a linked WhatsApp device instead, killed once at every step.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    pair: { type: 'string', default: 'embedded' },
    processes: { type: 'string' },
    kills: { type: 'string', default: '20' },
    flush: { type: 'string', default: '0' },
    people: { type: 'string', default: '200' },
    rush: { type: 'boolean', default: false },
    webhook: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    mutants: { type: 'boolean', default: false },
    linked: { type: 'boolean', default: false },
  },
});
// One signal ends all the deliveries of the peer's webhook at once: there may be many, and none is a leak.
setMaxListeners(0);
const pairs = values.pair === 'both' ? ['embedded', 'distributed'] : [values.pair];
const known = mutants.map(({ name }) => name);
if (values.mutant !== undefined && !known.includes(values.mutant)) throw new Error(`mutants: ${known.join(', ')}`);
const say = (line: string): void => console.log(line);
if (values.linked) process.exit((await runLinked(say)) ? 0 : 1);
/** Few people and few deaths are enough for a mutant. */
const small = { people: 16, kills: 5, flushes: 0, fast: true };
/** Embedded there is always one. */
const distributedProcesses = '4';

say(`seed ${values.seed}`);
const outcomes: Outcome[] = [];
for (const pair of pairs) {
  const settings = settingsOf(pair);
  if (values.mutants) await runMutants(settings);
  else outcomes.push(await crash(settings, (line) => say(`${pair}: ${line}`)));
}
if (outcomes.length > 0) print(outcomes);

function settingsOf(pair: string): Settings {
  if (pair !== 'embedded' && pair !== 'distributed') throw new Error('--pair: embedded, distributed or both');
  const processes = pair === 'embedded' ? 1 : Number(values.processes ?? distributedProcesses);
  return {
    seed: Number(values.seed),
    pair,
    processes,
    kills: Number(values.kills),
    flushes: pair === 'embedded' ? 0 : Number(values.flush),
    people: Number(values.people),
    rush: values.rush,
    webhook: values.webhook,
    fast: values.fast,
    mutant: values.mutant ?? null,
  };
}

async function runMutants(settings: Settings): Promise<void> {
  for (const mutant of known) {
    const outcome = await crash({ ...settings, ...small, mutant });
    const [first] = outcome.violations;
    if (first === undefined) process.exitCode = 1;
    say(`${mutant}: ${first === undefined ? 'SURVIVED' : `killed, ${outcome.violations.length} times: ${first}`}`);
  }
}

/** A line for each figure, a column for each pair. */
function print(all: readonly Outcome[]): void {
  const row = (name: string, cells: readonly (string | number)[]): void =>
    say(name.padEnd(44) + cells.map((cell) => String(cell).padStart(14)).join(''));
  row('', pairs);
  const counts = all.map(({ figures: { events, longestWait, seconds, ...rest } }) => ({
    ...rest,
    longestWait: longestWait.toFixed(1),
    seconds: seconds.toFixed(1),
  }));
  for (const name of Object.keys(counts[0] ?? {}) as (keyof (typeof counts)[number])[]) {
    row(
      name,
      counts.map((figures) => figures[name]),
    );
  }
  const events = new Set(all.flatMap(({ figures }) => Object.keys(figures.events)));
  for (const event of [...events].toSorted())
    row(
      `logged: ${event}`,
      all.map(({ figures }) => figures.events[event] ?? 0),
    );
  const violations = all.flatMap(({ violations: found }, index) => found.map((one) => `${pairs[index]}: ${one}`));
  const kinds = new Map<string, readonly string[]>();
  for (const one of violations) {
    const kind = one.replaceAll(/\d+/gu, '#');
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  for (const [first, ...others] of kinds.values())
    say(`BROKEN ${first}${others.length > 0 ? `; and ${others.length} more of that kind` : ''}`);
  if (violations.length > 0) process.exitCode = 1;
  say(violations.length === 0 ? 'Every promise was kept.' : `${violations.length} promises were broken.`);
}
