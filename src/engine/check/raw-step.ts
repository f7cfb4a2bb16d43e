import { BRANCH_WORDS } from '../loading/block.ts';
import type { Place } from '../loading/build.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import type { Grammar } from './grammar.ts';
import { truthOf } from './truth.ts';
import type { Truth } from './truth.ts';

/** A step as it stands in the file, before it means anything; made for every file that can be read at all. */
export interface RawStep {
  /** The kind word, or null when the block has none that is known. */
  readonly word: string | null;
  readonly block: RawMap;
  readonly place: Place;
  readonly branches: readonly RawBranch[];
  /** The branch it stands in; null at the top. */
  readonly within: RawBranch | null;
  /** Its `hanya_jika` and its `jika`; null where it has none, or one with a fault. */
  readonly onlyIf: Truth | null;
  readonly when: Truth | null;
  /** Statements that hold wherever the conversation stands here, because of the branches around. */
  readonly statements: ReadonlySet<string>;
}

export interface RawBranch {
  /** `maka`, `jika_tidak`, `lalu`, `hasil`, `jika_habis`, `jika_kosong` ... */
  readonly key: string;
  /** The code or result it belongs to, for `lalu` and `hasil`. */
  readonly name: string | null;
  readonly place: Place;
  /** `lanjut`, `selesai`, `petugas`, `lewati`; null when it holds steps. */
  readonly only: string | null;
  readonly steps: readonly RawStep[];
  readonly of: RawStep;
}

/** Steps that may stand as a word of their own: `- selesai`. */
const BARE_STEPS: ReadonlySet<string> = new Set(['selesai']);

/** The steps of a flow as a tree. */
export function readSteps(data: unknown, grammar: Grammar): readonly RawStep[] {
  return isRawMap(data) ? stepsOf(data['langkah'], ['langkah'], grammar, null) : [];
}

/** All steps in reading order, those inside branches too. */
export function allSteps(steps: readonly RawStep[]): readonly RawStep[] {
  return steps.flatMap((step) => [step, ...step.branches.flatMap((branch) => allSteps(branch.steps))]);
}

/** A text of a block, or null when it is missing or something else. */
export function textAt(block: RawMap, key: string): string | null {
  const value = block[key];
  return typeof value === 'string' ? value : null;
}

/** The name by which a step can be jumped to. */
export function targetName({ word, block }: RawStep): string | null {
  return word === 'tanya' || word === 'bagian' || word === 'formulir' ? textAt(block, word) : null;
}

/** A list of texts; one text alone is a list of one. */
export function textsAt(block: RawMap, key: string): readonly string[] {
  const value = block[key];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** Entries of a map inside a block; none when it is missing or something else. */
export function entriesAt(block: RawMap, key: string): readonly (readonly [string, unknown])[] {
  const value = block[key];
  return isRawMap(value) ? Object.entries(value) : [];
}

/** Arguments of `dengan`: a list of names, of `name: expression`, or a map; as pairs. */
export function argumentsAt(block: RawMap): readonly (readonly [string, string])[] {
  const value = block['dengan'];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item): readonly (readonly [string, string])[] => {
    if (typeof item === 'string') return [[item, item]];
    return isRawMap(item) ? Object.entries(item).map(([name, source]) => [name, String(source)] as const) : [];
  });
}

function stepsOf(raw: unknown, place: Place, grammar: Grammar, within: RawBranch | null): readonly RawStep[] {
  return Array.isArray(raw) ? raw.map((item, at) => stepOf(item, [...place, at], grammar, within)) : [];
}

function stepOf(raw: unknown, place: Place, grammar: Grammar, within: RawBranch | null): RawStep {
  const block: RawMap = typeof raw === 'string' ? { [raw]: raw } : isRawMap(raw) ? raw : {};
  const bare = typeof raw === 'string' && !BARE_STEPS.has(raw);
  const branches: RawBranch[] = [];
  const word = bare ? null : (Object.keys(block).find((key) => grammar.steps.has(key)) ?? null);
  const [onlyIf, when] = [truthAt(block, 'hanya_jika'), truthAt(block, 'jika')];
  const around = within === null ? [] : [...within.of.statements, ...statementsOf(within)];
  const statements = new Set([...around, ...(onlyIf?.ifYes ?? [])]);
  const step: RawStep = { word, block, place, branches, within, onlyIf, when, statements };
  for (const key of grammar.branches.single)
    if (block[key] !== undefined) branches.push(branchOf(step, key, null, [...place, key], grammar));
  for (const key of grammar.branches.named) {
    for (const [name] of entriesAt(block, key))
      branches.push(branchOf(step, key, name, [...place, key, name], grammar));
  }
  return step;
}

function truthAt(block: RawMap, key: string): Truth | null {
  const source = textAt(block, key);
  return source === null ? null : truthOf(source);
}

/** What holds inside a branch because it was taken. */
function statementsOf({ key, name, of }: Pick<RawBranch, 'key' | 'name' | 'of'>): readonly string[] {
  if (key === 'maka') return of.when?.ifYes ?? [];
  if (key === 'jika_tidak') return of.when?.ifNo ?? [];
  const question = textAt(of.block, 'tanya');
  if (key !== 'lalu' || question === null) return [];
  return [name === 'ya' ? question : `${question} = ${name ?? ''}`];
}

function branchOf(of: RawStep, key: string, name: string | null, place: Place, grammar: Grammar): RawBranch {
  const held = of.block[key];
  const raw: unknown = name === null ? held : isRawMap(held) ? held[name] : undefined;
  const only = typeof raw === 'string' && BRANCH_WORDS.has(raw) ? raw : null;
  const steps: RawStep[] = [];
  const branch: RawBranch = { key, name, place, only, steps, of };
  if (only !== null) return branch;
  const one = Array.isArray(raw) ? stepsOf(raw, place, grammar, branch) : [stepOf(raw, place, grammar, branch)];
  steps.push(...one);
  return branch;
}
