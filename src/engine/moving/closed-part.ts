import type { Flow, OpenFrame, Step } from '../flow.ts';
import { NOWHERE } from '../flow.ts';
import type { Mark } from '../session.ts';

type Marks = Readonly<Record<string, Mark>>;

/** Steps that leave nothing behind and lead on in any case. */
const OPEN: ReadonlySet<string> = new Set(['jika', 'bagian', 'atur']);
/** What was said or confirmed is so for good. */
const OVER: ReadonlySet<string> = new Set(['kirim', 'pastikan']);

/** Where the part ends that lies behind a deed: the last one that was done, in this flow or in one that it ran. */
export function closedPart({ byKey }: Pick<Flow, 'byKey'>, marks: Marks): number {
  const done = Object.entries(marks).filter(([key, mark]) => mark.moved !== undefined && holdsDeed(key, mark));
  return Math.max(NOWHERE, ...done.map(([key]) => byKey.get(key)?.index ?? NOWHERE));
}

function holdsDeed(key: string, { r, in: run }: Mark): boolean {
  if (key.startsWith('!')) return r !== undefined;
  return run !== undefined && Object.entries(run.path).some(([inner, mark]) => holdsDeed(inner, mark));
}

/** True for a step behind a deed. */
export function isClosed({ closed = NOWHERE }: Pick<OpenFrame, 'closed'>, { index }: Pick<Step, 'index'>): boolean {
  return index < closed;
}

/** True when the walk goes by a step behind a deed without stopping there; its mark stays. */
export function isPassed(frame: OpenFrame, step: Step): boolean {
  if (!isClosed(frame, step) || OPEN.has(step.word)) return false;
  const before = frame.before[step.key];
  if (before !== undefined && !OVER.has(step.word)) return false;
  delete frame.before[step.key];
  if (before !== undefined) frame.path[step.key] = before;
  return true;
}
