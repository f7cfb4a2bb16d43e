/** `LAWS_TIMES=100 npx vitest run test/flows` tries every property a hundred times as often as CI does. */
const TIMES = Number(process.env['LAWS_TIMES'] ?? 1);

/** Another one tries other cases. */
const SEED = Number(process.env['LAWS_SEED'] ?? 20_261_122);

/** How a property is tried: the same cases every time, so many as said. */
export function often(runs: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns: runs * TIMES };
}

/** How long that may take. */
export function patience(ms: number): number {
  return ms * TIMES;
}
