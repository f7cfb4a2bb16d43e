/**
 * What a linked device needs to stay that device: its identity and the state of every encrypted conversation, as opaque
 * texts by name (`creds`, `session.628…`). Names and values are unreadable at rest. Whoever writes holds the account's
 * lease; a store that several processes share refuses a writer from whom the ring was taken all the same, because two
 * devices with one keyring spoil both.
 */
export interface Keyrings {
  /**
   * The named values that exist, all as of one moment; others are absent from the answer. Throws `keyring_torn` where a
   * part of the ring is missing: nothing is read as if it had never been.
   */
  read(account: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Writes texts, removes what is null: all or nothing, durable when it resolves. Names hold any characters. Throws
   * `keyring_taken` when somebody else wrote since this process last read: it must begin again from what it reads then.
   */
  write(account: string, changes: ReadonlyMap<string, string | null>): Promise<void>;
  /** Forgets the whole ring, also a torn one: the device was unlinked. Absent is no trouble. */
  clear(account: string): Promise<void>;
}
