import type { PairName } from './ground.ts';

/** One storm. */
export interface Settings {
  readonly seed: number;
  readonly pair: PairName;
  /** Several only on the distributed pair. */
  readonly processes: number;
  /** How often Redis forgets everything meanwhile. */
  readonly flushes: number;
  readonly kills: number;
  readonly people: number;
  /** Everybody wants the same batch. */
  readonly rush: boolean;
  readonly webhook: boolean;
  /** No pace on the channel, and the clock moves when nobody has anything to do: for tests, not for figures. */
  readonly fast: boolean;
  readonly mutant: string | null;
}
