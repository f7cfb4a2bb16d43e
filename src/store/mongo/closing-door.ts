import { StoreTrouble } from '../../domain/ports/store-trouble.ts';

/** Knows what callers asked for and did not get yet, so that closing can wait for it. */
export interface ClosingDoor {
  /** The same port; after `close` each of its calls rejects with `closed`. */
  through<Port extends object>(port: Port): Port;
  /** Resolves when every call that came before is settled. */
  close(): Promise<void>;
}

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** One door for all ports of a store. */
export function createClosingDoor(): ClosingDoor {
  const inside = new Set<Promise<unknown>>();
  let closed = false;
  const watch =
    (call: Call): Call =>
    async (...args) => {
      if (closed) throw new StoreTrouble('closed');
      const called = call(...args);
      inside.add(called);
      try {
        return await called;
      } finally {
        inside.delete(called);
      }
    };
  return {
    through: <Port extends object>(port: Port) =>
      Object.fromEntries(Object.entries(port).map(([name, call]) => [name, watch(call as Call)])) as Port,
    close: async () => {
      closed = true;
      await Promise.allSettled(inside);
    },
  };
}
