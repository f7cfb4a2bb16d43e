/** Somebody wants a device to be linked: by a code for this number, or else by a QR code. */
interface Wish {
  readonly number: string | null;
}

/** What somebody at a terminal or a page wants, until the account takes it up. */
export interface Wishes {
  /** undefined: only look again. */
  readonly make: (number: string | null | undefined) => void;
  readonly take: () => Wish | null;
  /** Resolves at the next wish, or when the signal comes. */
  readonly wait: (signal: AbortSignal) => Promise<void>;
}

const nobody = (): void => {};

/** Nobody wants anything yet. */
export function createWishes(): Wishes {
  let wish: Wish | null = null;
  let wake = nobody;
  return {
    make: (number) => {
      wish = number === undefined ? null : { number };
      wake();
    },
    take: () => {
      const taken = wish;
      wish = null;
      return taken;
    },
    wait: (signal) =>
      new Promise((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted || wish !== null) resolve();
      }),
  };
}
