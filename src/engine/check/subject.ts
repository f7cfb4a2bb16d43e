import type { Place } from '../build.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Issue } from '../issue.ts';
import type { RawMap } from '../raw-data.ts';
import type { FlowFile } from '../reading/read-flow-file.ts';
import type { Grammar } from './grammar.ts';
import type { RawStep } from './raw-step.ts';

/** One flow under examination. */
export interface Subject {
  /** The file's name without `.yaml`. */
  readonly name: string;
  readonly file: FlowFile;
  readonly head: RawMap;
  /** The steps at the top, and all steps in reading order. */
  readonly steps: readonly RawStep[];
  readonly every: readonly RawStep[];
  readonly grammar: Grammar;
  readonly catalogue: Catalogue;
  /** The other flows, by name. */
  readonly others: ReadonlyMap<string, Subject>;
  readonly report: (code: string, place: Place, params?: Issue['params'], severity?: Issue['severity']) => void;
}

/** One thing to look for. Reports what it finds; never throws, whatever the file holds. */
export type Check = (subject: Subject) => void;
