import type { PackedValue } from './pack-value.ts';

/**
 * What one person's conversation keeps between turns: plain JSON, under 4 kB after fifty ordinary answers. At 8 kB nothing
 * more is begun beside what is open, and at 32 kB nothing more is kept (`hearing/room.ts`). Only the engine reads inside.
 * Every property is optional when it would be empty, because thousands of these are stored.
 */
export interface Session {
  readonly version: 1;
  /** The flow that was begun, the flow it runs, and so on; the last one is talking. Empty: only a deed is waited for. */
  readonly frames: readonly Frame[];
  readonly wait: Wait;
  /** Conversations that were put aside by a digression, the newest last. */
  readonly aside?: readonly Aside[];
  /** Conversations that wait for an event or a time (`tunggu`) and do not hold the chat. */
  readonly parked?: readonly Aside[];
  /** Until when the reminders of an idle draft were looked at. */
  readonly looked?: number;
  /** When the person last wrote: tells "Tadi" from "Kemarin". */
  readonly heardAt: number;
  /** When the draft is given up. */
  readonly until: number;
  /** The language of the last turn, when it is not the flows' own: the next is in it too, also after a deletion. */
  readonly tongue?: string;
  /** The last button that was taken: tapped twice in a row, it counts once. */
  readonly tapped?: string;
}

export interface Aside {
  readonly frames: readonly Frame[];
  readonly wait: Wait;
  readonly until: number;
}

/** One flow on its way. */
export interface Frame {
  /** `<flow>@<hash>`. */
  readonly flow: string;
  /** The key of the step where it stands. */
  readonly at: string;
  /** What was passed, in the order of arrival, by step key (questions: their name). */
  readonly path: Readonly<Record<string, Mark>>;
  /** What lay behind a question that is asked again: it counts once more when the walk comes by and nothing it mentions changed. */
  readonly before?: Readonly<Record<string, Mark>>;
  readonly args?: Readonly<Record<string, PackedValue>>;
  /** Missed answers by question. */
  readonly misses?: Readonly<Record<string, number>>;
}

/** What one step left behind. Short names: there is one for every answer of every open conversation. */
export interface Mark {
  /** The answer, or the value that `atur` gave. Absent when the step has none. */
  readonly v?: PackedValue;
  /** A jump of the author led back to this question: it is asked, whatever is known. */
  readonly anew?: 1;
  /** Given by the flow or by what was known, not by the person. */
  readonly auto?: 1;
  /** A fingerprint of the answers that the question mentions, of a deed's arguments, or of a text that was sent. */
  readonly f?: string;
  /** The result of a look, a deed or a flow, and the values that the flow uses; of a question: why it has no answer. */
  readonly r?: string;
  readonly give?: Readonly<Record<string, PackedValue>>;
  /** The finished run of another flow, so that one can go back into it. */
  readonly in?: Frame;
  /** Left in another version of the flow: the `jenis` of its question there; '' when it was no answer. */
  readonly moved?: string;
}

/** What the conversation waits for. */
export type Wait =
  /** Nothing (only in a conversation that is just being put aside). */
  { readonly type: 'none' } | QuestionWait | DeedWait | EventWait;

/** For the result of a deed. */
interface DeedWait {
  readonly type: 'deed';
  readonly id: string;
  readonly for: DeedFor;
  /** The question that is open meanwhile, when the service itself asked for the deed. */
  readonly behind?: QuestionWait;
  /** It belongs to a question that the summary asked for. */
  readonly correcting?: 1;
}

/** For something that happens elsewhere, or for a time. */
export interface EventWait {
  readonly type: 'event';
  /** null: only the time is waited for. */
  readonly event: string | null;
  readonly about: string | null;
  /** When it is too late (`paling_lama`), or when the time has come; null: as long as the draft lives. */
  readonly until: number | null;
  /** What it came to, while the conversation cannot go on yet: the result, and its values. */
  readonly got?: { readonly r: string; readonly give?: Readonly<Record<string, PackedValue>> };
  /** Words that are said when the time has come, and nothing else (`ingatkan`). */
  readonly say?: string;
}

/** The person's answer to the step where the last frame stands. */
export interface QuestionWait {
  readonly type: 'answer';
  /** The stem of the choice ids of this question, so that an old button is known as old. */
  readonly ask: string;
  readonly askedAt: number;
  /** `batas_waktu`. */
  readonly until?: number;
  /** `pengingat`: when it is to be repeated although nobody wrote, the soonest first. */
  readonly remind?: readonly number[];
  /** Rows as the person saw them, when they are data. */
  readonly rows?: readonly PackedRow[];
  /** The page of rows that is shown, from 0. */
  readonly page?: number;
  /** Picked so far by taps, where several may be picked. */
  readonly picked?: readonly PackedValue[];
  /** The person is writing words of their own (`boleh_tulis_sendiri`). */
  readonly own?: 1;
  /** What an answer may have meant; the person is asked which. */
  readonly maybe?: readonly PackedRow[];
  /** The words of `tanya_lagi`, instead of the question's own. */
  readonly text?: string;
  /** The page on which it is answered (`jenis: nik`): the event that answers it is about this. */
  readonly about?: string;
  /** The summary asked for this question; KEMBALI leaves its answer as it was. */
  readonly correcting?: 1;
  /** The summary asks which line is to be corrected. */
  readonly repair?: 1;
  /** The service's own question that stands over the flow's. */
  readonly over?: Over;
}

/** A row as it was shown: its label, its value, and a code where the value has none. */
export interface PackedRow {
  readonly l: string;
  readonly v: PackedValue;
  readonly c?: string;
}

export type Over =
  /** "Tadi sampai bagian 2 dari 4. Lanjut?" */
  | { readonly type: 'resume'; readonly ask: string }
  /** "Pindah ke Laporan dahulu?" */
  | {
      readonly type: 'switch';
      readonly ask: string;
      readonly flow: string;
      readonly args: Readonly<Record<string, PackedValue>>;
    };

/** Who is to go on with a deed's result: the step, or the service itself (PETUGAS, STOP, MULAI). */
export type DeedFor = 'step' | 'petugas' | 'stop' | 'mulai';
