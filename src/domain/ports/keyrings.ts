/**
 * What a linked device needs to stay that device: its identity and the state of every encrypted conversation, as opaque
 * texts by name (`creds`, `session.628…`). Values are sealed at rest. Whoever writes holds the account's lease: two devices
 * with one keyring spoil both.
 */
export interface Keyrings {
  /** The named values that exist; others are absent from the answer. Throws `StoreTrouble` where a part of the ring is missing. */
  read(account: string, names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Writes texts, removes what is null: all or nothing, durable when it resolves. Names hold any characters. */
  write(account: string, changes: ReadonlyMap<string, string | null>): Promise<void>;
  /** Forgets the whole ring: the device was unlinked. Absent is no trouble. */
  clear(account: string): Promise<void>;
}
