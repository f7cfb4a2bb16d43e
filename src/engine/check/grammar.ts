/** The keys and words of the flow language, taken from the tables of step kinds and answer kinds. */
export interface Grammar {
  /** Keys above `langkah`. */
  readonly head: readonly string[];
  /** Keys by the kind word of a step; those of `tanya` are what all questions share. */
  readonly steps: Readonly<Record<string, readonly string[]>>;
  /** The own keys of a question by its `jenis`, and whether its answers are personal. */
  readonly answers: Readonly<Record<string, { readonly keys: readonly string[]; readonly personal: boolean }>>;
}

/** Every kind of step but these may carry `hanya_jika`. */
export const UNCONDITIONAL: readonly string[] = ['jika', 'bagian'];
