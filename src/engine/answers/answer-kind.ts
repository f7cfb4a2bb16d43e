import type { z } from 'zod';

import type { Template } from '../expression/compile.ts';
import type { NameKind, Scope } from '../expression/kind.ts';
import type { Happening, Said, Walk } from '../flow.ts';
import type { Build, Here, Place } from '../loading/build.ts';
import { reportMisfits } from '../loading/build.ts';
import type { QuestionWait } from '../session.ts';
import type { Out } from '../turn.ts';
import type { Fields, Value } from '../value.ts';

/** One row to pick. */
export interface Row {
  readonly code: string;
  readonly label: string;
  readonly value: Value;
  /** What may be typed instead of the label: the flow's own, where another is shown. */
  readonly also?: string;
}

/** What a reader may look at. */
export interface Hearing {
  readonly walk: Walk;
  readonly scope: Scope;
  /** The question as it was asked; null while it is being asked. */
  readonly wait: QuestionWait | null;
  /** The rows as the person saw them. */
  readonly rows: readonly Row[];
}

/** What a message was, as an answer. `need`: rows have to be looked up first. */
export type Heard =
  | { readonly type: 'value'; readonly value: Value; readonly likely?: true }
  /** More than one answer fits; the person is asked which. */
  | { readonly type: 'several'; readonly rows: readonly Row[] }
  /** Not an answer. `question`: it asks something, and costs no attempt. `say` tells exactly what is wrong. */
  | { readonly type: 'none'; readonly why?: 'question' | 'other_kind'; readonly say?: Sentence }
  /** The question goes on in another state: the next page, one more picked. */
  | { readonly type: 'again'; readonly wait: QuestionWait; readonly say?: Sentence }
  | { readonly type: 'need' };

/** A sentence of the service: `percakapan.<key>` with its values. */
export interface Sentence {
  readonly key: string;
  readonly values?: Fields;
}

/** What is shown with a question. */
export interface Offer {
  readonly rows: readonly Row[];
  /** The rows are data or depend on answers: what was seen is kept until the answer. */
  readonly keep: boolean;
  /** Rows beyond these; LAGI shows them. */
  readonly more?: boolean;
  readonly attach?: Out['offer'];
}

/** Instead of an offer: rows have to be looked up; there is nothing to pick; or there is only one, which is taken. */
export type Offering = Offer | 'need' | 'empty' | { readonly settled: Value };

/** How one question reads and shows its answers, closed over its own block. */
export interface Reader {
  readonly kind: NameKind;
  /** Texts and expressions whose answers the question depends on. */
  readonly depends?: readonly (Pick<Template, 'mentions'> | null | undefined)[];
  offer?(hearing: Hearing): Offering;
  read(said: Said, hearing: Hearing): Heard;
  /** A row that was tapped, where that is not yet the answer. */
  pick?(row: Row, hearing: Hearing): Heard;
  /** What was given so far where more may come: LEWATI then means "no more". null: nothing. */
  soFar?(wait: QuestionWait): Value;
  /** A known value (`isi_dari`, `terima`) as an answer; null when it is none, undefined while rows are looked up. */
  adopt?(value: Value, hearing: Hearing): Value | undefined;
  /** The answer that something outside of the chat gave to the open question (a web form); null: none. */
  answeredBy?(event: Happening, hearing: Hearing): Value;
  /** What a yes agrees to: it is recorded with its proof before anything else happens. */
  readonly consent?: { readonly purpose: string; readonly version: string };
  /** The answer is given on a page of our own, not in the chat. */
  readonly elsewhere?: Elsewhere;
  show(value: Value, walk: Walk): string;
  /** How an offered value (`tawarkan`) is shown, when not as in the summary. */
  mask?(value: Value): string;
  /** What the first miss is told, with an example. */
  readonly hint: Sentence;
}

/** A page for one person and one use on which a question is answered. */
export interface Elsewhere {
  /** Makes the page: `dibuka` {permintaan, tautan}, or another result where there can be none. */
  readonly deed: string;
  /** How the page of a `permintaan` stands: `terbuka` {tautan}, `terisi` or `habis`. */
  readonly look: string;
  readonly lifeMs: number;
  /** All that the conversation keeps of the answer, and what it keeps when there is none. */
  readonly filled: Value;
  readonly without: Value;
}

/** One `jenis`: its own keys, how it reads, and a small flow that shows it and is run by a test. */
export interface AnswerKind {
  readonly jenis: string;
  readonly keys: z.ZodRawShape;
  /** Never shown or stored less carefully than this (`pribadi`). */
  readonly personal: boolean;
  build(raw: unknown, build: Build, about: About): Reader | null;
  readonly example: string;
}

/** The question that a reader belongs to. */
export interface About {
  readonly name: string;
  readonly place: Place;
  readonly here: Here;
  readonly optional: boolean;
  /** Its own words as the flow has them: what a yes or a no is said to. */
  readonly words: string;
}

/** Makes an answer kind whose own keys are checked before it is built. */
export function answerKind<Schema extends z.ZodObject>(kind: {
  readonly jenis: string;
  readonly schema: Schema;
  readonly personal?: boolean;
  build(block: z.infer<Schema>, build: Build, about: About): Reader;
  readonly example: string;
}): AnswerKind {
  const { jenis, schema, personal = false, example } = kind;
  return {
    jenis,
    keys: schema.shape,
    personal,
    example,
    build: (raw, build, about) => {
      const read = schema.safeParse(raw);
      if (read.success) return kind.build(read.data, build, about);
      reportMisfits(read.error, build, about.place);
      return null;
    },
  };
}

/** The text that was sent, or null when it was something else. */
export function textOf(said: Said): string | null {
  return said.type === 'text' ? said.text : null;
}

/** A message of another kind than the question asks for. */
export const OTHER_KIND: Heard = { type: 'none', why: 'other_kind' };
