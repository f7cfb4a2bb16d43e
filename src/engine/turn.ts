import type { Session } from './session.ts';
import type { Fields, Value, Zone } from './value.ts';

/** What reached a conversation: from the person, from a deed that was done, or from the clock. */
export type Input =
  | { readonly type: 'text'; readonly text: string }
  /** A button or list row; `choice` is the id that `Out.choices` carried, from whatever message it was tapped on. */
  | { readonly type: 'tap'; readonly choice: string }
  /** `more`: the refs of the other parts of an album. */
  | {
      readonly type: 'photo' | 'document';
      readonly ref: string;
      readonly caption?: string;
      readonly more?: readonly string[];
    }
  | { readonly type: 'location'; readonly lat: number; readonly lon: number }
  /** The sender's own phone number, handed over by the platform (E.164). */
  | { readonly type: 'contact'; readonly phone: string }
  /** A deep link starts a flow, or the service does, by name (`pushed`): then nobody asked for it just now. */
  | { readonly type: 'start'; readonly flow: string; readonly args: Fields; readonly pushed?: true }
  /** The result of the deed that the session waits for. */
  | { readonly type: 'result'; readonly id: string; readonly result: string; readonly values: Fields }
  /**
   * Something happened that a conversation may wait for (`tunggu`, an answer that is given outside of the chat). `about`
   * tells which one, where the wait names one (`tentang`); `result` how it ended, where it may end in more than one way.
   */
  | {
      readonly type: 'event';
      readonly name: string;
      readonly about: string | null;
      readonly result?: string;
      readonly values: Fields;
    }
  /** `nextLook(session)` has come: a question's time limit or the draft's age. */
  | { readonly type: 'clock' };

/** Everything a turn may look at; the engine itself has no clock, no chance and no I/O. */
export interface Facts {
  /** `<address>.<turn>`: the stem of every id made in this turn. */
  readonly turnId: string;
  readonly now: number;
  readonly zone: Zone;
  /** `kontak.*`, `daerah.*`, `petugas.*` (null: not an officer), `saluran.*`. */
  readonly contact: Fields;
  readonly tenant: Fields;
  readonly officer: Fields | null;
  readonly channel: Fields;
  /** The message came in before what was said last had begun to leave: the person cannot have read it. */
  readonly unread?: true;
  /** The language that the person chose; absent: none, or not known any more. */
  readonly language?: string;
  /** Answers to the needs of this turn so far, by `Need.key`. */
  readonly found: Readonly<Record<string, Found>>;
}

/**
 * A look, answered at once and never committed:
 * - `rows`: the source `name` with its arguments -> rows.
 * - `look`: the `periksa` of that name -> its result.
 * - `region`: `name` is the level (`kecamatan`, `desa`), `args.teks` what was typed or a region's code, `args.di` the
 *   region it must lie in (null: the tenant's regency) -> records with `kode`, `nama`, `di_daerah_ini`. One row is the
 *   answer, several are shown to pick from, none is no place. With `teks` null: all regions there are.
 * - `place`: `args.lintang`, `args.bujur` of a point -> one record with `nama`, `daerah`, `di_daerah_ini`, `desa`.
 * - `media`: `name` is `foto` or `berkas`, `args.rujukan` the channel's reference, `args.terbesar` bytes, `args.tipe` the
 *   types allowed -> result `diterima` {rujukan: the service's own reference, tipe}, `terlalu_besar`, `tipe_lain`, `rusak`
 *   or `gagal` (could not be fetched). The same reference gives the same answer, so it may be asked again.
 */
export interface Need {
  /** Stable within the turn; the key of the answer in `Facts.found`. */
  readonly key: string;
  readonly type: 'rows' | 'look' | 'region' | 'place' | 'media';
  readonly name: string;
  readonly args: Fields;
}

export type Found =
  | { readonly type: 'rows'; readonly rows: readonly Value[] }
  | { readonly type: 'result'; readonly result: string; readonly values: Fields };

/** A row to pick. `id` is opaque, unique for the person's chat and at most 48 bytes; `code` is the flow's own code. */
export interface Choice {
  readonly id: string;
  readonly code: string;
  readonly label: string;
}

/** One message to the person. Channels draw `choices` as buttons, a list or numbered lines. */
export interface Out {
  readonly text: string;
  readonly choices?: readonly Choice[];
  /** The choices are words to type, not numbers (a numbered summary stands above them). */
  readonly unnumbered?: true;
  /** Offer the platform's own way to answer this. */
  readonly offer?: 'contact' | 'location';
  /** A web link (`https://`), or the service's own reference to a picture it keeps (`media:<id>`). */
  readonly image?: string;
  readonly document?: string;
  /** A point to be shown on the map. */
  readonly location?: { readonly lat: number; readonly lon: number; readonly name?: string };
  /** Whom to call or to write to, as the platform's own card. */
  readonly card?: ContactCard;
}

/** `phone` as it is dialled: `+62...`, or a short number such as 112. */
export interface ContactCard {
  readonly name: string;
  readonly phone: string;
}

/** A change to be done once by `id`; committed before it is done, its result is the session's next input. */
export interface Deed {
  readonly id: string;
  readonly name: string;
  readonly args: Fields;
}

export type Turn =
  | { readonly type: 'need'; readonly needs: readonly Need[] }
  | {
      readonly type: 'turn';
      /** null: nothing is open; the next text starts afresh. */
      readonly session: Session | null;
      readonly out: readonly Out[];
      readonly deed: Deed | null;
      /** All that is said reminds of something: who refuses reminders gets none of it. */
      readonly reminds?: Reminding;
    };

/** How a reminder is said. */
export interface Reminding {
  /** From then on it would speak of the wrong day, or of what is over. */
  readonly until: number;
  /** It waits for another day when the person had a push today. */
  readonly yields: boolean;
  /** It is beside the point once the person has spoken. */
  readonly idle: boolean;
}
