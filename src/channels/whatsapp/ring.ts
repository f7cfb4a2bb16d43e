import type { Keyrings } from '../../domain/ports/keyrings.ts';

/** The keyring of one account, written in the order of the calls. */
export interface Ring {
  readonly read: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** All or nothing; durable when it resolves. What is written while a write is under way goes together in the next one. */
  readonly write: (changes: ReadonlyMap<string, string | null>) => Promise<void>;
  /** Goes along with the next write that succeeds, at no cost of its own; `value` is asked for when it is written. */
  readonly stage: (name: string, value: () => string) => void;
  /**
   * Calls `listener` when a write failed: what the store has is no longer what this process goes by, or belongs to somebody
   * else by now. Returns what ends that.
   */
  readonly whenBroken: (listener: () => void) => () => void;
  /** Forgets everything, also what is staged. */
  readonly clear: () => Promise<void>;
}

/** The account's part of the store. */
export function createRing(keyrings: Keyrings, account: string): Ring {
  const listeners = new Set<() => void>();
  let staged = new Map<string, () => string>();
  let next: { readonly changes: Map<string, string | null>; readonly done: Promise<void> } | null = null;
  let last: Promise<void> = Promise.resolve();

  /** `work` begins when everything before it has ended, well or not. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    last = last.then(work, work);
    return last;
  }

  function gather(): { readonly changes: Map<string, string | null>; readonly done: Promise<void> } {
    const changes = new Map<string, string | null>();
    const done = enqueue(async () => {
      next = null;
      const taken = staged;
      const all = new Map([...[...taken].map(([name, value]) => [name, value()] as const), ...changes]);
      staged = new Map();
      if (all.size === 0) return;
      try {
        await keyrings.write(account, all);
      } catch (error) {
        staged = new Map([...taken, ...staged]);
        for (const tell of listeners) tell();
        throw error;
      }
    });
    return { changes, done };
  }

  return {
    read: (names) => keyrings.read(account, names),
    write: (changes) => {
      next ??= gather();
      for (const [name, value] of changes) next.changes.set(name, value);
      return next.done;
    },
    stage: (name, value) => void staged.set(name, value),
    whenBroken: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear: () =>
      enqueue(async () => {
        staged = new Map();
        await keyrings.clear(account);
      }),
  };
}
