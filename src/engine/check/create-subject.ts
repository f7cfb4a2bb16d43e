import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { MOST_TOLD } from '../issue.ts';
import type { Issue } from '../issue.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { ReadFile } from '../reading/read-flow-file.ts';
import type { Knowledge } from './knowledge.ts';
import { learn } from './learn.ts';
import { waysOf } from './path.ts';
import { allSteps, readSteps } from './raw-step.ts';
import type { RawStep } from './raw-step.ts';
import type { Subject, Text, World } from './subject.ts';
import { textsOf } from './texts-of.ts';
import { explore } from './walk/explore.ts';
import { longestText } from './walk/longest-text.ts';
import type { Walked } from './walk/walked.ts';

/** A flow file ready to be examined; issues go to `issues`. */
export function createSubject(name: string, file: ReadFile, world: World, issues: Issue[]): Subject {
  const head = isRawMap(file.data) ? file.data : {};
  const steps = readSteps(head, world.grammar);
  const every = allSteps(steps);
  let told = 0;
  const known = new Map<boolean, ReadonlyMap<RawStep, Knowledge>>();
  const longest = new Map<RawStep, number>();
  let walked: Walked | null = null;
  const subject: Subject = {
    name,
    file,
    head,
    steps,
    every,
    ways: waysOf(steps, every),
    texts: every.flatMap(compiledTexts),
    known(isAgreed) {
      const learnt = known.get(isAgreed) ?? learn(subject, isAgreed);
      known.set(isAgreed, learnt);
      return learnt;
    },
    longest(step) {
      const length = longest.get(step) ?? longestText(subject, step);
      longest.set(step, length);
      return length;
    },
    walked: () => (walked ??= explore(subject)),
    world,
    report: (code, place, params = {}, severity = 'fault') => {
      told += 1;
      if (told > MOST_TOLD) return;
      issues.push({ code, severity, file: `${name}.yaml`, line: file.lineOf(place), params });
    },
  };
  return subject;
}

function compiledTexts(step: RawStep): readonly Text[] {
  return textsOf(step).flatMap(([place, text]) => {
    const compiled = compileTemplate(text, () => ANYTHING);
    return compiled.ok ? [{ step, place, template: compiled.value }] : [];
  });
}
