import { openFlowLibrary } from '../app/flows/flow-library.ts';
import { openFlowsInUse } from '../app/flows/flows-in-use.ts';
import type { FlowsInUse } from '../app/flows/flows-in-use.ts';
import { followFolder } from '../app/flows/follow-folder.ts';
import { createLetGoOfFlows } from '../app/flows/let-go-of-flows.ts';
import { manageFlows } from '../app/flows/manage-flows.ts';
import type { FlowAnswer, FlowOrder } from '../app/flows/manage-flows.ts';
import { catalogue } from '../domain/catalogue.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Speech } from '../engine/tongue/speak.ts';
import type { Pair } from './pair.ts';

/** The flows of a service. */
export interface Flows extends FlowsInUse {
  /** Carries out what was asked at the terminal. */
  readonly manage: (order: FlowOrder) => Promise<FlowAnswer>;
  /** Lets go of versions that nobody needs; a chore of the sweep. */
  readonly letGo: () => Promise<void>;
}

interface Opening extends Pick<Pair, 'store' | 'clock' | 'alone'> {
  readonly speech: Speech;
  readonly log: Log;
  /** Absent: the folder that ships with the service. */
  readonly folder: string | undefined;
}

/** Publishes the folder where that is the rule, and takes up what is live. Rejects with `FlowTrouble` and `StoreTrouble`. */
export async function openFlows({ store, clock, alone, speech, log, folder }: Opening): Promise<Flows> {
  const use = { library: openFlowLibrary(store), addresses: store.addresses, catalogue, speech, clock, log };
  await followFolder({ ...use, alone }, folder);
  const flows = await openFlowsInUse(use);
  return {
    ...flows,
    manage: (order) => manageFlows({ ...use, look: flows.look }, order),
    letGo: createLetGoOfFlows(use),
  };
}
