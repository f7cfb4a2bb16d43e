import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import type { CollectionKind, Index } from './collection.ts';
import type { Database } from './database.ts';

/** An index as the server describes it (`listIndexes`). */
interface Described {
  readonly name: string;
  readonly key: object;
  readonly partialFilterExpression?: object;
}

/** What the service does in its database: each an action of MongoDB's roles; `readWrite` has them all. */
const ACTIONS = ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'listIndexes'] as const;
/** IndexOptionsConflict, IndexKeySpecsConflict: the name or the fields are taken by another index. */
const CONFLICTS: ReadonlySet<unknown> = new Set([85, 86]);
/** CommandNotFound. */
const NO_SUCH_COMMAND = 59;

/** Makes the collections and indexes that are missing; several processes may do so at once. Throws `database_indexes`. */
export async function makeIndexes(database: Database, kinds: readonly CollectionKind[]): Promise<void> {
  for (const { name: collection, indexes } of kinds) {
    for (const index of indexes) {
      await database.ask(() => makeIndex(database, collection, index));
    }
  }
}

async function makeIndex({ connection }: Database, collection: string, { name, on, where }: Index): Promise<void> {
  const options = { name, ...(where !== undefined && { partialFilterExpression: where }) };
  try {
    await connection.db!.collection(collection).createIndex({ ...on }, options);
  } catch (error) {
    const isConflict = error instanceof Error && 'code' in error && CONFLICTS.has(error.code);
    throw isConflict ? new StoreTrouble('database_indexes', { collection, index: name }, error) : error;
  }
}

/** Throws `database_indexes` for the first index that is missing or is another one than it should be; makes nothing. */
export async function checkIndexes(database: Database, kinds: readonly CollectionKind[]): Promise<void> {
  for (const { name: collection, indexes } of kinds) {
    const found = await database.ask(() => describeIndexes(database, collection));
    const wrong = indexes.find((index) => !found.some((each) => isSame(each, index)));
    if (wrong !== undefined) throw new StoreTrouble('database_indexes', { collection, index: wrong.name });
  }
}

async function describeIndexes({ connection }: Database, collection: string): Promise<readonly Described[]> {
  const exists = await connection.db!.listCollections({ name: collection }, { nameOnly: true }).hasNext();
  return exists ? ((await connection.db!.collection(collection).indexes()) as unknown as Described[]) : [];
}

/** The order of an index' fields is part of it. */
function isSame({ name, key, partialFilterExpression = {} }: Described, index: Index): boolean {
  const says = JSON.stringify([name, Object.entries(key), partialFilterExpression]);
  return says === JSON.stringify([index.name, Object.entries(index.on), index.where ?? {}]);
}

interface Status {
  readonly authInfo: {
    readonly authenticatedUsers: readonly unknown[];
    readonly authenticatedUserPrivileges?: readonly Privilege[];
  };
}

interface Privilege {
  readonly resource: { readonly db?: string; readonly collection?: string; readonly anyResource?: boolean };
  readonly actions: readonly string[];
}

/** Throws `database_no_rights` when the user may not do what the service needs; a server without users lets everybody. */
export async function checkRights(database: Database, host: string): Promise<void> {
  const { authenticatedUsers, authenticatedUserPrivileges = [] } = await database.ask(() => askStatus(database));
  if (authenticatedUsers.length === 0) return;
  const name = database.connection.name;
  const granted = new Set(
    authenticatedUserPrivileges.filter(({ resource }) => covers(resource, name)).flatMap(({ actions }) => actions),
  );
  const missing = ACTIONS.find((action) => !granted.has(action));
  if (missing !== undefined) throw new StoreTrouble('database_no_rights', { host, missing });
}

async function askStatus({ connection }: Database): Promise<Status['authInfo']> {
  try {
    const status = (await connection.db!.command({ connectionStatus: 1, showPrivileges: true })) as unknown as Status;
    return status.authInfo;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NO_SUCH_COMMAND) return { authenticatedUsers: [] };
    throw error;
  }
}

/** A privilege on a whole database; an empty name stands for all of them. */
function covers({ db, collection, anyResource }: Privilege['resource'], name: string): boolean {
  return anyResource === true || ((db === name || db === '') && collection === '');
}
