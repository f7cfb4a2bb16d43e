/** What is asked of a collection, and the index that answers it without reading the whole. */
export interface QueryShape {
  /** Port and call: `inbox.waiting`. */
  readonly name: string;
  /** `document.*` stands for the collections of all kinds of documents. */
  readonly collection: string;
  /** At most these fields are in the filter, sorted; those inside `$or` and `$and` too, `$expr` not. */
  readonly filter: readonly string[];
  /** Fields of the order, in order. */
  readonly sort: readonly string[];
  /** The index' name; `_id_` is the one that every collection has. */
  readonly index: string;
}
