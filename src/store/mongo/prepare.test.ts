import { expect, test } from 'vitest';

import type { Database } from './database.ts';
import { checkRights } from './prepare.ts';

const ALL = ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'listIndexes', 'collStats'];

/** A server that says this of whoever is signed in. */
function server(authInfo: object): Database {
  const db = { command: async () => ({ authInfo, ok: 1 }) };
  const connection = { name: 'gelombang', db } as unknown as Database['connection'];
  return { connection, ask: (call) => call(), refuse: () => undefined, trouble: () => null };
}

const signedIn = (...authenticatedUserPrivileges: readonly object[]): Database =>
  server({ authenticatedUsers: [{ user: 'gelombang', db: 'admin' }], authenticatedUserPrivileges });
const on = (db: string, collection = ''): object => ({ db, collection });

test.each([
  ['on the database itself', signedIn({ resource: on('gelombang'), actions: ALL })],
  ['on every database', signedIn({ resource: on(''), actions: ALL })],
  ['on everything', signedIn({ resource: { anyResource: true }, actions: ALL })],
  [
    'in two parts',
    signedIn(
      { resource: on('gelombang'), actions: ALL.slice(0, 4) },
      { resource: on('gelombang'), actions: ALL.slice(4) },
    ),
  ],
  ['where nobody signs in', server({ authenticatedUsers: [], authenticatedUserPrivileges: [] })],
])('rights %s are enough', async (_where, database) => {
  await expect(checkRights(database, 'db.example')).resolves.toBeUndefined();
});

test.each([
  ['that only read', signedIn({ resource: on('gelombang'), actions: ['find', 'listIndexes'] }), 'insert'],
  ['without indexes', signedIn({ resource: on('gelombang'), actions: ALL.slice(0, 5) }), 'createIndex'],
  ['on another database', signedIn({ resource: on('lain'), actions: ALL }), 'find'],
  ['on one collection', signedIn({ resource: on('gelombang', 'inbox'), actions: ALL }), 'find'],
  ['that are none', signedIn(), 'find'],
])('rights %s are not', async (_what, database, missing) => {
  const refused = { code: 'database_no_rights', params: { host: 'db.example', missing } };
  await expect(checkRights(database, 'db.example')).rejects.toMatchObject(refused);
});
