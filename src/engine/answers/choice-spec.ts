import type { Condition, Template } from '../expression/compile.ts';
import type { RowSource } from './row-source.ts';

/** One of the flow's own rows. */
export interface Option {
  readonly code: string;
  readonly label: Template;
  readonly onlyIf: Condition | null;
}

/** A question with rows to pick, compiled. */
export interface ChoiceSpec {
  readonly options: readonly Option[];
  readonly source: RowSource | null;
  readonly least: number;
  readonly most: number;
  readonly several: boolean;
  readonly ordered: boolean;
  readonly ownWords: boolean;
  readonly takesTheOnly: boolean;
}
