import type { Inbox, InboxRow } from '../../src/domain/ports/inbox.ts';
import type { Immediate } from './immediate.ts';

interface Row extends InboxRow {
  state: 'new' | 'done' | 'aside';
}

export interface MemoryInbox extends Immediate<Inbox> {
  readonly rows: ReadonlyMap<string, Row>;
}

/** The inbox as a map, on the given clock. */
export function createMemoryInbox(now: () => number): MemoryInbox {
  const rows = new Map<string, Row>();
  const old = (row: Row, ageMs: number): boolean => row.at < now() - ageMs;
  return {
    rows,
    accept: (arrivals) =>
      arrivals.map((arrival) => {
        if (rows.has(arrival.id)) return 'known';
        rows.set(arrival.id, { ...arrival, at: now(), state: 'new' });
        return 'new';
      }),
    waiting: (address, limit) =>
      [...rows.values()]
        .filter((row) => row.address === address && row.state === 'new')
        .toSorted((a, b) => a.order - b.order || a.at - b.at || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(({ state: _, ...row }) => row),
    close: (keys) => {
      for (const { id, as } of keys) {
        const row = rows.get(id);
        if (row?.state === 'new') row.state = as;
      }
    },
    neglected: (ageMs, limit) => {
      const waiting = [...rows.values()].filter((row) => row.state === 'new' && old(row, ageMs));
      return [...new Set(waiting.map((row) => row.address))].slice(0, limit);
    },
    countAside: () => [...rows.values()].filter((row) => row.state === 'aside').length,
    purge: (ageMs, limit) => {
      const gone = [...rows.values()].filter((row) => row.state !== 'new' && old(row, ageMs)).slice(0, limit);
      for (const row of gone) rows.delete(row.id);
      return gone.length;
    },
  };
}
