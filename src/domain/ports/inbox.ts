import type { Input } from '../../engine/turn.ts';
import type { Service } from '../message.ts';

/**
 * Everything that ever reached us, by `<account>.<chat>.<external id>`: the unique key that makes ten copies of one
 * update one handling. A key is remembered eight days, its body only until it is handled.
 */
export interface Inbox {
  /** Durable when it resolves. A row whose id is known stays as it was, whatever its state; the answers follow the rows. */
  accept(rows: readonly Arrival[]): Promise<readonly ('new' | 'known')[]>;
  /** The rows of one address that wait, by `order`, then `at`, then id; [] when none does. */
  waiting(address: string, limit: number): Promise<readonly InboxRow[]>;
  /** Handled (`done`) or given up (`aside`, body kept for an officer). Absent ids and a second time change nothing. */
  close(keys: readonly Closed[]): Promise<void>;
  /** Addresses that have a waiting row older than `ageMs`, each once. */
  neglected(ageMs: number, limit: number): Promise<readonly string[]>;
  /** How many rows stand aside. */
  countAside(): Promise<number>;
  /** Forgets up to `limit` closed rows older than `ageMs`; resolves with how many. */
  purge(ageMs: number, limit: number): Promise<number>;
}

/** One message, tap or word of the platform, in our words. `chat` is the platform's own id and is sealed at rest; '': from the service. */
export interface Arrival {
  readonly id: string;
  readonly address: string;
  readonly account: string;
  readonly chat: string;
  readonly order: number;
  /** Parts of one album share it. */
  readonly group: string | null;
  readonly input: Input | Service;
}

/** Before anything the person says to the message that opened it. */
const firstOfAll = -1;

/** A row that the service itself puts into the inbox of an address that is known. */
export function fromService(row: Pick<Arrival, 'id' | 'address' | 'account' | 'input'>): Arrival {
  return { ...row, chat: '', order: firstOfAll, group: null };
}

/** True for what a person sent, or a platform said about them. */
export function isFromPerson({ chat }: Pick<Arrival, 'chat'>): boolean {
  return chat !== '';
}

export interface InboxRow extends Arrival {
  /** When it was accepted, on the store's clock: the `now` of its turn. */
  readonly at: number;
  /** Its seal does not open (altered on the disk, or without its key): nothing of what was said is known. */
  readonly unreadable?: true;
}

export interface Closed {
  readonly id: string;
  readonly as: 'done' | 'aside';
}
