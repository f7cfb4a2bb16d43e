/**
 * Conditions on the server's clock, judged in the same step as the write that hangs on them. Expressions are made anew
 * for every call: mongoose casts them in place.
 */

type Field<Row> = Extract<keyof Row, string>;

/** `field` plus `ms` (a number, or `$` and the name of a field that holds one) has come. A missing field counts as come. */
export function hasPassed(field: string, ms: number | `$${string}` = 0): object {
  return { $lte: [{ $add: [`$${field}`, ms] }, '$$NOW'] };
}

/** A filter: `field` is there, and with `ms` added has come. */
export function passed<Row>(field: Field<Row>, ms: number | `$${Field<Row>}` = 0) {
  return { [field]: { $exists: true }, $expr: hasPassed(field, ms) };
}
