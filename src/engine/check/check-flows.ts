import type { Catalogue } from '../catalogue.ts';
import type { Issue } from '../issue.ts';
import { MOST_STEPS } from '../loading/compile-flow.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { ReadFile } from '../reading/read-flow-file.ts';
import { checkBranchWords } from './check-branch-words.ts';
import { checkCalls } from './check-calls.ts';
import { checkChoices } from './check-choices.ts';
import { checkConsent } from './check-consent.ts';
import { checkHead } from './check-head.ts';
import { checkKeys } from './check-keys.ts';
import { checkLengths } from './check-lengths.ts';
import { checkLimits } from './check-limits.ts';
import { checkMoves } from './check-moves.ts';
import { checkNames } from './check-names.ts';
import { checkPersonal } from './check-personal.ts';
import { checkReach } from './check-reach.ts';
import { checkRuns } from './check-runs.ts';
import { checkTranscripts } from './check-transcripts.ts';
import { checkTriggers } from './check-triggers.ts';
import { checkUnset } from './check-unset.ts';
import { checkWalk } from './check-walk.ts';
import { createSubject } from './create-subject.ts';
import type { Grammar } from './grammar.ts';
import { textAt } from './raw-step.ts';
import { startsOf } from './starts.ts';
import type { Call, Check, Subject, World } from './subject.ts';

/** A flow file as it was read: `name` without `.yaml`. One that could not be read is known to the others by its name. */
export interface ReadFlow {
  readonly name: string;
  readonly file: ReadFile;
}

export interface Checked {
  readonly issues: readonly Issue[];
  /** States of conversations that were looked at, in all flows together. */
  readonly states: number;
}

const CHECKS: readonly Check[] = [
  checkKeys,
  checkNames,
  checkCalls,
  checkChoices,
  checkReach,
  checkUnset,
  checkConsent,
  checkTriggers,
  checkLengths,
  checkBranchWords,
  checkHead,
  checkLimits,
  checkMoves,
  checkPersonal,
  checkRuns,
  checkTranscripts,
];

/**
 * Everything that can be told of flows without running them: beyond what compiling tells (values that do not fit
 * their key, conditions, names), the faults that only show when a flow is seen as a whole and beside the others.
 * `told` is what compiling told: only a flow without a fault is walked, for what is broken leads nowhere.
 */
export function checkFlows(
  read: readonly ReadFlow[],
  catalogue: Catalogue,
  grammar: Grammar,
  told: readonly Issue[] = [],
): Checked {
  const issues: Issue[] = [];
  const flows = new Map<string, Subject>();
  const heads = read.map(({ name, file: { data } }) => ({ name, head: isRawMap(data) ? data : {} }));
  let calls: ReturnType<World['calls']> | null = null;
  const world: World = { grammar, catalogue, flows, starts: startsOf(heads), calls: () => (calls ??= callsIn(flows)) };
  for (const { name, file } of read) flows.set(name, createSubject(name, file, world, issues));
  for (const subject of flows.values()) {
    const { file, every, report } = subject;
    if (every.length > MOST_STEPS)
      report('langkah_terlalu_banyak', ['langkah'], { jumlah: every.length, paling_banyak: MOST_STEPS });
    else if (file.data !== null) for (const check of CHECKS) check(subject);
  }
  const broken = new Set([...told, ...issues].filter(({ severity }) => severity === 'fault').map(({ file }) => file));
  const sound = [...flows.values()].filter(({ name, file }) => file.data !== null && !broken.has(`${name}.yaml`));
  for (const subject of sound) checkWalk(subject);
  return { issues, states: sound.reduce((sum, { walked }) => sum + walked().states.length, 0) };
}

function callsIn(flows: World['flows']): ReadonlyMap<string, readonly Call[]> {
  const calls = new Map<string, Call[]>();
  for (const caller of flows.values()) {
    for (const step of caller.every) {
      const called = textAt(step.block, 'jalankan');
      if (called === null) continue;
      const known = calls.get(called);
      if (known === undefined) calls.set(called, [{ caller, step }]);
      else known.push({ caller, step });
    }
  }
  return calls;
}
