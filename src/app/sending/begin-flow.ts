import type { Delivery } from '../../domain/ports/deliveries.ts';
import { fromService } from '../../domain/ports/inbox.ts';
import type { Inbox } from '../../domain/ports/inbox.ts';
import type { Queue } from '../../domain/ports/queue.ts';

/** The flow that a sent message opens becomes an inbox row, by a derived id: twice is once. Before the gate is left. */
export async function beginFlow(
  { inbox, queue }: { readonly inbox: Inbox; readonly queue: Queue },
  { id, address, account, start }: Delivery,
): Promise<void> {
  if (start === null) return;
  const input = { type: 'start', flow: start.flow, args: start.args, pushed: true } as const;
  await inbox.accept([fromService({ id: `${id}.start`, address, account, input })]);
  await queue.wake({ type: 'handle', address });
}
