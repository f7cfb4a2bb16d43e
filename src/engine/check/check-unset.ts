import type { Place } from '../build.ts';
import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { isSet, withSet } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import { isShared, learn, statementsAt } from './learn.ts';
import type { RawStep } from './raw-step.ts';
import { entriesAt, isBlock, textAt } from './raw-step.ts';
import type { Check, Subject } from './subject.ts';
import { truthOf } from './truth.ts';

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

type Given = ReadonlyMap<string, 'answer' | 'result'>;

/** Tells of a name whether it may be unset when a step's texts are said. */
function unsetAt(step: RawStep, before: Knowledge, given: Given): (path: readonly string[]) => boolean {
  const condition = textAt(step.block, 'hanya_jika');
  const sure = condition === null ? [] : (truthOf(condition)?.condition.setIfYes ?? []);
  const known = withSet(before, [...sure.map((path) => path.join('.')), textAt(step.block, 'tanya') ?? '']);
  const statements = statementsAt(step);
  return (path) => {
    const [root = '', field] = path;
    if (isShared(root) || !given.has(root) || isSet(known, path.join('.'), statements)) return false;
    const isField = field !== undefined && given.get(root) === 'result';
    return isField || !isSet(known, root, statements);
  };
}

/** Names that the flow itself gives: answers, `atur`, `terima`; and those of results. */
function namesGiven({ every, head }: Subject): Given {
  const given = new Map<string, 'answer' | 'result'>(entriesAt(head, 'terima').map(([name]) => [name, 'answer']));
  for (const { word, block } of every) {
    if (word === 'tanya' || word === 'formulir') given.set(textAt(block, word) ?? '', 'answer');
    if (word === 'atur') for (const [name] of entriesAt(block, 'atur')) given.set(name, 'answer');
    const as = textAt(block, 'sebagai');
    if (as !== null) given.set(as, 'result');
  }
  return given;
}

const TEXT_KEYS = ['kirim', 'teks', 'bantuan', 'jika_salah', 'tambahan', 'serahkan', 'sambil_menunggu', 'ingatkan'];

/** The texts of a step that are said with the names of the flow; a row's own texts (`label`, `baris`) have its fields. */
export function textsOf({ block, place }: RawStep): readonly (readonly [Place, string])[] {
  const texts: [Place, string][] = [];
  const add = (value: unknown, at: Place): void => {
    if (typeof value === 'string') texts.push([at, value]);
  };
  for (const key of TEXT_KEYS) add(block[key], [...place, key]);
  const { tolak, pilihan } = block;
  for (const [at, rule] of Array.isArray(tolak) ? tolak.entries() : []) {
    if (isBlock(rule)) add(rule['teks'], [...place, 'tolak', at, 'teks']);
  }
  for (const [code, label] of isBlock(pilihan) ? Object.entries(pilihan) : []) {
    add(isBlock(label) ? label['label'] : label, [...place, 'pilihan', code]);
  }
  return texts;
}
