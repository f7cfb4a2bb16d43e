import type { Address, Commit, Unopened } from '../../domain/ports/addresses.ts';
import { isFromPerson } from '../../domain/ports/inbox.ts';
import type { InboxRow } from '../../domain/ports/inbox.ts';
import type { Handling, Person } from './handling.ts';
import { oweReplies, unchanged } from './write-commit.ts';

/**
 * What does not open of an address is set aside, its person told, and everything else goes on: what they refused and which turn it
 * is stands unsealed. Safe to repeat. A request that is lost may have been STOP, so nothing is pushed until they write MULAI.
 */
export async function mendAddress(
  use: Handling,
  held: Address,
  { facts: { zone, language } }: Person,
  { unopened, rows }: { readonly unopened: Unopened; readonly rows: readonly InboxRow[] },
): Promise<Commit> {
  use.log('set aside', { address: held.id, turn: held.turn, parts: Object.keys(unopened).join(' ') });
  await use.setAside({
    id: `${held.id}.${held.turn}`,
    address: held.id,
    contact: held.contact,
    at: held.ownedAt,
    parts: unopened,
  });
  const heard = rows.find(isFromPerson);
  if (unopened.chat !== undefined && heard !== undefined) await use.addresses.move(held.id, heard.chat);
  if (unopened.wait !== undefined) {
    // As if it had been said before what waits now, which may be MULAI.
    const before = Math.min(held.ownedAt, ...rows.map(({ at }) => at)) - 1;
    await use.stopPushes(held.contact, { ...held.refusal, stopped: true }, before);
  }
  const lastReply = unopened.owed === undefined ? held.lastReply : await lastKept(use, held);
  const word = use.words(language).damage(unopened.wait === undefined ? 'percakapan' : 'permintaan');
  return { ...unchanged(held), ...oweReplies({ ...held, lastReply }, [word], zone) };
}

/** The number of the last reply that is kept: for those that were owed and are lost nobody shall wait. */
async function lastKept({ deliveries }: Handling, { id, lastReply, nextReply }: Address): Promise<number> {
  let last = lastReply;
  while (last >= nextReply && (await deliveries.reply(id, last)) === null) last -= 1;
  return last;
}
