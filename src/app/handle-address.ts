import type { Address } from '../domain/ports/addresses.ts';
import { chooseTask } from './handling/choose-task.ts';
import type { Task } from './handling/choose-task.ts';
import { commitTurn, repair } from './handling/commit-turn.ts';
import type { Handling } from './handling/handling.ts';
import { rest, stumble } from './handling/release-address.ts';
import { takeAddress } from './handling/take-address.ts';
import { workTask } from './handling/work-task.ts';
import type { Work } from './handling/work-task.ts';
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
  const task = await chooseTask(use, held);
  if (task.type === 'rest') return rest(use, held, task.next);
  const work = await attempt(use, held, task);
  if (work === null) return stumble(use, held);
  const after = await commitTurn(use, held, work.commit);
  if (after === null || work.pauseMs === null) return after;
  await repair(use, after);
  return rest(use, after, after.ownedAt + work.pauseMs);
}

/** null: the engine, a look or a fact threw; a bug or an outage, never the person's fault. */
async function attempt(use: Handling, held: Address, task: Exclude<Task, { type: 'rest' }>): Promise<Work | null> {
  try {
    return await workTask(use, held, task);
  } catch (error) {
    use.log('turn failed', { address: held.id, turn: held.turn, error: kindOf(error) });
    return null;
  }
}
