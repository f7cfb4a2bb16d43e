import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import type { Canary } from './canary.ts';
import type { KeptRow } from './kept-row.ts';

/** One end of a move: a store with nobody in it, row by row. Nothing sealed is opened. */
export interface House {
  /** How a person knows it: a folder, or host and database. Never a password. */
  readonly place: string;
  /** Names of what is kept there: `inbox`, `address`, `delivery`, `account`, `keyring`, `media`, and `document.<kind>` for each kind. */
  tables(): Promise<readonly string[]>;
  table(name: string): HouseTable;
  canary(): Promise<Canary | null>;
  putCanary(canary: Canary): Promise<void>;
  mark(): Promise<MoveMark | null>;
  /** Flushed when it resolves. Throws `move_lost` when this move has lost its hold of the house. */
  putMark(mark: MoveMark): Promise<void>;
  /** Keeps every service out for another while; call it often. Throws `move_lost`. */
  hold(): Promise<void>;
  /** Lets go of it; what was marked stays. */
  close(): Promise<void>;
}

export interface HouseTable {
  /** How many of its rows one page holds, where they are large. */
  readonly pageRows?: number;
  count(): Promise<number>;
  /** By id, at most `limit`, after the id `after`. */
  page(after: string, limit: number): Promise<readonly KeptRow[]>;
  /** Those of these ids that are there, in any order. */
  among(ids: readonly string[]): Promise<readonly KeptRow[]>;
  /** Writes them, whatever stood there. Flushed when it resolves. */
  put(rows: readonly KeptRow[]): Promise<void>;
  drop(ids: readonly string[]): Promise<void>;
}

/** What a move leaves at each of its ends. */
export interface MoveMark {
  /** `arriving`: not whole yet; `arrived`: in use; `left`: everything is at the other end now. */
  readonly state: 'arriving' | 'arrived' | 'left';
  /** The same at both ends of one move. */
  readonly move: string;
  /** Which installation it is. */
  readonly house: string;
  /** The other end. */
  readonly place: string;
}

/** Why no service may work at a place with this mark: `half_moved` or `moved_away`; null when it may. */
export function judgeMoveMark(mark: MoveMark | null): StoreTrouble | null {
  if (mark?.state === 'arriving') return new StoreTrouble('half_moved', { from: mark.place });
  return mark?.state === 'left' ? new StoreTrouble('moved_away', { to: mark.place }) : null;
}

/** Files have up to ten megabytes each, and one call to a database takes less than five of them. */
const FILES_PER_PAGE = 4;

/** `pageRows` of the table of that name. */
export function pageRowsOf(name: string): Pick<HouseTable, 'pageRows'> {
  return name === 'media' ? { pageRows: FILES_PER_PAGE } : {};
}

const DOCUMENTS = 'document.';

/** The table of one kind of document. */
export const documentTable = (kind: string): string => `${DOCUMENTS}${kind}`;

/** null: it is none of documents. */
export function kindOfTable(name: string): string | null {
  return name.startsWith(DOCUMENTS) ? name.slice(DOCUMENTS.length) : null;
}
