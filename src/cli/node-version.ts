/** The oldest Node that runs this code: tsx loads it, and it uses what came with this version. `engines` in package.json says the same. */
export const oldestNode = '20.19.0';

/** Whether a version such as "18.20.8" is older than that. */
export function isTooOld(version: string): boolean {
  return version.localeCompare(oldestNode, 'en', { numeric: true }) < 0;
}
