import type mongoose from 'mongoose';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { toTrouble } from './mongo-trouble.ts';
import { watchPrimary } from './watch-primary.ts';

/** The connection, and the one door through which every port asks it. */
export interface Database {
  readonly connection: mongoose.Connection;
  /** Runs one call to the server. Rejects with `StoreTrouble` when what went wrong is expected; a write has perhaps happened. */
  ask<Result>(call: () => Promise<Result>): Promise<Result>;
  /** From now on every call rejects with this; the first reason stays. */
  refuse(trouble: StoreTrouble): void;
  /** Why calls are refused, that no server takes writes just now, or what the last call met; null when all is well. */
  trouble(): StoreTrouble | null;
}

/** `host`: what sentences name; never the URL, which holds a password. */
export function createDatabase(connection: mongoose.Connection, host: string): Database {
  let refused: StoreTrouble | null = null;
  let met: StoreTrouble | null = null;
  const isWritable = watchPrimary(connection);
  return {
    connection,
    ask: async (call) => {
      if (refused !== null) throw refused;
      try {
        const result = await call();
        met = null;
        return result;
      } catch (error) {
        const trouble = toTrouble(error, host);
        if (trouble instanceof StoreTrouble) met = trouble;
        throw trouble;
      }
    },
    refuse: (trouble) => void (refused ??= trouble),
    trouble: () => refused ?? (isWritable() ? met : new StoreTrouble('database_away', { host })),
  };
}
