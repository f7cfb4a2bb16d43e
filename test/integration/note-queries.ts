import type { EventEmitter } from 'node:events';

import mongoose from 'mongoose';

import type { QueryShape } from '../../src/store/mongo/query-shape.ts';

/** What was asked of a server, as `QueryShape` describes it. */
export type AskedShape = Pick<QueryShape, 'collection' | 'filter' | 'sort'>;

/** mongoose tells of every connection that is made; its types do not know that. */
const { events } = mongoose as unknown as { readonly events: EventEmitter };

type Command = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;

/** Everything that was asked through connections made after this; their URLs must say `monitorCommands=true`. */
export interface AskedQueries {
  readonly shapes: () => readonly AskedShape[];
  /** Where a real server would read a whole collection: shapes asked since the last time, and their plans. */
  readonly readPlans: (database: mongoose.mongo.Db) => Promise<readonly string[]>;
}

export function noteQueries(): AskedQueries {
  const asked = new Map<string, { readonly shape: AskedShape; readonly command: Command }>();
  const planned = new Set<string>();
  events.on('createConnection', (connection: mongoose.Connection) => {
    connection.once('open', () => {
      connection.getClient().on('commandStarted', ({ command }) => {
        for (const shape of shapesOf(command)) {
          const key = JSON.stringify(shape);
          if (!asked.has(key)) asked.set(key, { shape, command });
        }
      });
    });
  });
  return {
    shapes: () => [...asked.values()].map(({ shape }) => shape),
    readPlans: async (database) => {
      const slow: string[] = [];
      for (const [key, { command }] of asked) {
        if (planned.has(key)) continue;
        planned.add(key);
        const plan = await explain(database, command);
        if (plan.includes('COLLSCAN')) slow.push(key);
      }
      return slow;
    },
  };
}

/** The plan as text; empty where the server explains nothing. */
async function explain(database: mongoose.mongo.Db, command: Command): Promise<string> {
  const { lsid: _, txnNumber: __, $clusterTime: ___, $db: ____, writeConcern: _____, ...asked } = command;
  try {
    return JSON.stringify(await database.command({ explain: asked, verbosity: 'queryPlanner' }));
  } catch (error) {
    if (
      error instanceof mongoose.mongo.MongoServerError &&
      (error.code === 59 || /no such command/iu.test(error.message))
    )
      return '';
    throw error;
  }
}

function shapesOf(command: Command): readonly AskedShape[] {
  // The first one is the command's name; `findAndModify` has an `update` of its own.
  const [[name, collection] = ['', '']] = Object.entries(command);
  const of = (filter: unknown, sort: unknown = {}): AskedShape => ({
    collection: String(collection).replace(/^document\..*/u, 'document.*'),
    filter: fieldsOf(filter as Fields),
    sort: sort instanceof Map ? [...(sort as Map<string, unknown>).keys()] : Object.keys(sort as Fields),
  });
  if (name === 'find') return [of(command['filter'], command['sort'])];
  if (name === 'update') return (command['updates'] as readonly { q: Fields }[]).map(({ q }) => of(q));
  if (name === 'delete') return (command['deletes'] as readonly { q: Fields }[]).map(({ q }) => of(q));
  if (name === 'findAndModify') return [of(command['query'], command['sort'])];
  if (name === 'aggregate') return [ofStages(command['pipeline'] as readonly Command[], of)];
  return [];
}

/** An aggregation that counts or groups what one filter finds. */
function ofStages(stages: readonly Command[], of: (filter: unknown, sort?: unknown) => AskedShape): AskedShape {
  const [first = {}, second = {}] = stages;
  return of(first['$match'] ?? {}, '$sort' in second ? second['$sort'] : {});
}

function fieldsOf(filter: Fields): readonly string[] {
  const fields = Object.entries(filter).flatMap(([field, value]) => {
    if (field === '$and' || field === '$or') return (value as readonly Fields[]).flatMap(fieldsOf);
    return field.startsWith('$') ? [] : [field];
  });
  return [...new Set(fields)].toSorted();
}
