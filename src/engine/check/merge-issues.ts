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
  return [...once.values()].toSorted((a, b) => compareTexts(a.file, b.file) || a.line - b.line);
}

function placeOf({ file, line }: Issue): string {
  return `${file}:${line}`;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
