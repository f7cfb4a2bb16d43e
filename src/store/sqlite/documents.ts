import { setImmediate } from 'node:timers/promises';

import type { DocumentKind, Documents, Found, Page } from '../../domain/ports/documents.ts';
import { createDocumentSeal } from '../open-documents.ts';
import type { Unopened } from '../open-documents.ts';
import type { Backing } from './backing.ts';
import { createDocumentSketches } from './document-sketches.ts';
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

async function letOthersIn<Each>(page: readonly Each[]): Promise<readonly Each[]> {
  if (page.length >= LONG_PAGE) await setImmediate();
  return page;
}

/**
 * Documents are sealed whole, beside their plain keys and `next`; `version` rises with every replace. `unopened` hears of those
 * that do not open.
 */
export function createDocuments(backing: Backing, unopened: Unopened): DocumentStore {
  const { database, group } = backing;
  const sql = prepareStatements(database);

  const putKeys = prepareKeys(database);
  const of = <Doc>(kind: DocumentKind<Doc>): Documents<Doc> => {
    const sealed = createDocumentSeal<Doc>(backing.seal, unopened, kind);
    const { open, toFound } = sealed;
    const sketches = createDocumentSketches(backing, kind);
    const lookThrough = ({ after, limit }: Page): Promise<readonly Found<Doc>[]> =>
      letOthersIn(sql.scan.all(kind.name, after, limit).map(toFound));
    const find = (id: string): Found<Doc> | null => sql.read.all(kind.name, id).map(toFound)[0] ?? null;

    const index = (id: string, doc: Doc): void => {
      putKeys(kind.name, id, kind.keys(doc));
      sketches?.put(id, doc);
    };
    const insert = (id: string, doc: Doc): boolean => {
      const body = sealed.seal(id, doc);
      const created = sql.insert.run(kind.name, id, kind.next(doc), body) === 1;
      if (created) index(id, doc);
      return created;
    };
    const replace = (row: Row, doc: Doc): void => {
      const body = sealed.seal(row.id, doc);
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
      find: (key, value, { after, limit }) =>
        letOthersIn(sql.find.all(kind.name, key, value, after, limit).map(toFound)),
      lookThrough,
      sketches: (page) => (sketches === null ? lookThrough(page) : letOthersIn(sketches.page(page, find))),
      due: async (at, limit) => sql.due.all(kind.name, at, limit).map(({ id }) => id),
      remove: (id) =>
        group.write(() => {
          sql.dropKeys.run(kind.name, id);
          sql.remove.run(kind.name, id);
          sealed.forget(id);
        }),
    };
  };
  return { of };
}

/** Writes the keys of a document that changed, inside its write. */
function prepareKeys(database: Database) {
  const put = database.prepare(
    `insert into document_key (kind, id, key, value) values (?, ?, ?, ?)
     on conflict do update set value = excluded.value where value <> excluded.value`,
  );
  const drop = database.prepare('delete from document_key where kind = ? and id = ? and key = ?');
  return (kind: string, id: string, keys: Readonly<Record<string, string | null>>): void => {
    for (const [key, value] of Object.entries(keys)) {
      if (value === null) drop.run(kind, id, key);
      else put.run(kind, id, key, value);
    }
  };
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
    dropKeys: database.prepare('delete from document_key where kind = ? and id = ?'),
    find: database.prepare<Row>(
      `select d.id, d.version, d.body from document_key k join document d on d.kind = k.kind and d.id = k.id
       where k.kind = ? and k.key = ? and k.value = ? and k.id > ? order by k.id limit ?`,
    ),
    scan: database.prepare<Row>('select id, version, body from document where kind = ? and id > ? order by id limit ?'),
    due: database.prepare<Pick<Row, 'id'>>(
      'select id from document where kind = ? and next <= ? order by next, id limit ?',
    ),
  };
}
