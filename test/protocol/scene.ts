import type { Shelves } from './desk.ts';
import type { Machine } from './machine.ts';
import type { Mutant } from './mutant.ts';
import type { Plan } from './plan.ts';
import type { Platform } from './platform.ts';
import type { Ports, Service } from './process.ts';
import type { Stores, Truth } from './truth.ts';
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
  readonly services: Service[];
  /** Ports and desk of a process. */
  readonly connect: (machine: Machine) => Ports;
  readonly troubled: () => boolean;
  /** Actors who are not done yet. */
  readonly busy: Set<string>;
}

/** A living process, by chance; undefined when all are down just now. */
export function somebody({ services, world }: Scene): Service | undefined {
  const living = services.filter(({ machine }) => machine.diedAt() === Infinity);
  return living.length === 0 ? undefined : world.random.pick(living);
}
