import type { Condition } from './expression/compile.ts';
import type { NameKind, Scope } from './expression/kind.ts';
import type { ServiceWord } from './hearing/service-word.ts';
import type { Aside, Mark, Wait } from './session.ts';
import type { Deed, Facts, Input, Need, Out, Reminding } from './turn.ts';
import type { Fields, Value } from './value.ts';
import type { ReminderSentence } from './waiting/reminder-sentence.ts';
import type { Writing } from './writing.ts';

/**
 * A flow made ready to run. Its steps stand in one list in reading order, so that a place is a number, a branch is a
 * range of numbers, and going on is a look at `next`.
 */
export interface Flow {
  readonly name: string;
  /** `<name>@<hash>`: what a running session names, so that publishing changes nobody's questions (`name-versions.ts`). */
  readonly version: string;
  /** The versions of the flows that it runs, by name. */
  readonly runs: Readonly<Record<string, string>>;
  readonly head: FlowHead;
  readonly steps: readonly Step[];
  readonly byKey: ReadonlyMap<string, Step>;
  /** Steps whose results are named by `sebagai`, by that name. */
  readonly byResultName: ReadonlyMap<string, readonly Step[]>;
  /** `bagian`, in order. */
  readonly sections: readonly Step[];
  /** Every first word of a name that the flow looks at. */
  readonly mentions: ReadonlySet<string>;
  /** Fields of the record of that name that the flow uses; a session keeps no others. */
  keeps(name: string): ReadonlySet<string>;
  /** How its texts write values. */
  readonly writing: Writing;
  /** `uji` of the flow and of the file beside it, as they were read. */
  readonly transcripts: readonly unknown[];
}

export interface FlowHead {
  readonly title: string;
  readonly forOfficers: boolean;
  readonly rights: readonly string[];
  readonly anonymous: boolean;
  /** `dasar: kewajiban_hukum`: what the law gives a person, and no other conversation may hold back. */
  readonly isLegalDuty: boolean;
  /** What happens when its keyword comes while another flow is open. */
  readonly interrupts: 'langsung' | 'tanya' | 'tidak';
  readonly keywords: readonly string[];
  readonly link: string | null;
  /** `peristiwa` that starts it. */
  readonly event: string | null;
  /** The time that starts it (`waktu`), and the group of people (`kepada`). */
  readonly due: { readonly sentence: ReminderSentence; readonly to: string } | null;
  /** Started by an event or by time: does not run when its `prasyarat` is unmet. */
  readonly pushed: boolean;
  readonly takes: readonly string[];
  readonly prerequisites: readonly string[];
  readonly fulfilled: Condition | null;
  readonly draftMs: number;
  /** `jumlah_pesan`: messages that one conversation may take; held against every transcript. */
  readonly mostMessages: number | null;
  /** `pindah`: where people go who stand at a question that earlier versions had, and whose answer it takes. */
  readonly moves: Readonly<Record<string, string>>;
}

/** One block of a flow. `next` is where to go on after it and its branches; `NOWHERE` is the end of the flow. */
export interface Step {
  readonly index: number;
  /** Unique in the flow; for a question its name, which other versions of the flow have too. */
  readonly key: string;
  readonly word: string;
  /** A fingerprint of its block: the same in two versions when nothing in it was changed. */
  readonly sign: () => string;
  readonly next: number;
  /** The first index behind its branches: `index < i < end` lies inside. */
  readonly end: number;
  /** The step whose branch it stands in; `NOWHERE` at the top. */
  readonly parent: number;
  readonly onlyIf: Condition | null;
  /** First words of the names that its own texts and expressions look at; `hanya_jika` is not among them. */
  readonly looksAt: ReadonlySet<string>;
  /** Names that it gives a value: a question's own, those of `atur`, `sebagai`. */
  readonly gives: readonly string[];
  readonly does: Behaviour;
}

/** "After the last step", and "inside no step". */
export const NOWHERE = -1;

/** What a kind of step does, closed over its own compiled block. */
export interface Behaviour {
  /** The conversation arrives here. */
  arrive(walk: Walk, step: Step): Move;
  /** The person's words, while the conversation waits here. */
  hear?(walk: Walk, step: Step, said: Said): Move;
  /** What the deed or the flow that it waited for came back with. */
  resume?(walk: Walk, step: Step, outcome: Outcome): Move;
  /** Something happened outside of the chat; null: this step does not wait for it. */
  hearEvent?(walk: Walk, step: Step, event: Happening): Move | null;
  /** Says again what it waits for; `lead` stands before it. */
  repeat?(walk: Walk, step: Step, lead?: string): Move;
  /** True when this certainly answers what it waits for, and is not just any words. */
  isAnswer?(walk: Walk, said: Said): boolean;
  /** True for a yes or a no to what it asks: words that say nothing without it, so that it must have been read. */
  decides?(walk: Walk, said: Said): boolean;
  /** The fingerprint that its mark has while what it mentions has these values. */
  fingerprint?(scope: Scope): string;
  readonly question?: Question;
  /** `bagian` only: its title. */
  readonly title?: string;
}

