import type { Update } from './collection.ts';

/** Fields and their new values. */
export type Values<Row> = { readonly [Field in keyof Row]?: Row[Field] | null };

/** The update that gives these fields their values; null takes a field away, for an absent field is how a row says null. */
export function assign<Row>(values: Values<Row>): Pick<Update<Row>, '$set' | '$unset'> {
  const entries = Object.entries(values);
  const gone = entries.filter(([, value]) => value === null).map(([field]) => [field, true]);
  const kept = entries.filter(([, value]) => value !== null);
  return {
    ...(kept.length > 0 && { $set: Object.fromEntries(kept) as Partial<Row> }),
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone) as NonNullable<Update<Row>['$unset']> }),
  };
}
