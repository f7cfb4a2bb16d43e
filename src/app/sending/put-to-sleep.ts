import type { Delivery } from '../../domain/ports/deliveries.ts';
import { allowedWindow } from '../../domain/quiet-hours.ts';
import type { Sending } from './sending.ts';

/**
 * The row waits for the first hour by day from `from` on. What a cancelled announcement left is closed instead: a row that a
 * snapshot wrote after the last look at it would be open until tomorrow, and nobody else closes it.
 */
export async function putToSleep(
  { deliveries, mayGo }: Pick<Sending, 'deliveries' | 'mayGo'>,
  row: Delivery,
  from: number,
): Promise<void> {
  const verdict = await mayGo(row);
  if (verdict.type === 'cancelled') {
    await deliveries.close(row.id, row.attempt, 'cancelled', verdict.code);
    return;
  }
  const { due, pauseAt } = allowedWindow(from, row.zone);
  await deliveries.postpone(row.id, row.attempt, due, pauseAt);
}
