import type { Expression, Template } from './expression/compile.ts';
import type { NameKind } from './expression/kind.ts';
import type { Need, Input } from './turn.ts';
import type { Fields, Value } from './value.ts';
import type { Walk } from './walk.ts';

/**
 * A flow made ready to run. Its steps stand in one list in reading order, so that a place is a number, a branch is a
 * range of numbers, and going on is a look at `next`.
 */
export interface Flow {
  readonly name: string;
  /** `<name>@<hash of its text>`: what a running session names, so that publishing changes nobody's questions. */
  readonly version: string;
  readonly head: FlowHead;
  readonly steps: readonly Step[];
  readonly byKey: ReadonlyMap<string, Step>;
  /** Fields of records that the flow names; a session keeps no others. */
  readonly fieldsOf: (name: string) => ReadonlySet<string> | 'all';
  readonly sections: readonly Step[];
  readonly transcripts: readonly unknown[];
}

export interface FlowHead {
  readonly title: string;
  readonly forOfficers: boolean;
  readonly rights: readonly string[];
  readonly anonymous: boolean;
  /** What happens when its keyword comes while another flow is open. */
  readonly interrupts: 'langsung' | 'tanya' | 'tidak';
  readonly keywords: readonly string[];
  readonly link: string | null;
  /** Started by an event or by time: does not run when its `prasyarat` is unmet. */
  readonly pushed: boolean;
  readonly takes: readonly string[];
  readonly prerequisites: readonly string[];
  readonly fulfilled: Expression | null;
  readonly draftMs: number;
}

/** One block of a flow. `next` is where to go on after it and its branches; `NOWHERE` is the end of the flow. */
export interface Step {
  readonly index: number;
  /** Stable in a version of the flow and, for questions, across versions: the question's name. */
  readonly key: string;
  readonly word: string;
  readonly next: number;
  /** The first index behind its branches: `index < i < end` lies inside. */
  readonly end: number;
  readonly parent: number;
  readonly onlyIf: Expression | null;
  readonly does: Behaviour;
}

/** "After the last step". */
export const NOWHERE = -1;

/** What a kind of step does, closed over its own compiled block. */
export interface Behaviour {
  /** The conversation arrives here. */
  arrive(walk: Walk, step: Step): Move;
  /** The person's words, while the conversation waits here. */
  hear?(walk: Walk, step: Step, said: Said): Move;
  /** What the deed or the flow that it waited for came back with. */
  resume?(walk: Walk, step: Step, outcome: Outcome): Move;
  /** The time limit of the wait here has passed. */
  lapse?(walk: Walk, step: Step): Move;
  /** Says again what it waits for; `lead` stands before it. */
  repeat?(walk: Walk, step: Step, lead: string | null): Move;
  /** The question behind the step, for the summary and for going back. */
  readonly question?: Question;
  /** For names that its results give to steps inside its branches, and to all steps behind it by `as`. */
  readonly as?: string;
}

/** What the summary, the repair of an answer and the resume sentence must know of a question. */
export interface Question {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly kind: NameKind;
  readonly optional: boolean;
  /** How an answer is written in the summary. */
  show(value: Value): string;
}

/** Where the conversation goes from a step. */
export type Move =
  | { readonly type: 'next' }
  | { readonly type: 'enter'; readonly at: number }
  | { readonly type: 'wait' }
  | { readonly type: 'deed'; readonly name: string; readonly args: Fields }
  | { readonly type: 'run'; readonly flow: string; readonly args: Fields }
  | { readonly type: 'end'; readonly result: string; readonly values: Fields }
  | { readonly type: 'jump'; readonly to: Step; readonly why: 'asked_anew' | 'corrected' }
  | { readonly type: 'need'; readonly needs: readonly Need[] };

export type Said = Exclude<Input, { readonly type: 'start' | 'result' | 'clock' }>;

export interface Outcome {
  readonly result: string;
  readonly values: Fields;
}

/** All flows at once: the current version of each, and the older ones that people still stand in. */
export interface FlowSet {
  readonly current: ReadonlyMap<string, Flow>;
  readonly versions: ReadonlyMap<string, Flow>;
  readonly triggers: Triggers;
  readonly sentences: Sentences;
}

/** Keywords (normalized) and links, each with its flow; `hadir <kode>` is kept as its first words and the slot. */
export interface Triggers {
  readonly words: ReadonlyMap<string, string>;
  readonly slots: readonly { readonly start: string; readonly slot: string; readonly flow: string }[];
  readonly links: ReadonlyMap<string, string>;
}

/** Locale keys and their texts, `percakapan.batal` -> "Baik, {{ judul }} dibatalkan." */
export type Sentences = Readonly<Record<string, string>>;

export type { Expression, Template };
