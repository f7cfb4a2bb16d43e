import type { Addresses, RowOfReplies } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Deliveries, Delivery } from '../../domain/ports/deliveries.ts';
import type { Queue } from '../../domain/ports/queue.ts';
import { ringLater } from './put-back.ts';

interface Passing {
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** A gate that was left. */
export interface Left {
  /** null: nobody can say. */
  readonly replies: RowOfReplies | null;
  /** The number of the reply that is certainly over; null: none is. */
  readonly over: number | null;
}

/** Nothing more will happen to this row by itself. */
export function isFinal({ state, doubtOver }: Delivery): boolean {
  return state === 'uncertain' ? doubtOver : !['pending', 'claimed', 'sending'].includes(state);
}

/**
 * Lets an address's next reply go: a reply whose story is over passes its turn on, and the one whose turn it is gets
 * a ring when it is due: rung sooner, it would fail its mark, pass the turn on to itself, and ring again. Whoever sees
 * a finished reply at the head may do this, at any time, without holding anything. `left`: who has just left the gate knows
 * where the row stands, and whether its own reply is over.
 */
export async function passTurn(
  { addresses, deliveries, queue, clock }: Passing,
  id: string,
  { replies, over }: Left = { replies: null, over: null },
): Promise<void> {
  const row = replies ?? (await addresses.replies(id));
  if (row === null) return;
  for (let seq = row.nextReply; seq <= row.lastReply; seq++) {
    if (seq !== over) {
      const head = await deliveries.reply(id, seq);
      if (head === null) return;
      if (!isFinal(head)) return ringLater({ queue }, head, head.due - clock.now());
    }
    await addresses.advance(id, seq);
  }
}

/**
 * True for a reply that has to wait for another one: it takes no slot, for those are everybody's, and one person's long
 * queue would use them up. It is rung for when its turn comes.
 */
export async function isEarly({ addresses, deliveries }: Passing, { address: id, seq }: Delivery): Promise<boolean> {
  if (seq === null) return false;
  const replies = await addresses.replies(id);
  if (replies === null || seq <= replies.nextReply) return false;
  const head = await deliveries.reply(id, replies.nextReply);
  return head === null || !isFinal(head);
}
