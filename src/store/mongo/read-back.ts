import { StoreTrouble } from '../../domain/ports/store-trouble.ts';

/**
 * Runs a write that names its writer. When its answer is lost it has perhaps happened, so the row itself is asked: `look`
 * gives the write's result, or undefined when the row does not tell (yet: a write may still be under way); then the error stands.
 */
export async function readBack<Result>(
  write: () => Promise<Result>,
  look: () => Promise<Result | undefined>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof StoreTrouble) || error.code !== 'database_away') throw error;
    const seen = await look().catch(() => undefined);
    if (seen === undefined) throw error;
    return seen;
  }
}
