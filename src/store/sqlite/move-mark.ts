import type { MoveMark } from '../house.ts';
import type { Database } from './open-store.ts';

/** What a move left here; null: none ever did. */
export function readMoveMark(database: Database): MoveMark | null {
  return database.prepare<MoveMark>('select state, move, house, place from move').get();
}

/** Flushed when it returns. */
export function putMoveMark(database: Database, { state, move, house, place }: MoveMark): void {
  database
    .prepare('insert or replace into move (only, state, move, house, place) values (1, ?, ?, ?, ?)')
    .run(state, move, house, place);
}
