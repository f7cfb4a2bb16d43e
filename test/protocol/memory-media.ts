import type { Media, MediaFacts, StoredMedia } from '../../src/domain/ports/media.ts';
import type { Immediate } from './immediate.ts';

interface Row extends StoredMedia {
  /** null: claimed. */
  until: number | null;
}

/** Files as a map, on the given clock. */
export function createMemoryMedia(now: () => number): Immediate<Media> {
  const rows = new Map<string, Row>();
  const drop = (those: readonly Row[]): number => those.filter(({ id }) => rows.delete(id)).length;
  const look = (id: string): MediaFacts | null => {
    const row = rows.get(id);
    return row === undefined ? null : { id, address: row.address, type: row.type, bytes: row.content.byteLength };
  };
  return {
    keep: (file, forMs) => {
      if (rows.has(file.id)) return 'known';
      rows.set(file.id, { ...file, until: now() + forMs });
      return 'kept';
    },
    read: (id) => rows.get(id) ?? null,
    look,
    startingWith: (start, limit) =>
      [...rows.keys()]
        .filter((id) => id.startsWith(start))
        .toSorted()
        .slice(0, limit)
        .flatMap((id) => look(id) ?? []),
    claim: (ids) => {
      for (const id of ids) {
        const row = rows.get(id);
        if (row !== undefined) row.until = null;
      }
    },
    release: (ids) => void drop(ids.flatMap((id) => rows.get(id) ?? []).filter(({ until }) => until !== null)),
    remove: (id) => rows.delete(id),
    removeOf: (address) => drop([...rows.values()].filter((row) => row.address === address)),
    purge: (limit) => {
      const late = [...rows.values()].filter(({ until }) => until !== null && until < now());
      return drop(late.toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0)).slice(0, limit));
    },
  };
}
