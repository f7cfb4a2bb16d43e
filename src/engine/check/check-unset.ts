import { SHARED_NAMES } from '../loading/names.ts';
import { isSet, withSet } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { valuesOf } from './learn.ts';
import type { RawStep } from './raw-step.ts';
import { entriesAt, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Texts that may use an answer which was not given on some path, and would be sent with a hole in them. */
export const checkUnset: Check = (subject) => {
  const given = namesGiven(subject);
  const known = subject.known(false);
  for (const { step, place, template } of subject.texts) {
    const before = known.get(step);
    if (before === undefined || template.needs.length === 0) continue;
    for (const path of template.needs.filter(unsetAt(step, before, given))) {
      const nama = path.join('.');
      subject.report('mungkin_kosong', place, { nama, betul: `{{ ${nama} | jika_kosong("...") }}` });
    }
  }
};

/** Names that the flow gives, each with its fields that only some results carry. */
type Given = ReadonlyMap<string, ReadonlySet<string>>;

/** Tells of a name whether it may be unset when a step's texts are said. */
function unsetAt(step: RawStep, before: Knowledge, given: Given): (path: readonly string[]) => boolean {
  const sure = step.onlyIf?.condition.setIfYes ?? [];
  const known = withSet(before, [...sure.map((path) => path.join('.')), textAt(step.block, 'tanya') ?? '']);
  return (path) => {
    const [root = '', field] = path;
    if (SHARED_NAMES.has(root) || !given.has(root) || isSet(known, path.join('.'), step.statements)) return false;
    const isOfSomeResults = field !== undefined && given.get(root)?.has(field) === true;
    return isOfSomeResults || !isSet(known, root, step.statements);
  };
}

/** Answers, `atur`, `terima`, and what `sebagai` calls a result. */
function namesGiven(subject: Subject): Given {
  const given = new Map(entriesAt(subject.head, 'terima').map(([name]) => [name, new Set<string>()]));
  for (const step of subject.every) {
    const { word, block } = step;
    if (word === 'tanya' || word === 'formulir') given.set(textAt(block, word) ?? '', new Set());
    if (word === 'atur') for (const [name] of entriesAt(block, 'atur')) given.set(name, new Set());
    const as = textAt(block, 'sebagai');
    if (as === null) continue;
    const fields = entriesAt(block, 'hasil').flatMap(([result]) => valuesOf(subject, step, result));
    given.set(as, new Set([...(given.get(as) ?? []), ...fields]));
  }
  return given;
}
