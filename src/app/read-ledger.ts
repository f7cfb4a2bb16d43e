import type { Deliveries } from '../domain/ports/deliveries.ts';

/** One of a person's deliveries as a page shows it; what it says is not in it. */
export interface LedgerLine {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly dueAt: number;
}

/** Enough for one screen. */
const shown = 30;

/** The newest deliveries of one address, newest first. */
export async function readLedger(deliveries: Deliveries, address: string): Promise<readonly LedgerLine[]> {
  const rows = await deliveries.latest(address, shown);
  return rows.map((row) => ({ id: row.id, kind: row.class, state: row.state, attempts: row.attempt, dueAt: row.due }));
}
