import type { NewDelivery } from '../domain/ports/deliveries.ts';
import type { Office } from './office.ts';

/** Writes rows and rings for their accounts. Twice is once. */
export async function addPushes(
  office: Pick<Office, 'deliveries' | 'queue'>,
  rows: readonly NewDelivery[],
): Promise<void> {
  if (rows.length === 0) return;
  await office.deliveries.add(rows);
  const accounts = new Set(rows.map(({ account }) => account));
  await Promise.all([...accounts].map((account) => office.queue.wake({ type: 'pump', account, lane: 'bulk' })));
}
