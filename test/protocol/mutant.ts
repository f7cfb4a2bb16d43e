import type { LinkDresser } from '../../src/app/sending/sending.ts';
import type { DeskChange } from './desk.ts';
import type { Machine } from './machine.ts';
import type { Plan } from './plan.ts';
import type { Ports } from './process.ts';
import type { Stores } from './truth.ts';
import type { World } from './world.ts';

/** One way to get the protocol wrong, put in place of the right one from outside. */
export interface Mutant extends DeskChange {
  readonly name: string;
  readonly stores?: (stores: Stores) => Stores;
  readonly ports?: (ports: Ports, machine: Machine, world: World, stores: Stores) => Ports;
  readonly sweepPorts?: (ports: Ports) => Ports;
  readonly links?: (links: LinkDresser) => LinkDresser;
  /** The officer and the stop deed do not wait before they acknowledge. */
  readonly impatient?: true;
  /** An announcement that goes once more is aimed, or made, otherwise. */
  readonly resends?: 'to everybody' | 'each time';
  /** Slots that were forgotten are granted again at once. */
  readonly hotSlots?: true;
  readonly plan?: Partial<Plan>;
}
