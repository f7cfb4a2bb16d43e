import './nameless.ts'; // oxlint-disable-line import/no-unassigned-import -- it must come before all others
import { findMutant } from './mutants.ts';
import type { Block } from './try-on-cores.ts';
import { trySeeds } from './try-seeds.ts';

/** One core's part of the big run: a block of seeds in, what became of them out. */
process.on('message', ({ from, count, mutant }: Block) => {
  void trySeeds(from, count, findMutant(mutant)).then((tried) => process.send?.(tried));
});
