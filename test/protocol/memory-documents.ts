import type { Documents } from '../../src/domain/ports/documents.ts';
import type { Wire } from './immediate.ts';

/** One kind of document: what is stored, and a hook for whoever watches the truth. */
export interface Shelf<Doc> {
  readonly docs: Map<string, { readonly doc: Doc; readonly version: number }>;
  readonly watch: (id: string, before: Doc | null, after: Doc) => void;
}

export function createShelf<Doc>(watch: Shelf<Doc>['watch'] = () => undefined): Shelf<Doc> {
  return { docs: new Map(), watch };
}

/** What the protocol needs of a kind of document: a read, and a replace of the version that was read. */
export function overWireDocuments<Doc>(
  { docs, watch }: Shelf<Doc>,
  wire: Wire,
): Pick<Documents<Doc>, 'read' | 'change'> {
  const replace = (id: string, version: number, doc: Doc): boolean => {
    const known = docs.get(id);
    if ((known?.version ?? 0) !== version) return false;
    docs.set(id, { doc, version: version + 1 });
    watch(id, known?.doc ?? null, doc);
    return true;
  };
  return {
    read: (id) => wire('read', () => docs.get(id)?.doc ?? null),
    change: async (id, decide) => {
      for (;;) {
        const known = await wire('read', () => docs.get(id) ?? null);
        const { doc, result } = decide(known?.doc ?? null);
        if (doc === null || doc === known?.doc) return result;
        if (await wire('replace', () => replace(id, known?.version ?? 0, doc))) return result;
      }
    },
  };
}
