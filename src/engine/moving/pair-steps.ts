import type { Flow, Step } from '../flow.ts';

/**
 * Which step of a flow's other version is which: questions and sections by their name or as `pindah` says, all others by
 * what stands in them, and where that changed by their order. null: it has none there. `from` undefined: the other
 * version is not known any more, and the same key is the same step.
 */
export function pairSteps(from: Flow | undefined, to: Flow): (key: string) => Step | null {
  const paired = from === undefined ? null : pairUnnamed(from, to);
  return (key) => {
    const named = to.byKey.get(key);
    if (named !== undefined && isNamed(named)) return named;
    return findMoved(from, to, key) ?? (paired === null ? (named ?? null) : (paired.get(key) ?? null));
  };
}

/** True for steps that an author gave a name: all versions call them by it. */
export function isNamed({ word }: Step): boolean {
  return word === 'tanya' || word === 'bagian';
}

/** Where `pindah` leads; the way back to an earlier version is that of the later one, turned around. */
function findMoved(from: Flow | undefined, to: Flow, key: string): Step | null {
  const seen = new Set([key]);
  for (let next = to.head.moves[key]; next !== undefined && !seen.has(next); next = to.head.moves[next]) {
    const step = to.byKey.get(next);
    if (step !== undefined) return step;
    seen.add(next);
  }
  const [before] = Object.entries(from?.head.moves ?? {}).find(([, after]) => after === key) ?? [];
  return before === undefined ? null : (to.byKey.get(before) ?? null);
}

function pairUnnamed(from: Flow, to: Flow): ReadonlyMap<string, Step> {
  const pairs = new Map<string, Step>();
  const [old, now] = [byStem(from), byStem(to)];
  for (const [stem, steps] of old) {
    const rest = [...(now.get(stem) ?? [])];
    const changed = steps.filter((step) => {
      const at = rest.findIndex((one) => one.sign() === step.sign());
      const [same] = at < 0 ? [] : rest.splice(at, 1);
      if (same !== undefined) pairs.set(step.key, same);
      return same === undefined;
    });
    for (const [at, step] of changed.entries()) {
      const other = rest[at];
      if (other !== undefined) pairs.set(step.key, other);
    }
  }
  return pairs;
}

/** Steps without a name, by what their keys begin with: `k`, `k.2` and `k.3` are texts. */
function byStem({ steps }: Flow): ReadonlyMap<string, readonly Step[]> {
  const stems = new Map<string, Step[]>();
  for (const step of steps) {
    if (isNamed(step)) continue;
    const stem = step.key.replace(/\.\d+$/u, '');
    stems.set(stem, [...(stems.get(stem) ?? []), step]);
  }
  return stems;
}
