import type { Catalogue } from '../catalogue.ts';
import type { Template } from '../expression/compile.ts';
import type { Issue } from '../issue.ts';
import type { Place } from '../loading/build.ts';
import type { RawMap } from '../loading/raw-data.ts';
import type { ReadFile } from '../reading/read-flow-file.ts';
import type { Grammar } from './grammar.ts';
import type { Knowledge } from './knowledge.ts';
import type { Way } from './path.ts';
import type { RawStep } from './raw-step.ts';
import type { Starts } from './starts.ts';
import type { Walked } from './walk/walked.ts';

/** One flow under examination. */
export interface Subject {
  /** The file's name without `.yaml`. */
  readonly name: string;
  readonly file: ReadFile;
  readonly head: RawMap;
  /** The steps at the top, and all steps in reading order. */
  readonly steps: readonly RawStep[];
  readonly every: readonly RawStep[];
  /** All ways on from every step. */
  readonly ways: ReadonlyMap<RawStep, readonly Way[]>;
  /** The texts of every step that compile; what is wrong with the others is told by compiling. */
  readonly texts: readonly Text[];
  /** What is certain at each step, with consent from the start or without; learnt when it is first asked for. */
  readonly known: (isAgreed: boolean) => ReadonlyMap<RawStep, Knowledge>;
  /** The most characters that a step's text and rows can have; worked out when they are first asked for. */
  readonly longest: (step: RawStep) => number;
  /** Every state that a conversation can come to; walked when it is first asked for. */
  readonly walked: () => Walked;
  readonly world: World;
  readonly report: Report;
}

/** What all flows under examination share. */
export interface World {
  readonly grammar: Grammar;
  readonly catalogue: Catalogue;
  /** All flows, by name. */
  readonly flows: ReadonlyMap<string, Subject>;
  readonly starts: Starts;
  /** The steps that run a flow, by its name; found when they are first asked for. */
  readonly calls: () => ReadonlyMap<string, readonly Call[]>;
}

/** A step that runs a flow (`jalankan`), and the flow that it stands in. */
export interface Call {
  readonly caller: Subject;
  readonly step: RawStep;
}

export interface Text {
  readonly step: RawStep;
  readonly place: Place;
  readonly template: Template;
}

export type Report = (code: string, place: Place, params?: Issue['params'], severity?: Issue['severity']) => void;

/** One thing to look for. Reports what it finds; never throws, whatever the file holds. */
export type Check = (subject: Subject) => void;
