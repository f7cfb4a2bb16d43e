/** Time as the peer sees it. `wait` ends early, without an error, when the signal does. */
export interface PeerClock {
  now(): number;
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface HandClock extends PeerClock {
  /** Moves time and wakes, in order, all whose wait is over. */
  advance(ms: number): void;
  /** Milliseconds that the waiters still have to wait, soonest first. */
  waits(): readonly number[];
}

/** The machine's own time. */
export function createRealClock(): PeerClock {
  return {
    now: () => Date.now(),
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          resolve();
        });
        if (signal?.aborted === true) resolve();
      }),
  };
}

interface Waiter {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock that stands still until a test moves it. */
export function createHandClock(start = Date.parse('2026-12-01T03:00:00Z')): HandClock {
  let now = start;
  let waiters: Waiter[] = [];
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (ms <= 0 || signal?.aborted === true) {
          resolve();
          return;
        }
        const waiter = { at: now + ms, wake: resolve };
        waiters = [...waiters, waiter].toSorted((left, right) => left.at - right.at);
        signal?.addEventListener('abort', () => {
          waiters = waiters.filter((other) => other !== waiter);
          resolve();
        });
      }),
    advance: (ms) => {
      now += ms;
      const due = waiters.filter(({ at }) => at <= now);
      waiters = waiters.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
    waits: () => waiters.map(({ at }) => at - now),
  };
}
