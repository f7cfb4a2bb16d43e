import { dirname } from 'node:path';

import { DatabaseSync } from '@photostructure/sqlite';

import { StoreTrouble } from '../../domain/ports/store-trouble.ts';
import { toTrouble } from './sqlite-trouble.ts';

/** What a column holds. Numbers are whole and go into INTEGER columns only; times are epoch milliseconds, flags 0 or 1. */
export type Cell = string | number | null | Uint8Array;

interface Statement<Row> {
  /** Runs it; the number of rows it changed. */
  run(...cells: readonly Cell[]): number;
  /** Its first row, or null. */
  get(...cells: readonly Cell[]): Row | null;
  all(...cells: readonly Cell[]): readonly Row[];
}

/** One connection. Everything is synchronous; expected trouble is thrown as `StoreTrouble`, the rest is a bug. */
export interface Database {
  /** Compiles one statement with `?` for each cell; `Row` is what the caller's SQL selects. */
  prepare<Row = never>(sql: string): Statement<Row>;
  /** Runs statements without cells. */
  exec(sql: string): void;
  /** A transaction is open: false after an error that made SQLite roll back by itself. */
  inTransaction(): boolean;
  /**
   * The library finalizes a statement only when it is collected, and until then the file stays open underneath: what
   * must really be let go at once is used through `exec` alone.
   */
  close(): void;
}

/** A backup holds the file for moments only. Longer is somebody's tool, and the whole service stands still meanwhile. */
const BUSY_TIMEOUT_MS = 1_000;
/** After a burst the write-ahead log is cut back to this, so that it does not keep the disk. */
const WAL_LIMIT_BYTES = 64 * 1024 * 1024;

/** Moved into the data within a commit only when no idle moment came for so long (40 MB); SQLite's own is 1,000. */
const WAL_PAGES = 10_000;

/**
 * Set at EVERY open: SQLite remembers only the journal mode, and reopening a WAL file falls back to
 * `synchronous=NORMAL`, where an acknowledged write may be lost with the power. What is deleted is overwritten: the key
 * still stands there, and would open what is left in the file.
 */
const PRAGMAS = `
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma trusted_schema = off;
  pragma cell_size_check = on;
  pragma secure_delete = on;
  pragma temp_store = memory;
  pragma journal_size_limit = ${WAL_LIMIT_BYTES};
  pragma wal_autocheckpoint = ${WAL_PAGES};
`;

/** Opens or makes a database file. This is the one file that knows the library; `node:sqlite` can take its place. */
export function openDatabase(file: string, { busyMs = BUSY_TIMEOUT_MS } = {}): Database {
  const inside = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      throw toTrouble(error, file);
    }
  };
  const connection = inside(() => new DatabaseSync(file, { timeout: busyMs, defensive: true }));
  const prepare = <Row>(sql: string): Statement<Row> => {
    const statement = inside(() => connection.prepare(sql));
    const expected = countCells(sql);
    const bound = (cells: readonly Cell[]): Cell[] => {
      if (cells.length !== expected) throw new TypeError(`${expected} cells expected, ${cells.length} given: ${sql}`);
      return cells.map(toCell);
    };
    return {
      run: (...cells) => inside(() => statement.run(...bound(cells)).changes),
      get: (...cells) => inside(() => (statement.get(...bound(cells)) as Row | undefined) ?? null),
      all: (...cells) => inside(() => statement.all(...bound(cells)) as Row[]),
    };
  };
  return {
    prepare,
    exec: (sql) => inside(() => connection.exec(sql)),
    inTransaction: () => connection.isTransaction,
    close: () => inside(() => connection.close()),
  };
}

/**
 * Opens the data itself: write-ahead log, and a commit that returns is on the disk. Throws `folder_unsuitable` where the
 * disk cannot do that.
 */
export function openData(file: string): Database {
  const database = openDatabase(file);
  const mode = database.prepare<{ journal_mode: string }>('pragma journal_mode = wal').get()?.journal_mode;
  if (mode !== 'wal') throw new StoreTrouble('folder_unsuitable', { folder: dirname(file) });
  database.exec(PRAGMAS);
  return {
    ...database,
    close: () => {
      moveLog(database, 'truncate');
      database.close();
    },
  };
}

/**
 * Moves the write-ahead log into the data file; `passive` waits for no reader, `truncate` leaves an empty log. What
 * cannot be moved now stays, and is moved another time.
 */
export function moveLog(database: Database, how: 'passive' | 'truncate'): void {
  try {
    database.exec(`pragma wal_checkpoint(${how})`);
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
  }
}

/** The library binds what is missing, and a Date, as NULL without a word: cells are counted and looked at here. */
function toCell(cell: unknown): Cell {
  if (typeof cell === 'string') return cell.includes('\0') ? cell.replaceAll('\0', '') : cell;
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return cell;
  if (cell === null || cell instanceof Uint8Array) return cell;
  throw new TypeError(`a cell cannot hold ${typeof cell === 'number' ? 'this number' : describe(cell)}`);
}

function describe(cell: unknown): string {
  return cell instanceof Date ? 'a Date' : `a value of type ${typeof cell}`;
}

/** The question marks outside quoted text. */
function countCells(sql: string): number {
  return sql.replaceAll(/'[^']*'/gu, '').split('?').length - 1;
}
