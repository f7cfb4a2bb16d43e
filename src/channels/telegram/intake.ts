import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Answer } from './client.ts';
import { backOffMs } from './limits.ts';

/** One way in, polling or webhook, from each start to its stop. */
export interface Intake {
  /** Resolves when the first attempt to connect has ended, well or not; it goes on trying by itself. */
  start(): Promise<void>;
  /** Resolves when no step is running any more. */
  stop(): Promise<void>;
  /** A stable code, null when all is well. */
  trouble(): string | null;
}

/** After a step: the next one at once, none any more, or the same again later. */
export type Step =
  | { readonly type: 'again' }
  | { readonly type: 'done' }
  | { readonly type: 'later'; readonly trouble: string; readonly afterMs: number | null };

/** One attempt after the other; never throws. What it remembers ends with the stop. */
export type TakeStep = (signal: AbortSignal) => Promise<Step>;

/** Repeats the steps that `begin` gives at each start until they are done or stopped; waits longer after every failure in a row. */
export function createIntake(begin: () => TakeStep, clock: Clock, log: Log): Intake {
  let stopping = new AbortController();
  let trouble: string | null = null;
  let running: Promise<void> | null = null;

  async function run(step: TakeStep, signal: AbortSignal, connected: () => void): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      const outcome = await step(signal);
      connected();
      trouble = outcome.type === 'later' && !signal.aborted ? outcome.trouble : null;
      if (outcome.type === 'done') return;
      if (outcome.type === 'again') {
        failures = 0;
        continue;
      }
      const afterMs = outcome.afterMs ?? backOffMs[Math.min(failures, backOffMs.length - 1)] ?? 0;
      failures += 1;
      log('telegram intake waits', { trouble: outcome.trouble, afterMs });
      await pause(clock, afterMs, signal);
    }
  }

  return {
    start: () => {
      stopping = new AbortController();
      return new Promise((resolve) => {
        running = run(begin(), stopping.signal, resolve);
      });
    },
    stop: async () => {
      stopping.abort();
      await running;
      trouble = null;
    },
    trouble: () => trouble,
  };
}

/** Why an intake call failed, as the health page names it. */
export function toLater(answer: Exclude<Answer, { type: 'ok' }>): Step {
  if (answer.type !== 'refused') return { type: 'later', trouble: 'unreachable', afterMs: null };
  return {
    type: 'later',
    trouble: troubles[answer.status] ?? `refused_${answer.status}`,
    afterMs: answer.retryAfterMs,
  };
}

const troubles: Readonly<Record<number, string>> = {
  401: 'token_refused',
  404: 'token_refused',
  409: 'another_poller',
  429: 'flood',
};
