import { parseArgs } from 'node:util';

import { makeSmaller } from './make-smaller.ts';
import type { Mutant } from './mutant.ts';
import { belts, findMutant, hardy, mutants } from './mutants.ts';
import { simulate } from './simulate.ts';
import { createTrace, linesAbout } from './trace.ts';
import { tryOnCores } from './try-on-cores.ts';

/**
 * The big run: `npm run protocol -- --seeds 100000 [--from 1] [--mutant <name>]`; one seed again, made smaller and told in
 * words: `--seed 17`; what each mutant breaks: `--mutants`.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    mutant: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});

/** How it began and how it ended; what a storm does in between is always the same. */
const toldLines = 40;

if (values.mutants) await tabulate(Number(values.seeds));
else if (values.seed === undefined) await runAll(Number(values.from), Number(values.seeds), values.mutant ?? null);
else await tell(Number(values.seed), findMutant(values.mutant ?? null));

async function runAll(from: number, count: number, mutant: string | null): Promise<void> {
  const startedAt = performance.now();
  const { seeds, deaths, calls, failed } = await tryOnCores({ from, count, mutant }, (tried) => {
    if (tried.seeds % 1000 === 0) process.stderr.write(`${tried.seeds} seeds, ${tried.deaths} deaths\n`);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const pace = `${seconds.toFixed(1)} s, ${(seeds / seconds).toFixed(0)} seeds/s`;
  console.log(`${seeds} seeds from ${from}: ${deaths} deaths, ${calls} calls, ${pace}`);
  if (failed !== null) await tell(failed.seed, findMutant(mutant));
}

/** One seed: what it broke, from how little that comes, and how. */
async function tell(seed: number, mutant: Mutant): Promise<void> {
  const { violations } = await simulate(seed, mutant);
  console.log(`seed ${seed} broke ${violations.length} promises`);
  for (const violation of violations.slice(0, 20)) console.log(`  ${violation}`);
  if (violations.length === 0) return;
  process.exitCode = 1;
  const smallest = await makeSmaller(mutant, { seed, plan: {}, violations }, () => process.stderr.write('.'));
  const trace = createTrace();
  await simulate(smallest.seed, { ...mutant, plan: { ...mutant.plan, ...smallest.plan } }, trace);
  console.log(`smallest: seed ${smallest.seed} with ${JSON.stringify(smallest.plan)}`);
  for (const violation of smallest.violations.slice(0, 5)) console.log(`  ${violation}`);
  const lines = linesAbout(trace.lines, smallest.violations);
  const [head, tail] = [lines.slice(0, toldLines), lines.slice(toldLines).slice(-toldLines)];
  const left = lines.length - head.length - tail.length;
  for (const line of [...head, ...(left > 0 ? [`     ... ${left} lines`] : []), ...tail]) console.log(line);
}

/** Every mutant with the seeds that it took, and the first promise that it broke. */
async function tabulate(most: number): Promise<void> {
  for (const { name } of [...mutants, ...hardy, ...belts]) {
    const { seeds, failed } = await tryOnCores({ from: 1, count: most, mutant: name });
    const behind = belts.find((one) => one.name === name)?.behind;
    const lived = behind === undefined ? 'LIVES' : `lives: ${behind}`;
    console.log([name, failed === null ? seeds : failed.seed, failed?.violations[0] ?? lived].join(' | '));
  }
}
