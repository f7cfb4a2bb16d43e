import type { DocumentKind, Found, Page, Sketched } from '../../domain/ports/documents.ts';
import type { Backing } from './backing.ts';

/** The sketches of one kind, beside its documents; null where it has none. */
export interface DocumentSketches<Doc> {
  /** Inside a write of this document. */
  readonly put: (id: string, doc: Doc) => void;
  /** `find`: the document itself, for those of which nothing is known or may be kept. */
  readonly page: (page: Page, find: (id: string) => Found<Doc> | null) => readonly Sketched<Doc>[];
}

/** Of this document nothing may be kept in plain words. */
const NOTHING = '';

/**
 * From the first time on that a kind has sketches, each of its documents has a row here, by triggers; what was there before, or
 * came by another way, is known when somebody first looks for it.
 */
export function createDocumentSketches<Doc>(
  { database, group }: Pick<Backing, 'database' | 'group'>,
  { name: kind, sketch }: DocumentKind<Doc>,
): DocumentSketches<Doc> | null {
  if (sketch === undefined) return null;
  const sql = {
    isKnown: database.prepare<{ kind: string }>('select kind from sketched_kind where kind = ?'),
    makeKnown: database.prepare('insert into sketched_kind (kind) values (?)'),
    begin: database.prepare('insert into document_sketch (kind, id) select kind, id from document where kind = ?'),
    put: database.prepare('update document_sketch set sketch = ? where kind = ? and id = ?'),
    learn: database.prepare('update document_sketch set sketch = ? where kind = ? and id = ? and sketch is null'),
    page: database.prepare<{ id: string; sketch: string | null }>(
      'select id, sketch from document_sketch where kind = ? and id > ? order by id limit ?',
    ),
  };
  const toCell = (doc: Doc): string => sketch(doc) ?? NOTHING;
  const learn = (found: readonly (readonly [id: string, doc: Doc])[]): void => {
    if (found.length === 0) return;
    const write = (): void => found.forEach(([id, doc]) => sql.learn.run(toCell(doc), kind, id));
    // What is lost here is learnt another time.
    group.write(write).catch(() => undefined);
  };

  if (sql.isKnown.get(kind) === null) {
    database.exec('begin immediate');
    sql.makeKnown.run(kind);
    sql.begin.run(kind);
    database.exec('commit');
  }
  return {
    put: (id, doc) => void sql.put.run(toCell(doc), kind, id),
    page: ({ after, limit }, find) => {
      const unknown: (readonly [string, Doc])[] = [];
      const page = sql.page.all(kind, after, limit).flatMap((row): readonly Sketched<Doc>[] => {
        const { id, sketch: kept } = row;
        if (kept !== null && kept !== NOTHING) return [{ id, sketch: kept }];
        const found = find(id);
        if (found === null) return [];
        if (kept === null && 'doc' in found) unknown.push([id, found.doc]);
        return [found];
      });
      learn(unknown);
      return page;
    },
  };
}
