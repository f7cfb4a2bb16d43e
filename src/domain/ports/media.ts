import type { MediaType } from '../../engine/media.ts';

/**
 * Pictures and documents that people sent because a question asked for them. Their bytes are unreadable at rest. Each
 * belongs to the address that it came from, and goes with it.
 */
export interface Media {
  /**
   * Keeps it, for `forMs` unless a deed claims it before. `known`: one with this id is there and stays as it was, also
   * its time.
   */
  keep(file: NewMedia, forMs: number): Promise<'kept' | 'known'>;
  /** null: there is none, or none any more. */
  read(id: string): Promise<StoredMedia | null>;
  /** What it is, without its bytes. */
  look(id: string): Promise<MediaFacts | null>;
  /** Those whose ids begin like this, by id, at most `limit`. */
  startingWith(start: string, limit: number): Promise<readonly MediaFacts[]>;
  /** From now on they are kept until somebody removes them. Ids that are gone, and a second time, change nothing. */
  claim(ids: readonly string[]): Promise<void>;
  /** Really removes those of them that nobody claimed: the conversation that held them has let them go. */
  release(ids: readonly string[]): Promise<void>;
  /** Really removes it. False: there was none. */
  remove(id: string): Promise<boolean>;
  /** Really removes all that came from this address; how many. */
  removeOf(address: string): Promise<number>;
  /** Forgets up to `limit` whose time is over and that nobody claimed; how many. */
  purge(limit: number): Promise<number>;
}

export interface MediaFacts {
  readonly id: string;
  /** Where it came from. */
  readonly address: string;
  readonly type: MediaType;
  readonly bytes: number;
}

export interface NewMedia {
  readonly id: string;
  readonly address: string;
  readonly type: MediaType;
  readonly content: Uint8Array;
}

export type StoredMedia = NewMedia;
