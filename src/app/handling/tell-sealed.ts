import type { Address } from '../../domain/ports/addresses.ts';
import { isFromPerson } from '../../domain/ports/inbox.ts';
import type { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { Task } from './choose-task.ts';
import type { Handling, Person } from './handling.ts';
import { close, oweReplies, unchanged } from './write-commit.ts';
import type { Work } from './write-commit.ts';

/** Nobody waits for what a conversation says by itself; it is tried again when somebody may have brought the key. */
const pauseMs = 60 * 60_000;

/**
 * A record that the task needs does not open, and would not by being asked again; it stays as it is. Who waits for an answer is
 * told what to do, and what they said stands aside. STOP holds nevertheless: it needs no record.
 */
export async function tellSealed(
  use: Handling,
  held: Address,
  { facts: { zone, language } }: Person,
  { task, trouble }: { readonly task: Exclude<Task, { type: 'rest' }>; readonly trouble: StoreTrouble },
): Promise<Work> {
  const { id: address, turn, contact, refusal } = held;
  use.log('does not open', { address, turn, place: trouble.params['place'] ?? '' });
  const words = use.words(language);
  if (task.type === 'deed') {
    const told = oweReplies(held, [words.damage('permintaan')], zone);
    return { commit: { ...unchanged(held), ...told, session: null, wait: null }, pauseMs: null };
  }
  if (task.type !== 'input') return { commit: unchanged(held), pauseMs };
  const [said] = task.rows;
  if (!isFromPerson(said)) return { commit: { ...unchanged(held), did: close(task.rows, 'aside') }, pauseMs: null };
  const isStop = use.givesUp(said.input) === 'heard';
  if (isStop) await use.stopPushes(contact, { ...refusal, stopped: true }, said.at);
  const told = oweReplies(held, [words.damage(isStop ? 'berhenti' : 'data')], zone);
  const did = close(task.rows, isStop ? 'done' : 'aside');
  return { commit: { ...unchanged(held), ...told, did, heardAt: said.at }, pauseMs: null };
}
