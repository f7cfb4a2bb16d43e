/**
 * One kind of document (batches, contacts, registrations ...). Every decision is made inside one document by
 * compare-and-set on its version; ids are derived, so that doing a thing again after a crash writes the same rows.
 * Personal fields are sealed by the store; `keys` are the plain values that may be asked for by `find`.
 */
export interface Documents<Doc> {
  /** null when there is none; rejects with `wrong_key` where it does not open, as `change` does. */
  read(id: string): Promise<Doc | null>;
  /** Writes it if absent. `known` = one with this id was there already, and stays as it was. */
  create(id: string, doc: Doc): Promise<'created' | 'known'>;
  /**
   * Reads, lets `decide` make the new document, and replaces the version that was read; again on a conflict, so
   * `decide` must be pure. `decide` gets null when there is none and may return null to leave things as they are.
   * Resolves with the result of `decide` when that is flushed.
   */
  change<Result>(
    id: string,
    decide: (doc: Doc | null) => { readonly doc: Doc | null; readonly result: Result },
  ): Promise<Result>;
  /**
   * Ids and documents whose indexed `key` equals `value`, by id, at most `limit`, after the id `after`. One that does not open
   * stands among them by its id, so that it holds up none of the others.
   */
  find(key: string, value: string, page: Page): Promise<readonly Found<Doc>[]>;
  /** Everything, by id, in pages, as `find` gives it. */
  lookThrough(page: Page): Promise<readonly Found<Doc>[]>;
  /** What each says of itself in plain words (`DocumentKind.sketch`), in pages as of `lookThrough`: a million are looked through unopened. */
  sketches(page: Page): Promise<readonly Sketched<Doc>[]>;
  /**
   * Ids of documents that somebody must look at: their `next` is at or before `at`, the longest waiting first. None is opened: one
   * that does not open fails its own look, not those of others.
   */
  due(at: number, limit: number): Promise<readonly string[]>;
  /** Really removes it. */
  remove(id: string): Promise<void>;
}

export interface Stored<Doc> {
  readonly id: string;
  readonly doc: Doc;
}

/** A document, or that it does not open. */
export type Found<Doc> = Stored<Doc> | { readonly id: string; readonly unopened: true };

/** A sketch; or what is found of the document itself, where there is none or the store does not keep it apart. */
export type Sketched<Doc> = { readonly id: string; readonly sketch: string } | Found<Doc>;

export interface Page {
  readonly after: string;
  readonly limit: number;
}

/** How a kind of document is stored: its collection, what may be asked for, and when somebody must look at it. */
export interface DocumentKind<Doc> {
  readonly name: string;
  /** Plain values of the indexed keys; never anything personal (an HMAC of it instead). */
  keys(doc: Doc): Readonly<Record<string, string | null>>;
  /** Epoch milliseconds, or null when nothing is due. */
  next(doc: Doc): number | null;
  /**
   * What may stand beside the sealed document in plain words, as `keys` may; null: nothing of this one may. It must be the same
   * for the same document: where it changes, what is kept has to be emptied (`document_sketch`).
   */
  readonly sketch?: (doc: Doc) => string | null;
}
