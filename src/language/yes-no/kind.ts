/** A kind of question, and how it is answered in its own words. */
export interface Kind {
  /** Words of the question that tell this kind. */
  readonly asked: RegExp;
  readonly heads: string;
  /** What says yes (`oke`), no (`emoh`) or nothing certain (`ragu`) to it, and to it alone. */
  readonly groups: readonly (readonly [RegExp, string])[];
}

/** What says yes, what says no, and what leaves it open, whatever was asked. */
export const [YES, NO, OPEN] = ['oke', 'batal', 'entah'];
