import { DEEPEST } from '../proceed.ts';
import { isDoorway } from './doors.ts';
import { textAt, textsAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Flows that run themselves by way of others, or run others deeper than the engine goes. */
export const checkRuns: Check = (subject) => {
  const circle = circleOf(subject);
  if (circle !== null) {
    subject.report('alur_melingkar', placeOf(subject, circle[1]), { jalan: circle.join(', ') });
    return;
  }
  const chain = longestChain(subject, subject.name, new Map());
  if (chain.length <= DEEPEST) return;
  const params = { dalam: chain.length, jalan: chain.join(', '), paling_banyak: DEEPEST };
  subject.report('alur_terlalu_dalam', placeOf(subject, chain[1]), params);
};

function placeOf(subject: Subject, flow: string | undefined): Run['place'] {
  return runsOf(subject).find((run) => run.flow === flow)?.place ?? [];
}

interface Run {
  readonly flow: string;
  readonly place: readonly (string | number)[];
}

/** The flows that a flow comes back from. */
function runsOf(subject: Subject): readonly Run[] {
  const { head, every } = subject;
  const first = textsAt(head, 'prasyarat').map((flow, at) => ({ flow, place: ['prasyarat', at] }));
  const inside = every.flatMap((step) => {
    const { word, block, place } = step;
    if ((word !== 'jalankan' && word !== 'prasyarat') || isDoorway(subject, step)) return [];
    return [{ flow: textAt(block, word) ?? '', place: [...place, word] }];
  });
  return [...first, ...inside];
}

/** The shortest way from a flow back to itself, by the flows that are run on it; null when there is none. */
function circleOf(subject: Subject): readonly string[] | null {
  const before = new Map<string, string>();
  const open = [subject.name];
  for (const from of open) {
    const flow = subject.world.flows.get(from);
    for (const run of flow === undefined ? [] : runsOf(flow)) {
      if (run.flow === subject.name) return [...wayBack(before, from, subject.name), subject.name];
      if (before.has(run.flow)) continue;
      before.set(run.flow, from);
      open.push(run.flow);
    }
  }
  return null;
}

function wayBack(before: ReadonlyMap<string, string>, last: string, first: string): readonly string[] {
  const way = [last];
  for (let at = last; at !== first;) {
    at = before.get(at) ?? first;
    way.unshift(at);
  }
  return way;
}

/** The flow with the longest row of flows that it runs, one within the other. */
function longestChain(subject: Subject, name: string, known: Map<string, readonly string[]>): readonly string[] {
  const before = known.get(name);
  if (before !== undefined) return before;
  known.set(name, [name]);
  const flow = subject.world.flows.get(name);
  const inside = (flow === undefined ? [] : runsOf(flow)).map((run) => longestChain(subject, run.flow, known));
  const longest = inside.reduce((best, one) => (one.length > best.length ? one : best), []);
  const chain = [name, ...longest];
  known.set(name, chain);
  return chain;
}
