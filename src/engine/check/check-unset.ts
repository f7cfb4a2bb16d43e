import type { Place } from '../build.ts';
import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { SHARED_NAMES } from '../names.ts';
import { isRawMap } from '../raw-data.ts';
import { isSet, withSet } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { learn, valuesOf } from './learn.ts';
import type { RawStep } from './raw-step.ts';
import { entriesAt, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';

/** Texts that may use an answer which was not given on some path, and would be sent with a hole in them. */
export const checkUnset: Check = (subject) => {
  const given = namesGiven(subject);
  for (const [step, known] of learn(subject)) {
    const mayBeUnset = unsetAt(step, known, given);
    for (const [place, text] of textsOf(step)) {
      const compiled = compileTemplate(text, () => ANYTHING);
      const holes = compiled.ok ? compiled.value.needs.filter(mayBeUnset) : [];
      for (const path of holes) {
        const nama = path.join('.');
        subject.report('mungkin_kosong', place, { nama, betul: `{{ ${nama} | jika_kosong("...") }}` });
      }
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
    if (word === 'tanya') given.set(textAt(block, word) ?? '', new Set());
    if (word === 'atur') for (const [name] of entriesAt(block, 'atur')) given.set(name, new Set());
    const as = textAt(block, 'sebagai');
    if (as === null) continue;
    const fields = entriesAt(block, 'hasil').flatMap(([result]) => valuesOf(subject, step, result));
    given.set(as, new Set([...(given.get(as) ?? []), ...fields]));
  }
  return given;
}

const TEXT_KEYS = ['kirim', 'teks', 'bantuan', 'jika_salah', 'tambahan', 'serahkan'];

/** The texts of a step that are said with the names of the flow; a row's own texts (`label`, `baris`) have its fields. */
export function textsOf({ block, place }: RawStep): readonly (readonly [Place, string])[] {
  const texts: [Place, string][] = [];
  const add = (value: unknown, at: Place): void => {
    if (typeof value === 'string') texts.push([at, value]);
  };
  for (const key of TEXT_KEYS) add(block[key], [...place, key]);
  const { tolak, pilihan } = block;
  for (const [at, rule] of Array.isArray(tolak) ? tolak.entries() : []) {
    if (isRawMap(rule)) add(rule['teks'], [...place, 'tolak', at, 'teks']);
  }
  for (const [code, label] of isRawMap(pilihan) ? Object.entries(pilihan) : []) {
    add(isRawMap(label) ? label['label'] : label, [...place, 'pilihan', code]);
  }
  return texts;
}
