import type { NewDelivery } from '../../src/domain/ports/deliveries.ts';
import type { Machine } from './machine.ts';
import type { Mutant } from './mutant.ts';
import type { Plan } from './plan.ts';
import type { Platform } from './platform.ts';
import type { Ports, Service } from './process.ts';
import type { Shelves } from './shelves.ts';
import type { Forbidden, Stores, Truth } from './truth.ts';
import type { World } from './world.ts';

/** Everything of one run, for its actors and for the judge. */
export interface Scene {
  readonly world: World;
  readonly plan: Plan;
  readonly startedAt: number;
  readonly stores: Stores;
  readonly shelves: Shelves;
  readonly platform: Platform;
  readonly truth: Truth;
  readonly mutant: Mutant;
  readonly people: readonly string[];
  /** The addresses of groups with a name. */
  readonly groups: readonly string[];
  readonly services: Service[];
  /** Ports and desk of a process. */
  readonly connect: (machine: Machine) => Ports;
  readonly troubled: () => boolean;
  /** The place where slots are granted forgets everything. */
  readonly flush: () => void;
  /** When a process swept last. */
  readonly swept: { at: number };
  /** Rings of the lane of pushes on their way, and the most there ever were: what the queue holds of an announcement. */
  readonly rings: { now: number; most: number };
  /** Actors who are not done yet. */
  readonly busy: Set<string>;
}

/** A living process, by chance; undefined when all are down just now. */
export function somebody({ services, world }: Scene): Service | undefined {
  const living = services.filter(({ machine }) => machine.diedAt() === Infinity);
  return living.length === 0 ? undefined : world.random.pick(living);
}

/** The row, or the reply before it in its person's row, is due only after `at`. */
export function waitsForLong(rows: readonly Waiting[], row: Waiting, at: number): boolean {
  if (row.due > at) return true;
  return (
    row.seq !== null &&
    rows.some(({ address, seq, due, finalAt }) => {
      return address === row.address && finalAt === null && seq !== null && seq < (row.seq ?? 0) && due > at;
    })
  );
}

type Waiting = Pick<NewDelivery, 'address' | 'seq' | 'due'> & { readonly finalAt: number | null };

/** From now on the officer may rely on it. */
export function acknowledge({ truth, world }: Scene, what: string, concerns: Forbidden['concerns']): Forbidden {
  const forbidden: Forbidden = { what, concerns, from: world.now(), to: null };
  truth.forbidden.push(forbidden);
  return forbidden;
}
