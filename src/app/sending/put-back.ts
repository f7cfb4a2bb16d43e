import type { Delivery } from '../../domain/ports/deliveries.ts';
import type { Queue } from '../../domain/ports/queue.ts';
import type { Sending } from './sending.ts';

/** A row that is due this soon gets a timer; a later one is the sweep's, so that timers stay few. */
const soonMs = 60_000;

/** Not yet: the row waits and is rung for again. */
export async function putBack(use: Sending, row: Delivery, inMs: number): Promise<void> {
  await use.deliveries.defer(row.id, row.attempt, inMs);
  await ringLater(use, row, inMs);
}

export async function ringLater({ queue }: { readonly queue: Queue }, row: Delivery, inMs: number): Promise<void> {
  if (inMs > soonMs) return;
  const { id, account, class: kind } = row;
  const job = kind === 'reply' ? ({ type: 'reply', delivery: id } as const) : ({ type: 'pump', lane: 'bulk' } as const);
  await queue.wake({ ...job, account }, inMs);
}
