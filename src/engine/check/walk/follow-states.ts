import type { Exit, State } from './walked.ts';

/** The states from which the end of the flow can be reached. */
export function findEnding(states: readonly State[]): ReadonlySet<State> {
  const before = new Map<State, State[]>();
  const ending = new Set<State>();
  for (const state of states) {
    for (const { to } of state.exits) {
      const known = to === null ? undefined : before.get(to);
      if (to === null) ending.add(state);
      else if (known === undefined) before.set(to, [state]);
      else known.push(state);
    }
  }
  const open = [...ending];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const earlier of before.get(state) ?? []) {
      if (ending.has(earlier)) continue;
      ending.add(earlier);
      open.push(earlier);
    }
  }
  return ending;
}

/** A state on a circle of exits that `fits` lets through and of which one is `wanted`; null when there is none. */
export function findCircle(
  states: readonly State[],
  fits: (exit: Exit) => boolean,
  wanted: (exit: Exit) => boolean,
): Exit | null {
  const groups = groupsOf(states, fits);
  for (const state of states) {
    for (const exit of state.exits) {
      if (exit.to !== null && fits(exit) && wanted(exit) && groups[state.index] === groups[exit.to.index]) return exit;
    }
  }
  return null;
}

/** States that can be reached from one another have the same number (Tarjan's algorithm, without recursion). */
function groupsOf(states: readonly State[], fits: (exit: Exit) => boolean): readonly number[] {
  const order: number[] = [];
  const low: number[] = [];
  const group: number[] = [];
  const path: State[] = [];
  let count = 0;
  for (const root of states) {
    if (order[root.index] !== undefined) continue;
    const calls: Call[] = [{ state: root, next: 0 }];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const { state } = call;
      const { index } = state;
      if (call.next === 0) {
        order[index] = count;
        low[index] = count;
        count += 1;
        path.push(state);
      }
      const to = nextOf(call, fits);
      if (to === null) {
        calls.pop();
        if (low[index] === order[index]) closeGroup(path, group, state);
        const caller = calls.at(-1)?.state.index;
        if (caller !== undefined) low[caller] = Math.min(low[caller] ?? 0, low[index] ?? 0);
      } else if (order[to.index] === undefined) calls.push({ state: to, next: 0 });
      else if (group[to.index] === undefined) low[index] = Math.min(low[index] ?? 0, order[to.index] ?? 0);
    }
  }
  return group;
}

interface Call {
  readonly state: State;
  next: number;
}

/** The state behind the next exit that fits; null when there are no more. */
function nextOf(call: Call, fits: (exit: Exit) => boolean): State | null {
  for (;;) {
    const exit = call.state.exits[call.next];
    call.next += 1;
    if (exit === undefined) return null;
    if (exit.to !== null && fits(exit)) return exit.to;
  }
}

function closeGroup(path: State[], group: number[], head: State): void {
  for (let member = path.pop(); member !== undefined; member = path.pop()) {
    group[member.index] = head.index;
    if (member === head) return;
  }
}
