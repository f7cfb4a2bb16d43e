import type { Way } from '../path.ts';
import type { RawStep } from '../raw-step.ts';
import type { Known } from './known.ts';

/** A flow as far as it can be walked. */
export interface Walked {
  readonly states: readonly State[];
  /** False when there were more than `MOST_STATES`; then nothing can be said to be impossible. */
  readonly complete: boolean;
}

/** One place in a flow with one state of what matters there. */
export interface State {
  /** Its place among the states. */
  readonly index: number;
  readonly step: RawStep;
  /** Jumped to: a question is asked whatever its `hanya_jika` says. */
  readonly jumped: boolean;
  readonly known: Known;
  readonly exits: Exit[];
}

/** A way that can be taken from a state; `to` is null at the end of the flow. */
export interface Exit {
  readonly way: Way;
  readonly to: State | null;
}
