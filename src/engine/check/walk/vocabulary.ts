import { parseExpression } from '../../expression/parse.ts';
import { SHARED_NAMES } from '../../loading/names.ts';
import { isRawMap } from '../../loading/raw-data.ts';
import type { RawStep } from '../raw-step.ts';
import { entriesAt, textAt } from '../raw-step.ts';
import type { Subject } from '../subject.ts';
import { truthOf } from '../truth.ts';
import { atomsOf } from './formula.ts';
import type { Formula } from './formula.ts';
import { ANY, OTHER } from './known.ts';
import type { About } from './known.ts';

/** What the conditions of a flow talk of, and where they still do. */
export interface Vocabulary {
  /** Answers and `atur`: their values are followed from the beginning, where they are unset. */
  readonly followed: ReadonlySet<string>;
  readonly about: About;
  /** Names and statements that some condition at or behind a step asks for. */
  live(step: RawStep): ReadonlySet<string>;
  /** Names that a step, or one behind it in reading order, gives. */
  givenFrom(step: RawStep): ReadonlySet<string>;
  /** A code as the walk knows it: itself when a condition mentions it. */
  codeOf(code: string): string;
  /** The value that an expression of `atur` gives. */
  valueOf(source: string): string;
  /** `hanya_jika` of a row that can be picked. */
  rowCondition(step: RawStep, code: string): Formula | null;
}

/** Collects the vocabulary of a flow. */
export function vocabularyOf({ head, every, ways }: Subject): Vocabulary {
  const rows = new Map(every.map((step) => [step, rowConditionsOf(step)]));
  const asked = new Map(every.map((step) => [step, formulasOf(step, rows.get(step))]));
  const atoms = [...asked.values()].flat().flatMap(atomsOf);
  const subjects = new Map(atoms.map(({ text, about }) => [text, about]));
  const codes = new Set(atoms.flatMap(({ of }) => of?.codes ?? []));
  const given = new Set(entriesAt(head, 'terima').map(([name]) => name));
  const followed = every.flatMap(namesFollowed).filter((name) => !given.has(name) && !SHARED_NAMES.has(name));
  const live = liveness(every, ways, asked);
  const behind = new Map<RawStep, ReadonlySet<string>>();
  const codeOf = (code: string): string => (codes.has(code) ? code : OTHER);
  return {
    followed: new Set(followed),
    about: (statement) => subjects.get(statement) ?? [],
    live: (step) => live.get(step) ?? NONE,
    givenFrom(step) {
      const names = behind.get(step) ?? new Set(every.slice(every.indexOf(step)).flatMap(namesGiven));
      behind.set(step, names);
      return names;
    },
    codeOf,
    valueOf(source) {
      const node = parseExpression(source);
      if ('code' in node) return ANY;
      return node.type === 'literal' ? codeOf(node.word) : ANY;
    },
    rowCondition: (step, code) => rows.get(step)?.get(code) ?? null,
  };
}

const NONE: ReadonlySet<string> = new Set();

function namesFollowed({ word, block }: RawStep): readonly string[] {
  if (word === 'tanya') return [textAt(block, 'tanya') ?? ''];
  return word === 'atur' ? entriesAt(block, 'atur').map(([name]) => name) : [];
}

function namesGiven(step: RawStep): readonly string[] {
  return [...namesFollowed(step), textAt(step.block, 'sebagai') ?? ''];
}

function rowConditionsOf({ word, block }: RawStep): ReadonlyMap<string, Formula> {
  const conditions = new Map<string, Formula>();
  if (word !== 'tanya') return conditions;
  for (const [code, row] of entriesAt(block, 'pilihan')) {
    const source = isRawMap(row) ? textAt(row, 'hanya_jika') : null;
    const truth = source === null ? null : truthOf(source);
    if (truth !== null) conditions.set(code, truth.formula);
  }
  return conditions;
}

function formulasOf(
  { onlyIf, when, word }: RawStep,
  rows: ReadonlyMap<string, Formula> | undefined,
): readonly Formula[] {
  const own = [onlyIf, word === 'jika' ? when : null].flatMap((truth) => (truth === null ? [] : [truth.formula]));
  return [...own, ...(rows?.values() ?? [])];
}

/** Walks backwards until nothing more is found to be asked for. */
function liveness(
  every: readonly RawStep[],
  ways: Subject['ways'],
  asked: ReadonlyMap<RawStep, readonly Formula[]>,
): ReadonlyMap<RawStep, ReadonlySet<string>> {
  const live = new Map<RawStep, Set<string>>();
  for (const step of every) {
    const atoms = (asked.get(step) ?? []).flatMap(atomsOf);
    live.set(step, new Set(atoms.flatMap(({ text, about }) => [text, ...about])));
  }
  if ([...live.values()].every(({ size }) => size === 0)) return live;
  const backwards = every.toReversed();
  for (let grew = true; grew;) {
    grew = false;
    for (const step of backwards) {
      const here = live.get(step) ?? new Set();
      const before = here.size;
      for (const { to } of ways.get(step) ?? []) addAll(here, to === null ? undefined : live.get(to));
      grew ||= here.size > before;
    }
  }
  return live;
}

function addAll(names: Set<string>, more: ReadonlySet<string> | undefined): void {
  for (const name of more ?? NONE) names.add(name);
}