/** What others may know and want of a question. */
export interface Question {
  readonly name: string;
  /** How the summary calls it. */
  readonly label: string;
  /** `jenis`. */
  readonly type: string;
  readonly kind: NameKind;
  /** How an answer is written in the summary. */
  show(value: Value, walk: Walk): string;
  /** Asks, whatever was known or answered before. `instead` takes the place of its own text. */
  ask(walk: Walk, step: Step, instead?: string): Move;
  /** Asks once more because a later step found the answer wrong; that is one attempt. */
  askAgain(walk: Walk, step: Step, instead?: string): Move;
  /** Words that are no answer were said: one attempt, and these words or the question's own. */
  miss(walk: Walk, step: Step, words: string | null): Move;
  /** KEMBALI within the question, out of a part of it that one went into; null: it stands at its beginning. */
  back(walk: Walk, step: Step): Move | null;
  /** KENAPA and BANTUAN: explains, and repeats the question. */
  help(walk: Walk): Move;
  /** LEWATI. */
  skip(walk: Walk): Move;
  /** `batas_waktu` has passed. */
  lapse(walk: Walk): Move;
  /** True when the normalized words are one of the answers shown, so that they are no command. */
  shows(walk: Walk, typed: string): boolean;
}

/** Where the conversation goes from a step. */
export type Move =
  | { readonly type: 'next' }
  | { readonly type: 'enter'; readonly at: number }
  /** For the person. */
  | { readonly type: 'wait' }
  /** For rows or a look that the facts do not hold yet; they stand in `walk.needs`. */
  | { readonly type: 'need' }
  /** `correcting`: for a question that the summary asked for. */
  | { readonly type: 'deed'; readonly name: string; readonly args: Fields; readonly correcting?: 1 }
  | { readonly type: 'run'; readonly flow: string; readonly args: Fields }
  /** Questions that came as data; when they are answered the step goes on. */
  | { readonly type: 'fill'; readonly form: Flow }
  | { readonly type: 'end'; readonly result: string; readonly values: Fields }
  /** Back to a question or a section, which is asked anew; what depends on it is asked again. */
  | { readonly type: 'jump'; readonly to: Step; readonly from: Step }
  /** The same for one question whose answer a later step found wrong: it uses an attempt. */
  | { readonly type: 'again'; readonly to: Step; readonly from: Step; readonly text?: string }
  /** Asks one question again and keeps what does not depend on it; `inside`: a question of the form at `to`. */
  | { readonly type: 'correct'; readonly to: Step; readonly inside?: Step };

export const NEXT: Move = { type: 'next' };
export const WAIT: Move = { type: 'wait' };
export const NEED: Move = { type: 'need' };

export type Said = Exclude<Input, { readonly type: 'start' | 'result' | 'event' | 'clock' }>;

/** Something that happened outside of the chat. */
export type Happening = Extract<Input, { readonly type: 'event' }>;

/** How a deed, a look or a flow ended: the name of its result and the values that go with it. */
export interface Outcome {
  readonly result: string;
  readonly values: Fields;
}

/** The state of one turn while it is taken: a copy of the session that may be written to, and what is to be said. */
export interface Walk {
  /** In the person's language. */
  readonly flows: FlowSet;
  /** The person chose another language since the last turn. */
  readonly isNewTongue: boolean;
  readonly facts: Facts;
  frames: OpenFrame[];
  wait: Wait;
  aside: readonly Aside[];
  parked: readonly Aside[];
  heardAt: number;
  looked: number | null;
  tapped: string | null;
  readonly out: Spoken[];
  readonly needs: Need[];
  deed: Deed | null;
  /** All that is said in this turn reminds of something. */
  reminds: Reminding | null;
  /** The result of the conversation that came to its end in this turn. */
  ended: string | null;
}

/** A frame of the session with its flow found. */
export interface OpenFrame {
  readonly flow: Flow;
  at: Step | null;
  path: Record<string, Mark>;
  before: Record<string, Mark>;
  readonly args: Fields;
  misses: Record<string, number>;
  /**
   * While another version is walked: steps before this index lie behind a deed that was done. As with KEMBALI they are
   * over: nothing new is asked, said or done there, and what was answered stays as it was.
   */
  closed?: number;
}

/** A message that is being put together; while it is open, more is joined to it. */
interface Spoken {
  out: Out;
  open: boolean;
}

/** All flows at once, in one language: the current version of each, and the older ones that people still stand in. */
export interface FlowSet {
  readonly tongue: string;
  readonly writing: Writing;
  /** The same flows in every language, by its code; the same steps under the same keys. */
  readonly tongues: ReadonlyMap<string, FlowSet>;
  /** Words of all languages (normalized) for those of the service. */
  readonly words: ReadonlyMap<string, ServiceWord>;
  readonly current: ReadonlyMap<string, Flow>;
  readonly versions: ReadonlyMap<string, Flow>;
  /** Versions that nobody is to stay on: who takes the next step goes on in the current one. */
  readonly withdrawn: ReadonlySet<string>;
  readonly triggers: Triggers;
  /** Questions that came as data, as a flow: the same version and rows give the same one. */
  form(version: string, rows: readonly Value[]): Flow;
  /** A sentence of the service with its values filled in. */
  say(key: string, values?: Fields): string;
}

/** Keywords (normalized) and links, each with its flow; `hadir <kode>` is kept as its first words and the slot. */
export interface Triggers {
  readonly words: ReadonlyMap<string, string>;
  readonly slots: readonly Slot[];
  readonly links: ReadonlyMap<string, string>;
}

export interface Slot {
  readonly start: string;
  readonly slot: string;
  readonly flow: string;
}

/** Locale keys and their texts, `percakapan.dibatalkan` -> "Baik, {{ judul }} dibatalkan." */
export type Sentences = Readonly<Record<string, string>>;
