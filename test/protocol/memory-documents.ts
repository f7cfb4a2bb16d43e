import type { DocumentKind, Documents, Page, Stored } from '../../src/domain/ports/documents.ts';
import type { Wire } from './immediate.ts';

/** One kind of document: what is stored, and a hook for whoever watches the truth. */
export interface Shelf<Doc> {
  readonly docs: Map<string, { readonly doc: Doc; readonly version: number }>;
  /** Of the last document written here: one that is made again after a removal is another one, as in every store. */
  version: number;
  readonly watch: (id: string, before: Doc | null, after: Doc) => void;
  /** When each document is looked at next, as a store knows by its index: worked out once for each that is written. */
  readonly nexts: Map<unknown, number | null>;
}

export function createShelf<Doc>(watch: Shelf<Doc>['watch'] = () => undefined): Shelf<Doc> {
  return { docs: new Map(), version: 0, watch, nexts: new Map() };
}

/** Puts a document there, as if it had always been. */
export function lay<Doc>(shelf: Shelf<Doc>, id: string, doc: Doc): void {
  shelf.version += 1;
  shelf.docs.set(id, { doc, version: shelf.version });
}

/** A kind of document as one process reaches it: each look and each replace is one way over the wire. */
export function overWireDocuments<Doc>(
  shelf: Shelf<Doc>,
  { keys, next }: Pick<DocumentKind<Doc>, 'keys' | 'next'>,
  wire: Wire,
): Documents<Doc> {
  const { docs, watch, nexts } = shelf;
  const put = (id: string, doc: Doc): void => {
    const before = docs.get(id)?.doc ?? null;
    lay(shelf, id, doc);
    watch(id, before, doc);
  };
  const replace = (id: string, version: number, doc: Doc): boolean => {
    if ((docs.get(id)?.version ?? 0) !== version) return false;
    put(id, doc);
    return true;
  };
  const pick = (fits: (doc: Doc) => boolean, { after, limit }: Page): readonly Stored<Doc>[] => {
    const found = [...docs].flatMap(([id, { doc }]) => (id > after && fits(doc) ? [{ id, doc }] : []));
    return found.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
  };
  const nextOf = (doc: Doc): number | null => {
    const known = nexts.get(doc);
    if (known !== undefined) return known;
    const found = next(doc);
    nexts.set(doc, found);
    return found;
  };
  const isDue = (doc: Doc, at: number): boolean => (nextOf(doc) ?? Infinity) <= at;
  return {
    read: (id) => wire('read', () => docs.get(id)?.doc ?? null),
    create: (id, doc) =>
      wire(
        'create',
        () => {
          if (docs.has(id)) return 'known';
          put(id, doc);
          return 'created';
        },
        id,
      ),
    change: async (id, decide) => {
      for (;;) {
        const known = await wire('read', () => docs.get(id) ?? null);
        const { doc, result } = decide(known?.doc ?? null);
        if (doc === null || doc === known?.doc) return result;
        if (await wire('replace', () => replace(id, known?.version ?? 0, doc), id)) return result;
      }
    },
    find: (key, value, page) => wire('find', () => pick((doc) => keys(doc)[key] === value, page)),
    lookThrough: (page) => wire('scan', () => pick(() => true, page)),
    sketches: (page) => wire('scan', () => pick(() => true, page)),
    due: (at, limit) => wire('due', () => pick((doc) => isDue(doc, at), { after: '', limit }).map(({ id }) => id)),
    remove: (id) => wire('remove', () => void docs.delete(id)),
  };
}
