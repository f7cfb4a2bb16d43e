import { MOST_TOLD } from '../issue.ts';
import type { Issue } from '../issue.ts';

/**
 * All issues in the order of files and lines. Where the checker tells a fault, what compiling says of the same line is
 * left out: it is the same mistake, told with less.
 */
export function mergeIssues(fromCompiling: readonly Issue[], fromChecking: readonly Issue[]): readonly Issue[] {
  const told = new Set(fromChecking.map(placeOf));
  const others = fromCompiling.filter((issue) => !told.has(placeOf(issue)));
  const once = new Map(
    [...others, ...fromChecking].map((issue) => [
      `${placeOf(issue)} ${issue.code} ${JSON.stringify(issue.params)}`,
      issue,
    ]),
  );
  return cutShort([...once.values()].toSorted((a, b) => compareTexts(a.file, b.file) || a.line - b.line));
}

/** The first hundred of each file, and then only that there are more. */
function cutShort(sorted: readonly Issue[]): readonly Issue[] {
  const counts = new Map<string, number>();
  return sorted.flatMap((issue) => {
    const count = (counts.get(issue.file) ?? 0) + 1;
    counts.set(issue.file, count);
    if (count <= MOST_TOLD) return [issue];
    return count === MOST_TOLD + 1 ? [{ ...issue, code: 'masih_ada_kesalahan', params: {} }] : [];
  });
}

function placeOf({ file, line }: Issue): string {
  return `${file}:${line}`;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
