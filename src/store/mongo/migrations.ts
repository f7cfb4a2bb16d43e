/** A row as it lies in the database, whatever its shape. */
export interface RawRow extends Readonly<Record<string, unknown>> {
  readonly _id: string;
}

/**
 * One step of the data's shape, done row by row while the service runs. Both ways are pure and give null for a row that
 * is that way already: rows are met in any state, and more than once. The version that brings a step reads both shapes
 * and writes the new one. A step that was released is never edited: the next one follows it.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly collection: string;
  readonly up: (row: RawRow) => RawRow | null;
  readonly down: (row: RawRow) => RawRow | null;
}

/** All steps, in order. The first shape of MongoDB's data is number 0. */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'retention',
    collection: 'document.contacts',
    // Somebody looks at every person once, and from then on when their data may have been kept long enough.
    up: (row) => ('next' in row ? null : { ...row, next: new Date(0) }),
    down: ({ next, ...row }) => (next === undefined ? null : row),
  },
];

/** The newest shape that a list of steps leads to. */
export function newestShape(steps: readonly Migration[]): number {
  return steps.at(-1)?.number ?? 0;
}
