import { hashText } from '../fingerprint.ts';
import type { Sentences } from '../flow.ts';
import type { ServiceWord } from '../hearing/service-word.ts';
import type { Issue } from '../issue.ts';
import type { Writing } from '../writing.ts';
import type { WritingTable } from './writing-table.ts';

/** The language that flows are written in, and that everybody is spoken to who chose no other. */
export const HOME = 'id';

/** A language that the service speaks besides the flows' own, as its file in `locales/` gives it. */
export interface Tongue {
  /** `en`, `jv`: the name of its file. */
  readonly code: string;
  /** What its speakers call it: "English", "Basa Jawa". */
  readonly name: string;
  readonly file: string;
  /** Whether officers' flows are to be translated too; the checker asks for no more than this. */
  readonly forOfficers: boolean;
  readonly sentences: Sentences;
  readonly table: WritingTable;
  /** Its words for those of the service, normalized. */
  readonly words: ReadonlyMap<string, ServiceWord>;
  /** Its words that open a flow (normalized), beside the flow's own. */
  readonly keywords: ReadonlyMap<string, string>;
  /** Texts of flows, by flow and by `keyOf` the Indonesian text. */
  readonly flows: ReadonlyMap<string, ReadonlyMap<string, Translation>>;
  /** The line of a flow's translations. */
  lineOf(flow: string): number;
}

export interface Translation {
  readonly text: string;
  readonly line: number;
}

/** The key under which a text of a flow is translated: when the text changes, its translation is stale. */
export function keyOf(text: string): string {
  return hashText(text.trim());
}

/** A text that people see of a flow, as it stands in the file. */
export interface FlowText {
  readonly text: string;
  readonly line: number;
}

/** A flow's translation as its compiler needs it. */
export interface Spoken {
  readonly writing: Writing;
  readonly texts: ReadonlyMap<string, Translation>;
}

/** What is wrong with a translation: the sentence is `periksa.<code>`. */
export interface Mistranslation {
  readonly code: string;
  readonly line: number;
  readonly params: Issue['params'];
}
