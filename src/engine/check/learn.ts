import { compileExpression } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import { CONSENT, isSet, isSameKnowledge, NOTHING_KNOWN, onBoth, withRules, withSet, without } from './knowledge.ts';
import type { Knowledge, Rule } from './knowledge.ts';
import { waysOf } from './path.ts';
import type { Way } from './path.ts';
import type { RawBranch, RawStep } from './raw-step.ts';
import { allSteps, entriesAt, isBlock, textAt } from './raw-step.ts';
import type { Subject } from './subject.ts';
import { truthOf } from './truth.ts';

/** What is certain at each step that can be reached; `start` is certain from the beginning. */
export function learn(subject: Subject, start: readonly string[] = []): ReadonlyMap<RawStep, Knowledge> {
  const { steps, every } = subject;
  const ways = waysOf(steps, every);
  const known = new Map<RawStep, Knowledge>();
  const [first] = steps;
  if (first === undefined) return known;
  known.set(first, withSet(NOTHING_KNOWN, [...parametersOf(subject), ...start]));
  const open = [first];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const here = known.get(step) ?? NOTHING_KNOWN;
    for (const way of ways.get(step) ?? []) {
      if (way.to === null) continue;
      const after = follow(subject, way, here);
      const before = known.get(way.to);
      const merged = before === undefined ? after : onBoth(before, after);
      if (before !== undefined && isSameKnowledge(before, merged)) continue;
      known.set(way.to, merged);
      open.push(way.to);
    }
  }
  return known;
}

/** Statements that hold wherever the conversation stands at this step, because of the branches around it. */
export function statementsAt(step: RawStep): ReadonlySet<string> {
  const own = textAt(step.block, 'hanya_jika');
  const statements = new Set(own === null ? [] : truthOf(own)?.ifYes);
  for (let branch = step.within; branch !== null; branch = branch.of.within) {
    for (const one of statementsOf(branch)) statements.add(one);
    const around = textAt(branch.of.block, 'hanya_jika');
    for (const one of (around === null ? null : truthOf(around))?.ifYes ?? []) statements.add(one);
  }
  return statements;
}

function statementsOf({ key, name, of }: RawBranch): readonly string[] {
  const condition = textAt(of.block, 'jika');
  if (condition !== null) return (key === 'maka' ? truthOf(condition)?.ifYes : truthOf(condition)?.ifNo) ?? [];
  const question = textAt(of.block, 'tanya');
  if (key !== 'lalu' || question === null) return [];
  return [name === 'ya' ? question : `${question} = ${name ?? ''}`];
}

function parametersOf({ head }: Subject): readonly string[] {
  return entriesAt(head, 'terima')
    .filter(([, kind]) => !String(kind).endsWith('boleh kosong'))
    .map(([name]) => name);
}

/** What is certain behind a way, when `known` is certain before its step. */
function follow(subject: Subject, way: Way, known: Knowledge): Knowledge {
  const { from, why } = way;
  const condition = textAt(from.block, 'hanya_jika');
  const truth = condition === null ? null : truthOf(condition);
  const untaken = rulesOf(
    from.branches.filter((branch) => branch !== way.branch).flatMap((branch) => allSteps(branch.steps)),
  );
  if (why === 'condition_no')
    return withRules(withSet(known, dotted(truth?.condition.setIfNo)), [...rulesOf([from]), ...untaken]);
  const here = withSet(known, dotted(truth?.condition.setIfYes));
  return withRules(passed(subject, way, here), untaken);
}

function passed(subject: Subject, way: Way, known: Knowledge): Knowledge {
  const { from, why } = way;
  switch (from.word ?? '') {
    case 'tanya':
    case 'formulir':
      return answered(way, known, textAt(from.block, from.word ?? '') ?? '');
    case 'jika': {
      const truth = truthOf(textAt(from.block, 'jika') ?? '');
      return withSet(known, dotted(why === 'yes' ? truth?.condition.setIfYes : truth?.condition.setIfNo));
    }
    case 'atur':
      return entriesAt(from.block, 'atur').reduce(
        (so, [name, source]) => assigned(so, from, name, String(source)),
        known,
      );
    case 'prasyarat':
      return withSet(known, [CONSENT]);
    default:
      return resulted(subject, way, known);
  }
}

function answered({ from, why, name }: Way, known: Knowledge, question: string): Knowledge {
  const before = without(known, question);
  if (why === 'unanswered') return before;
  const agreed = textAt(from.block, 'jenis') === 'setuju' && name !== 'tidak' ? [CONSENT] : [];
  return withRules(withSet(before, [question, ...agreed]), rulesOf([from]));
}

function assigned(known: Knowledge, step: RawStep, name: string, source: string): Knowledge {
  const compiled = compileExpression(source, () => ANYTHING);
  const before = without(known, name);
  if (!compiled.ok) return withSet(before, [name]);
  const statements = statementsAt(step);
  const complete = compiled.value.needs.every(([root = '']) => isShared(root) || isSet(known, root, statements));
  return complete ? withRules(withSet(before, [name]), rulesOf([step])) : before;
}

/** Names that every flow sees; they are not the flow's to ask for. */
export function isShared(root: string): boolean {
  return SHARED.has(root);
}

const SHARED: ReadonlySet<string> = new Set(
  'kontak daerah petugas saluran hari_ini sekarang jam_sekarang salam'.split(' '),
);

/** The values of a result: bare words inside its branch, and fields of `sebagai` from then on. */
function resulted(subject: Subject, { from, name }: Way, known: Knowledge): Knowledge {
  const as = textAt(from.block, 'sebagai');
  const values = name === null ? [] : valuesOf(subject, from, name);
  const named = as === null ? [] : [as, ...values.map((value) => `${as}.${value}`)];
  return withSet(as === null ? known : without(known, as), [...values, ...named]);
}

/** The names of the values that a result carries; for a flow that is run, those that it always gives. */
export function valuesOf({ catalogue, others }: Subject, { word, block }: RawStep, result: string): readonly string[] {
  const known = word === 'lakukan' ? catalogue.deeds : catalogue.looks;
  const operation = known[textAt(block, word ?? '') ?? ''];
  if (word !== 'jalankan') return Object.keys(operation?.results[result] ?? {});
  const ends = (others.get(textAt(block, word) ?? '')?.every ?? []).filter(
    (step) => textAt(step.block, 'selesai') === result,
  );
  const [first = [], ...rest] = ends.map((step) => entriesAt(step.block, 'beri').map(([name]) => name));
  return first.filter((name) => rest.every((names) => names.includes(name)));
}

/** For each name that these steps set: it is set where the statements around its step hold. */
function rulesOf(steps: readonly RawStep[]): readonly Rule[] {
  return steps.flatMap((step) => {
    const names = namesSetBy(step);
    const statements = names.length === 0 ? [] : [...statementsAt(step)];
    const optional = textAt(step.block, 'wajib') === 'tidak';
    if (statements.length === 0 || optional) return [];
    const about = new Set(
      statements.flatMap((one) => truthOf(one)?.condition.mentions.map(([root = '']) => root) ?? []),
    );
    return names.map((name) => ({ name, statements, about }));
  });
}

function namesSetBy({ word, block }: RawStep): readonly string[] {
  if (word === 'tanya') return [textAt(block, 'tanya') ?? ''];
  return word === 'atur' && isBlock(block['atur']) ? Object.keys(block['atur']) : [];
}

function dotted(paths: readonly (readonly string[])[] | undefined): readonly string[] {
  return (paths ?? []).map((path) => path.join('.'));
}
