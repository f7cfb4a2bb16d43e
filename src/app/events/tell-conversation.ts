import { fromService } from '../../domain/ports/inbox.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { Queue } from '../../domain/ports/queue.ts';
import type { Happening } from '../../engine/flow.ts';

/** What happened, and whose conversation may wait for it. */
export interface Told extends Omit<Happening, 'type'> {
  /** Unique for what happened: told twice, it is heard once. */
  readonly id: string;
  readonly address: string;
  readonly account: string;
}

/**
 * Tells one person's conversation that something happened outside of the chat, as a row of their inbox. Resolves when
 * that is durable; throws only what the store and the queue throw.
 */
export async function tellConversation(
  { inbox, queue }: { readonly inbox: Inbox; readonly queue: Queue },
  { id, address, account, ...event }: Told,
): Promise<void> {
  await inbox.accept([fromService({ id: `${id}.event`, address, account, input: { type: 'event', ...event } })]);
  await queue.wake({ type: 'handle', address });
}
