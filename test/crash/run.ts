import { setMaxListeners } from 'node:events';
import { parseArgs } from 'node:util';

import { crash } from './crash.ts';
import type { Outcome, Settings } from './crash.ts';
import { mutants } from './mutants.ts';

/**
 * `npm run crash -- [--seed 7] [--kills 20] [--people 200] [--webhook] [--fast] [--mutant <name>] [--mutants]`: people
 * register at once over the Bot API peer while the service is killed and started again. With the same seed they want,
 * think and say the same, and it dies at the same places; what the machine does in between is its own.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    kills: { type: 'string', default: '20' },
    people: { type: 'string', default: '200' },
    webhook: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
    mutant: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});
// One signal ends all the deliveries of the peer's webhook at once: there may be many, and none is a leak.
setMaxListeners(0);
const settings: Settings = {
  seed: Number(values.seed),
  kills: Number(values.kills),
  people: Number(values.people),
  webhook: values.webhook,
  fast: values.fast,
  mutant: values.mutant ?? null,
};
const known = mutants.map(({ name }) => name);
if (values.mutant !== undefined && !known.includes(values.mutant)) throw new Error(`mutants: ${known.join(', ')}`);
const say = (line: string): void => console.log(line);
/** Few people and few deaths are enough for a mutant. */
const small = { people: 16, kills: 5, fast: true };

if (values.mutants) {
  for (const mutant of known) {
    const outcome = await crash({ ...settings, ...small, mutant });
    const [first] = outcome.violations;
    if (first === undefined) process.exitCode = 1;
    say(`${mutant}: ${first === undefined ? 'SURVIVED' : `killed, ${outcome.violations.length} times: ${first}`}`);
  }
} else {
  say(`seed ${settings.seed}`);
  print(await crash(settings, say));
}

function print({ figures, violations }: Outcome): void {
  const { events, seconds, ...counts } = figures;
  for (const [name, count] of Object.entries(counts)) say(`${name.padEnd(12)} ${count}`);
  say(`${'seconds'.padEnd(12)} ${seconds.toFixed(1)}`);
  for (const [event, count] of Object.entries(events)) say(`logged       ${count} x ${event}`);
  for (const violation of violations.slice(0, 30)) say(`BROKEN       ${violation}`);
  if (violations.length > 0) process.exitCode = 1;
  say(violations.length === 0 ? 'Every promise was kept.' : `${violations.length} promises were broken.`);
}
