/** The class of an error for the log: its words may hold what a person wrote. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
