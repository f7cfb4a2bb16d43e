import type { Address, Commit } from '../../domain/ports/addresses.ts';
import { isFromPerson } from '../../domain/ports/inbox.ts';
import type { InboxRow } from '../../domain/ports/inbox.ts';
import { isSealed } from '../../domain/ports/store-trouble.ts';
import type { Task } from './choose-task.ts';
import { doDeed } from './do-deed.ts';
import { endDoubt } from './end-doubt.ts';
import { backOffMs, deedPatience, forgetting } from './handling.ts';
import type { Handling, Person } from './handling.ts';
import { joinAlbum } from './join-album.ts';
import { mendAddress } from './mend-address.ts';
import { runTurn } from './run-turn.ts';
import { tellSealed } from './tell-sealed.ts';
import { afterTurn, close, owePushes, oweReplies, unchanged } from './write-commit.ts';
import type { Work } from './write-commit.ts';

type Doable = Exclude<Task, { type: 'rest' }>;

/** Carries a task out up to its commit. Throws what the engine or a look throws: the caller counts it. */
export async function workTask(use: Handling, held: Address, task: Doable): Promise<Work> {
  const person = await use.readPerson(held);
  try {
    if (task.type === 'deed') return await workDeed(use, held, person);
    return { commit: await toCommit(use, held, person, task), pauseMs: null };
  } catch (error) {
    if (!isSealed(error)) throw error;
    return tellSealed(use, held, person, { task, trouble: error });
  }
}

async function toCommit(
  use: Handling,
  held: Address,
  person: Person,
  task: Exclude<Doable, { type: 'deed' }>,
): Promise<Commit> {
  const { zone } = person.facts;
  if (task.type === 'mend') return mendAddress(use, held, person, task);
  if (task.type === 'input') return workInput(use, held, person, task.rows);
  if (task.type === 'clock') {
    const turn = await runTurn(use, held, person, { type: 'clock' }, held.ownedAt);
    return { ...afterTurn(held, { ...turn, out: [] }, held.ownedAt, zone), owed: owePushes(held, turn, zone) };
  }
  if (task.type === 'give up') {
    use.log('deed given up', { address: held.id, turn: held.turn });
    const answer = oweReplies(held, [use.words(person.facts.language).givenUp], zone);
    return { ...unchanged(held), ...answer, session: null, wait: null, did: close(task.did, 'done') };
  }
  use.log('set aside', { address: held.id, rows: task.rows.length });
  if (task.rows.length === 0) return { ...unchanged(held), session: null };
  return {
    ...unchanged(held),
    ...oweReplies(held, [use.words(person.facts.language).apology], zone),
    did: close(task.rows, 'aside'),
  };
}

/**
 * The deed's result as the next turn; when it failed, the same intent again, and after a while a word about it. What the
 * service itself wanted has no turn and no word.
 */
async function workDeed(use: Handling, held: Address, person: Person): Promise<Work> {
  const { wait } = held;
  if (wait === null) throw new Error('no deed to do');
  const isOwn = wait.deed.name === forgetting;
  const { zone } = person.facts;
  const result = await doDeed(use, held, person, wait);
  if (result !== null && isOwn) return { commit: { ...unchanged(held), wait: null }, pauseMs: null };
  if (result !== null) {
    // What is known of the person may be what the deed has just changed.
    const turn = await runTurn(use, held, await use.readPerson(held), result, wait.at);
    return { commit: afterTurn(held, turn, wait.at, zone), pauseMs: null };
  }
  const failures = wait.failures + 1;
  const told =
    failures === deedPatience && !isOwn ? oweReplies(held, [use.words(person.facts.language).delayed], zone) : {};
  return { commit: { ...unchanged(held), ...told, wait: { ...wait, failures } }, pauseMs: backOffMs(failures) };
}

async function workInput(
  use: Handling,
  held: Address,
  person: Person,
  rows: readonly [InboxRow, ...InboxRow[]],
): Promise<Commit> {
  const [{ at }] = rows;
  const { zone } = person.facts;
  const did = close(rows, 'done');
  const input = joinAlbum(rows);
  if (input.type === 'blocked' || input.type === 'unblocked') {
    await use.addresses.setDead(held.id, input.type === 'blocked');
    return { ...unchanged(held), did };
  }
  if (input.type === 'forget') {
    const deed = { id: rows[0].id, name: forgetting, args: {} };
    return { ...unchanged(held), session: null, wait: { deed, at, failures: 0 }, did };
  }
  const heard = isFromPerson(rows[0]) ? { heardAt: at } : {};
  if (isFromPerson(rows[0])) await hearAgain(use, held);
  if (input.type === 'unreadable') {
    return {
      ...unchanged(held),
      ...oweReplies(held, [use.words(person.facts.language).unreadable(input.kind)], zone),
      did,
      ...heard,
    };
  }
  const hearer = isFromPerson(rows[0]) && (await isAhead(use, held, at)) ? unaware(person) : person;
  return { ...afterTurn(held, await runTurn(use, held, hearer, input, at), at, zone), did, ...heard };
}

/** True for what came in before the last reply began to leave: whoever wrote it cannot have read that. */
async function isAhead({ deliveries }: Handling, held: Address, at: number): Promise<boolean> {
  const { id, lastReply, nextReply, flightAt } = held;
  if (at < flightAt) return true;
  const last = nextReply > lastReply ? null : await deliveries.reply(id, lastReply);
  return last !== null && (last.state === 'pending' || last.state === 'claimed');
}

function unaware(person: Person): Person {
  return { ...person, facts: { ...person.facts, unread: true } };
}

/** Who speaks can be reached, and is past what was in doubt. */
async function hearAgain(use: Handling, held: Address): Promise<void> {
  if (held.dead) await use.addresses.setDead(held.id, false);
  await endDoubt(use, held);
}
