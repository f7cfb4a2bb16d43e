import type { Catalogue, Operation } from '../catalogue.ts';
import { compileCondition, compileExpression } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { HAPPENED } from '../hearing/parked.ts';
import { SHARED_NAMES } from '../loading/names.ts';
import { ownValue } from '../loading/raw-data.ts';
import { CONSENT, isSet, NOTHING_KNOWN, onBoth, withRules, withSet, without } from './knowledge.ts';
import type { Knowledge, Rule } from './knowledge.ts';
import type { Way } from './path.ts';
import type { RawStep } from './raw-step.ts';
import { allSteps, entriesAt, textAt } from './raw-step.ts';
import type { Subject } from './subject.ts';

/** What is certain at each step that can be reached; `isAgreed`: consent is certain from the beginning. */
export function learn(subject: Subject, isAgreed: boolean): ReadonlyMap<RawStep, Knowledge> {
  const { steps, every, ways } = subject;
  const rules = rulesOf(every);
  const known = new Map<RawStep, Knowledge>();
  const [first] = steps;
  if (first === undefined) return known;
  known.set(first, withSet(NOTHING_KNOWN, [...parametersOf(subject), ...(isAgreed ? [CONSENT] : [])]));
  const open = [first];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const here = known.get(step) ?? NOTHING_KNOWN;
    for (const way of ways.get(step) ?? []) {
      if (way.to === null) continue;
      const after = follow(subject, way, here, rules);
      const before = known.get(way.to);
      const merged = before === undefined ? after : onBoth(before, after);
      if (merged === before) continue;
      known.set(way.to, merged);
      open.push(way.to);
    }
  }
  return known;
}

function parametersOf({ head }: Subject): readonly string[] {
  return entriesAt(head, 'terima')
    .filter(([, kind]) => !String(kind).endsWith('boleh kosong'))
    .map(([name]) => name);
}

/** What is certain behind a way, when `known` is certain before its step. */
function follow(subject: Subject, way: Way, known: Knowledge, rules: Rules): Knowledge {
  const { from, why, branch } = way;
  const passedBy = rules.size === 0 ? [] : from.branches.filter((one) => one !== branch);
  const untaken = passedBy.flatMap(({ steps }) => allSteps(steps)).flatMap((step) => rules.get(step) ?? []);
  const own = rules.get(from) ?? [];
  if (why === 'condition_no')
    return withRules(withSet(known, dotted(from.onlyIf?.condition.setIfNo)), [...own, ...untaken]);
  const here = withSet(known, dotted(from.onlyIf?.condition.setIfYes));
  return withRules(passed(subject, way, here, own), untaken);
}

/** What each step makes known for those who come later under the same circumstances. */
type Rules = ReadonlyMap<RawStep, readonly Rule[]>;

function passed(subject: Subject, way: Way, known: Knowledge, own: readonly Rule[]): Knowledge {
  const { from, why } = way;
  switch (from.word ?? '') {
    case 'tanya':
      return withRules(answered(way, known, textAt(from.block, 'tanya') ?? ''), why === 'unanswered' ? [] : own);
    case 'jika':
      return withSet(known, dotted(why === 'yes' ? from.when?.condition.setIfYes : from.when?.condition.setIfNo));
    case 'atur':
      return entriesAt(from.block, 'atur').reduce(
        (so, [name, source]) => assigned(so, from, name, String(source)),
        known,
      );
    case 'prasyarat':
      return asksConsent(subject.world.flows.get(textAt(from.block, 'prasyarat') ?? ''))
        ? withSet(known, [CONSENT])
        : known;
    default:
      return resulted(subject, way, known);
  }
}

/** True for a flow that asks for consent: who passes it as `prasyarat` gave it. One that is not known is told elsewhere. */
export function asksConsent(flow: Subject | undefined): boolean {
  return flow?.every.some(({ word, block }) => word === 'tanya' && textAt(block, 'jenis') === 'setuju') ?? true;
}

function answered({ from, why, name }: Way, known: Knowledge, question: string): Knowledge {
  const before = without(known, question);
  if (why === 'unanswered') return before;
  const agreed = textAt(from.block, 'jenis') === 'setuju' && name !== 'tidak' ? [CONSENT] : [];
  return withSet(before, [question, ...agreed]);
}

function assigned(known: Knowledge, step: RawStep, name: string, source: string): Knowledge {
  const compiled = compileExpression(source, () => ANYTHING);
  const before = without(known, name);
  if (!compiled.ok) return withSet(before, [name]);
  const complete = compiled.value.needs.every(
    ([root = '']) => SHARED_NAMES.has(root) || isSet(known, root, step.statements),
  );
  return complete ? withSet(before, [name]) : before;
}

/** The values of a result: bare words inside its branch, and fields of `sebagai` from then on. */
function resulted(subject: Subject, { from, name }: Way, known: Knowledge): Knowledge {
  const as = textAt(from.block, 'sebagai');
  const values = name === null ? [] : valuesOf(subject, from, name);
  const named = as === null ? [] : [as, ...values.map((value) => `${as}.${value}`)];
  return withSet(as === null ? known : without(known, as), [...values, ...named]);
}

/** The names of the values that a result carries; for a flow that is run, those that it always gives. */
export function valuesOf(subject: Subject, { word, block }: RawStep, result: string): readonly string[] {
  const called = textAt(block, word ?? '') ?? '';
  if (word === 'jalankan') return valuesGiven(subject.world.flows.get(called), result);
  return Object.keys(ownValue(resultsOf(subject.world.catalogue, word, called), result) ?? {});
}

/** The results of a deed, a look or an event; a plain event happens with its values, whatever its result is called. */
function resultsOf(catalogue: Catalogue, word: string | null, name: string): Operation['results'] {
  if (word !== 'tunggu') return ownValue(word === 'lakukan' ? catalogue.deeds : catalogue.looks, name)?.results ?? {};
  const awaited = ownValue(catalogue.awaited ?? {}, name)?.results;
  const plain = ownValue(catalogue.events, name);
  return awaited ?? (plain === undefined ? {} : { [HAPPENED]: plain });
}

/** What a flow gives with each of its ends of this name. */
function valuesGiven(flow: Subject | undefined, result: string): readonly string[] {
  const ends = (flow?.every ?? []).filter((step) => textAt(step.block, 'selesai') === result);
  const [first = [], ...rest] = ends.map((step) => entriesAt(step.block, 'beri').map(([given]) => given));
  return first.filter((given) => rest.every((others) => others.includes(given)));
}

/** For each name that a question surely sets: it is set where the statements around the question hold. */
function rulesOf(every: readonly RawStep[]): Rules {
  const rules = new Map<RawStep, readonly Rule[]>();
  const mentioned = new Map<string, readonly string[]>();
  for (const step of every) {
    const { word, block } = step;
    const name = word === 'tanya' ? textAt(block, 'tanya') : null;
    const statements = [...step.statements];
    if (name === null || statements.length === 0 || textAt(block, 'wajib') === 'tidak') continue;
    for (const one of statements) if (!mentioned.has(one)) mentioned.set(one, namesIn(one));
    const about = new Set(statements.flatMap((one) => mentioned.get(one) ?? []));
    rules.set(step, [{ name, statements, about }]);
  }
  return rules;
}

function namesIn(statement: string): readonly string[] {
  const compiled = compileCondition(statement, () => ANYTHING);
  return compiled.ok ? compiled.value.mentions.map(([root = '']) => root) : [];
}

function dotted(paths: readonly (readonly string[])[] | undefined): readonly string[] {
  return (paths ?? []).map((path) => path.join('.'));
}
