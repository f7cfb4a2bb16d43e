import type { Address } from '../domain/ports/addresses.ts';
import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import { chooseTask } from './handling/choose-task.ts';
import type { Task } from './handling/choose-task.ts';
import { commitTurn, repair } from './handling/commit-turn.ts';
import type { Handling } from './handling/handling.ts';
import { releaseMedia } from './handling/hold-media.ts';
import { rest, stumble, waitForStore } from './handling/release-address.ts';
import { stayHolder } from './handling/stay-holder.ts';
import { takeAddress } from './handling/take-address.ts';
import { workTask } from './handling/work-task.ts';
import type { Work } from './handling/write-commit.ts';
import { kindOf } from './kind-of.ts';

/**
 * Works through everything that waits at one address, one task at a time, each ending in one commit. Safe to call at
 * any time, from any process, any number of times: a second caller finds it held, rings and goes. It throws only what
 * the store throws; whatever was begun then is found by the sweep.
 */
export function createHandleAddress(use: Handling): (id: string) => Promise<void> {
  return async (id) => {
    let held = await takeAddress(use, id);
    while (held !== null) {
      await repair(use, held);
      held = await step(use, held);
    }
  };
}

/** One task; null when the address is no longer ours. */
async function step(use: Handling, held: Address): Promise<Address | null> {
  const found = await stayHolder(use, held, () => attempt(use, held));
  if (found === 'away') return waitForStore(use, held);
  if (found === 'failed') return stumble(use, held);
  if (found.type === 'rest') return rest(use, held, found.next);
  const after = await commitTurn(use, held, found.commit);
  if (after === null) return null;
  await releaseMedia(use, held, found.commit);
  if (found.pauseMs === null) return after;
  await repair(use, after);
  return rest(use, after, after.ownedAt + found.pauseMs);
}

type Found = Extract<Task, { type: 'rest' }> | (Work & { readonly type: 'work' });

/**
 * What is to be done, and done up to its commit. `failed`: the engine, a look or a fact threw, which may be the input's
 * fault; `away`: the store did, which never is.
 */
async function attempt(use: Handling, held: Address): Promise<Found | 'failed' | 'away'> {
  try {
    const task = await chooseTask(use, held);
    return task.type === 'rest' ? task : { type: 'work', ...(await workTask(use, held, task)) };
  } catch (error) {
    use.log('turn failed', { address: held.id, turn: held.turn, error: kindOf(error) });
    return error instanceof StoreTrouble ? 'away' : 'failed';
  }
}
