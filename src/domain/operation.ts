import type { Outcome } from '../engine/flow.ts';
import type { Fields, Value } from '../engine/value.ts';

export type { Outcome } from '../engine/flow.ts';

/** What a deed, a look or a source of rows is called with. */
export interface Call {
  /** The deed's id (`<address>.<turn>.<n>`); done already by this id means: same result, no second change. */
  readonly id: string;
  readonly contact: string;
  readonly address: string;
  readonly account: string;
  /** The officer's id when the person is one. */
  readonly officer: string | null;
  /** The language that the person chose; absent: none. */
  readonly language?: string;
  readonly now: number;
  readonly args: Fields;
}

/** Changes something, once per id. Throws only when the store is away: the caller tries again with the same id. */
export type DoDeed = (call: Call) => Promise<Outcome>;

/** Only looks. */
export type Look = (call: Call) => Promise<Outcome>;

/** Rows of a source (`dari`, `daftar.dari`), as records. */
export type ReadRows = (call: Call) => Promise<readonly Value[]>;

/** Every operation that the catalogue names; a house test compares the two. */
export interface Operations {
  readonly deeds: Readonly<Record<string, DoDeed>>;
  readonly looks: Readonly<Record<string, Look>>;
  readonly sources: Readonly<Record<string, ReadRows>>;
}
