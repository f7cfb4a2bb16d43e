import { parseArgs } from 'node:util';

import { mutants } from './mutants.ts';
import { trySeeds } from './try-seeds.ts';

/** `node --import tsx test/protocol/run.ts [--seeds 100000] [--from 1] [--mutant <name>]`: the big run. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    mutant: { type: 'string' },
  },
});
const mutant = mutants.find(({ name }) => name === values.mutant);
if (values.mutant !== undefined && mutant === undefined) {
  throw new Error(`mutants: ${mutants.map(({ name }) => name).join(', ')}`);
}
const startedAt = performance.now();
const { seeds, deaths, calls, failed } = await trySeeds(Number(values.from), Number(values.seeds), mutant, (tried) => {
  if (tried.seeds % 1000 === 0) process.stderr.write(`${tried.seeds} seeds, ${tried.deaths} deaths\n`);
});
const seconds = (performance.now() - startedAt) / 1000;
console.log(
  `${seeds} seeds from ${values.from}: ${deaths} deaths, ${calls} calls, ${seconds.toFixed(1)} s, ${(seeds / seconds).toFixed(0)} seeds/s`,
);
if (failed !== null) {
  console.log(`seed ${failed.seed} broke ${failed.violations.length} promises:`);
  for (const violation of failed.violations.slice(0, 20)) console.log(`  ${violation}`);
  process.exitCode = 1;
}
