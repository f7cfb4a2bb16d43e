import { pageRowsOf } from '../house.ts';
import type { HouseTable } from '../house.ts';
import { keptDocument, keptTables } from '../kept-row.ts';
import type { KeptRow, KeptTableName } from '../kept-row.ts';
import { toCells, toColumn, toKept } from './kept-cells.ts';
import type { Cell, Database } from './open-store.ts';

type Found = Readonly<Record<string, Cell>>;

/** A body that a row only names: a house gives every row whole, and takes it so. */
const NAMED_BODIES: Partial<Record<KeptTableName, { readonly body: string; readonly name: string }>> = {
  delivery: {
    body: '(select coalesce(max(kept.body), delivery.body) from delivery_text kept where kept.id = delivery.text)',
    name: 'text',
  },
};

/** One table, row by row. */
export function openKeptTable(database: Database, name: KeptTableName): HouseTable {
  const row = keptTables[name];
  const fields = Object.keys(row.shape);
  const columns = fields.map(toColumn);
  const named = NAMED_BODIES[name];
  const read = (field: string): string => (field === 'body' ? named?.body : undefined) ?? toColumn(field);
  const select = `select ${fields.map((field) => `${read(field)} as ${field}`).join(', ')} from ${name}`;
  const replaced = columns.map((column) => `${column} = excluded.${column}`);
  if (named !== undefined) replaced.push(`${named.name} = null`);
  const sql = {
    count: database.prepare<{ count: number }>(`select count(*) as count from ${name}`),
    page: database.prepare<Found>(`${select} where id > ? order by id limit ?`),
    among: database.prepare<Found>(`${select} where id in (select value from json_each(?))`),
    put: database.prepare(
      `insert into ${name} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})
       on conflict (id) do update set ${replaced.join(', ')}`,
    ),
    drop: database.prepare(`delete from ${name} where id in (select value from json_each(?))`),
  };
  const toAll = (rows: readonly Found[]): readonly KeptRow[] => rows.map((found) => toKept(row, found));
  return {
    ...pageRowsOf(name),
    count: async () => sql.count.get()?.count ?? 0,
    page: async (after, limit) => toAll(sql.page.all(after, limit)),
    among: async (ids) => toAll(sql.among.all(JSON.stringify(ids))),
    put: async (rows) => {
      together(database, () => {
        for (const kept of rows) sql.put.run(...toCells(row, kept));
      });
    },
    drop: async (ids) => void sql.drop.run(JSON.stringify(ids)),
  };
}

/** Documents of one kind with their keys, row by row. */
export function openKeptDocuments(database: Database, kind: string): HouseTable {
  const select = `select id, version, next, body, (
    select json_group_array(key || '=' || value) from document_key k where k.kind = d.kind and k.id = d.id
  ) as keys from document d where kind = ?`;
  const sql = {
    count: database.prepare<{ count: number }>('select count(*) as count from document where kind = ?'),
    page: database.prepare<Found>(`${select} and id > ? order by id limit ?`),
    among: database.prepare<Found>(`${select} and id in (select value from json_each(?))`),
    put: database.prepare(
      `insert into document (kind, id, version, next, body) values (?, ?, ?, ?, ?)
       on conflict do update set version = excluded.version, next = excluded.next, body = excluded.body`,
    ),
    putKey: database.prepare('insert into document_key (kind, id, key, value) values (?, ?, ?, ?)'),
    dropKeys: database.prepare('delete from document_key where kind = ? and id in (select value from json_each(?))'),
    drop: database.prepare('delete from document where kind = ? and id in (select value from json_each(?))'),
  };
  const toAll = (rows: readonly Found[]): readonly KeptRow[] => rows.map((found) => toKept(keptDocument, found));
  const putOne = (row: KeptRow): void => {
    const { id, version, next, body, keys } = keptDocument.parse(row);
    sql.put.run(kind, id, version, next?.getTime() ?? null, body);
    for (const pair of keys) {
      const end = pair.indexOf('=');
      sql.putKey.run(kind, id, pair.slice(0, end), pair.slice(end + 1));
    }
  };
  return {
    count: async () => sql.count.get(kind)?.count ?? 0,
    page: async (after, limit) => toAll(sql.page.all(kind, after, limit)),
    among: async (ids) => toAll(sql.among.all(kind, JSON.stringify(ids))),
    put: async (rows) => {
      together(database, () => {
        sql.dropKeys.run(kind, JSON.stringify(rows.map(({ id }) => id)));
        for (const row of rows) putOne(row);
      });
    },
    drop: async (ids) => {
      together(database, () => {
        sql.dropKeys.run(kind, JSON.stringify(ids));
        sql.drop.run(kind, JSON.stringify(ids));
      });
    },
  };
}

/** All of it or nothing, flushed once. */
function together(database: Database, write: () => void): void {
  database.exec('begin immediate');
  try {
    write();
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction()) database.exec('rollback');
    throw error;
  }
}
