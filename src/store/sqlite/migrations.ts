/** One step of the data's shape. A step that was released is never edited: the next one follows it. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** All steps, in order. Every table is STRICT; sealed columns are BLOB; times are epoch milliseconds. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'documents',
    sql: `
      create table canary (sealed blob not null, fingerprint text not null) strict;
      create table document (
        kind text not null, id text not null, version integer not null, next integer, body blob not null,
        unique (kind, id)
      ) strict;
      create index document_next on document (kind, next, id) where next is not null;
      create table document_key (
        kind text not null, id text not null, key text not null, value text not null,
        primary key (kind, id, key)
      ) strict, without rowid;
      create index document_key_value on document_key (kind, key, value, id);
    `,
  },
];
