export interface News {
  /** To be called whenever something that a test may wait for has changed. */
  readonly changed: () => void;
  /** Resolves as soon as this holds; at once when it does already. */
  readonly until: (holds: () => boolean) => Promise<void>;
}

/** Waits for what a peer has seen, without looking at a clock. */
export function createNews(): News {
  const waiting = new Set<() => void>();
  return {
    changed: () => {
      for (const look of waiting) look();
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
