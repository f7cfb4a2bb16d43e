import type { Way } from './path.ts';
import type { RawStep } from './raw-step.ts';
import type { Check } from './subject.ts';

/** Steps that nobody can reach, and circles in which nobody is asked anything. */
export const checkReach: Check = ({ steps, every, ways, world, report }) => {
  const reached = reachedFrom(steps[0], ways);
  const told = new Set<readonly unknown[] | null>();
  for (const step of every) {
    const beside = step.within?.steps ?? null;
    const around = step.within?.of;
    if (reached.has(step) || told.has(beside) || (around !== undefined && !reached.has(around))) continue;
    told.add(beside);
    report('langkah_tak_tercapai', [...step.place, step.word ?? '']);
  }
  const circle = circleWithoutQuestion(every, ways, world.grammar.waits);
  if (circle !== null) report('putaran_tanpa_pertanyaan', [...circle.place, circle.word ?? '']);
};

function reachedFrom(first: RawStep | undefined, ways: ReadonlyMap<RawStep, readonly Way[]>): ReadonlySet<RawStep> {
  const reached = new Set<RawStep>();
  const open = first === undefined ? [] : [first];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    for (const { to } of ways.get(step) ?? []) if (to !== null) open.push(to);
  }
  return reached;
}

/** The jump that closes a circle of steps that never wait; null when every circle waits somewhere. */
function circleWithoutQuestion(
  every: readonly RawStep[],
  ways: ReadonlyMap<RawStep, readonly Way[]>,
  waiting: ReadonlySet<string>,
): RawStep | null {
  const done = new Set<RawStep>();
  for (const jump of every) {
    if (jump.word !== 'lanjut_ke' || done.has(jump)) continue;
    const seen = new Set<RawStep>();
    const open = [jump];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      for (const { to, why } of ways.get(step) ?? []) {
        if (to === jump) return jump;
        const waits =
          to !== null && waiting.has(to.word ?? '') && (why === 'jump' || to.block['hanya_jika'] === undefined);
        if (to === null || seen.has(to)) continue;
        seen.add(to);
        if (!waits) open.push(to);
      }
    }
    done.add(jump);
  }
  return null;
}
