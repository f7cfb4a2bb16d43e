import { setImmediate } from 'node:timers/promises';

import type { DocumentKind, Documents, Page, Stored } from '../../domain/ports/documents.ts';
import type { Backing } from './backing.ts';
import type { Database } from './open-store.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: Uint8Array;
}

/** Where the documents of every kind are kept; `of` gives the port for one kind. */
export interface DocumentStore {
  of<Doc>(kind: DocumentKind<Doc>): Documents<Doc>;
}

/** Opening so many holds everybody else up for milliseconds; whoever reads page after page lets them have their turn. */
const LONG_PAGE = 100;

/** Documents are sealed whole, beside their plain keys and `next`; `version` rises with every replace. */
export function createDocuments({ database, group, seal }: Backing): DocumentStore {
  const sql = prepareStatements(database);

  const of = <Doc>(kind: DocumentKind<Doc>): Documents<Doc> => {
    const place = (id: string): string => `document.${kind.name}.${id}`;
    const open = (row: Row): Doc => seal.openJson(row.body, place(row.id)) as Doc;
    const toStored = (row: Row): Stored<Doc> => ({ id: row.id, doc: open(row) });
    const toPage = async (rows: readonly Row[]): Promise<readonly Stored<Doc>[]> => {
      const page = rows.map(toStored);
      if (rows.length >= LONG_PAGE) await setImmediate();
      return page;
    };

    const index = (id: string, doc: Doc): void => {
      for (const [key, value] of Object.entries(kind.keys(doc))) {
        if (value === null) sql.dropKey.run(kind.name, id, key);
        else sql.putKey.run(kind.name, id, key, value);
      }
    };
    const insert = (id: string, doc: Doc): boolean => {
      const body = seal.sealJson(doc, place(id));
      const created = sql.insert.run(kind.name, id, kind.next(doc), body) === 1;
      if (created) index(id, doc);
      return created;
    };
    const replace = (row: Row, doc: Doc): void => {
      const body = seal.sealJson(doc, place(row.id));
      const replaced = sql.replace.run(kind.next(doc), body, kind.name, row.id, row.version);
      if (replaced !== 1) throw new Error(`document ${kind.name} changed inside its own transaction`);
      index(row.id, doc);
    };

    return {
      read: async (id) => {
        const row = sql.read.get(kind.name, id);
        return row === null ? null : open(row);
      },
      create: (id, doc) => group.write(() => (insert(id, doc) ? 'created' : 'known')),
      change: (id, decide) =>
        group.write(() => {
          const row = sql.read.get(kind.name, id);
          const { doc, result } = decide(row === null ? null : open(row));
          if (doc !== null && row === null) insert(id, doc);
          if (doc !== null && row !== null) replace(row, doc);
          return result;
        }),
      find: (key, value, { after, limit }: Page) => toPage(sql.find.all(kind.name, key, value, after, limit)),
      scan: ({ after, limit }: Page) => toPage(sql.scan.all(kind.name, after, limit)),
      due: async (at, limit) => sql.due.all(kind.name, at, limit).map(toStored),
      remove: (id) =>
        group.write(() => {
          sql.dropKeys.run(kind.name, id);
          sql.remove.run(kind.name, id);
        }),
    };
  };
  return { of };
}

function prepareStatements(database: Database) {
  return {
    read: database.prepare<Row>('select id, version, body from document where kind = ? and id = ?'),
    insert: database.prepare(
      'insert into document (kind, id, version, next, body) values (?, ?, 1, ?, ?) on conflict do nothing',
    ),
    replace: database.prepare(
      'update document set version = version + 1, next = ?, body = ? where kind = ? and id = ? and version = ?',
    ),
    remove: database.prepare('delete from document where kind = ? and id = ?'),
    putKey: database.prepare(
      `insert into document_key (kind, id, key, value) values (?, ?, ?, ?)
       on conflict do update set value = excluded.value where value <> excluded.value`,
    ),
    dropKey: database.prepare('delete from document_key where kind = ? and id = ? and key = ?'),
    dropKeys: database.prepare('delete from document_key where kind = ? and id = ?'),
    find: database.prepare<Row>(
      `select d.id, d.version, d.body from document_key k join document d on d.kind = k.kind and d.id = k.id
       where k.kind = ? and k.key = ? and k.value = ? and k.id > ? order by k.id limit ?`,
    ),
    scan: database.prepare<Row>('select id, version, body from document where kind = ? and id > ? order by id limit ?'),
    due: database.prepare<Row>(
      'select id, version, body from document where kind = ? and next <= ? order by next, id limit ?',
    ),
  };
}
