import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

import type { Tried } from './try-seeds.ts';

/** Seeds given to a core at a time: a failure is then known within a minute. */
const blockSize = 250;

/** None where Node reads TypeScript itself: what a loader makes of the code costs a quarter of a run. */
const loader = 'typescript' in process.features && process.features.typescript ? [] : process.execArgv;

/**
 * Young objects are nearly all there is: a small space for them costs a seventh of the run, and clearing it with helpers takes
 * from the other cores, which run seeds as well.
 */
const execArgv = [...loader, '--max-semi-space-size=64', '--single-threaded-gc'];

/** A block of seeds to one core. */
export interface Block {
  readonly from: number;
  readonly count: number;
  readonly mutant: string | null;
}

/** Runs seeds from `from` on over all cores until one breaks a promise or all have kept them. */
export async function tryOnCores(
  { from, count, mutant }: Block,
  progress: (tried: Tried) => void = () => undefined,
): Promise<Tried> {
  let next = from;
  let tried: Tried = { seeds: 0, deaths: 0, calls: 0, failed: null };
  const cores = Math.min(availableParallelism(), Math.ceil(count / blockSize));
  const run = async (): Promise<void> => {
    const worker = fork(fileURLToPath(new URL('seed-worker.ts', import.meta.url)), { execArgv });
    while (next < from + count && tried.failed === null) {
      const block: Block = { from: next, count: Math.min(blockSize, from + count - next), mutant };
      next += block.count;
      const done = await ask(worker, block);
      tried = {
        seeds: tried.seeds + done.seeds,
        deaths: tried.deaths + done.deaths,
        calls: tried.calls + done.calls,
        failed: earlier(tried.failed, done.failed),
      };
      progress(tried);
    }
    worker.disconnect();
  };
  await Promise.all(Array.from({ length: cores }, run));
  return tried;
}

/** The cores try blocks side by side; what is told is the first seed that failed, not the first that was heard of. */
function earlier(one: Tried['failed'], other: Tried['failed']): Tried['failed'] {
  return one === null || (other !== null && other.seed < one.seed) ? other : one;
}

function ask(worker: ChildProcess, block: Block): Promise<Tried> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(new Error('a process of the big run ended'));
    worker.once('exit', fail);
    worker.once('message', (tried) => {
      worker.off('exit', fail);
      resolve(tried as Tried);
    });
    worker.send(block);
  });
}
