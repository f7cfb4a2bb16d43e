import type { MarkAsk } from '../domain/ports/deliveries.ts';

/** What a row says to whoever wants to mark it, as every store knows it. */
export interface MarkState {
  /** `pending` or `claimed`. */
  readonly waiting: boolean;
  readonly attempt: number;
  readonly generation: number;
  readonly due: number;
  readonly until: number;
  readonly pauseAt: number | null;
}

/** Why a row may not be marked now; null: it may. */
export function judgeMark(state: MarkState, ask: MarkAsk, now: number): 'lost' | 'expired' | 'quiet' | null {
  const { waiting, attempt, generation, due, until, pauseAt } = state;
  if (!waiting || attempt !== ask.attempt || generation !== ask.generation || due > now) return 'lost';
  if (now >= until - ask.marginMs) return 'expired';
  if (pauseAt !== null && now >= pauseAt - ask.marginMs) return 'quiet';
  return null;
}
