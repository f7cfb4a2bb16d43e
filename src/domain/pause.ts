import type { Clock } from './ports/clock.ts';

/** Lets time pass. True: it has; false: the signal came first. */
export function pause(clock: Pick<Clock, 'after'>, ms: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted || ms <= 0) return Promise.resolve(!signal.aborted);
  return new Promise((resolve) => {
    const giveUp = (): void => {
      forget();
      resolve(false);
    };
    const forget = clock.after(ms, () => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    });
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
