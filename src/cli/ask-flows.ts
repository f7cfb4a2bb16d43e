import type { StandingPage } from '../app/flows/count-standing.ts';
import { openFlowLibrary } from '../app/flows/flow-library.ts';
import { manageFlows } from '../app/flows/manage-flows.ts';
import type { FlowAnswer, FlowOrder } from '../app/flows/manage-flows.ts';
import type { Published, PublishOrder } from '../app/flows/publish-flows.ts';
import { loadTongues } from '../app/opening/load-tongues.ts';
import { serversOf } from '../config/config.ts';
import type { Config } from '../config/config.ts';
import { socketPath } from '../config/socket-path.ts';
import { catalogue } from '../domain/catalogue.ts';
import type { FlowLedger } from '../domain/publication.ts';
import type { Sentences } from '../engine/flow.ts';
import type { FlowVersion } from '../engine/loading/name-versions.ts';
import { openPair } from '../wire/pair.ts';
import { askRunning } from './ask-running.ts';

/** The flows of the service, wherever it is. Each rejects when what answers is a service of another release. */
export interface AskFlows {
  readonly ledger: () => Promise<FlowLedger | null>;
  readonly standing: (after: string) => Promise<StandingPage>;
  /** With all that they run. */
  readonly read: (versions: readonly string[]) => Promise<readonly FlowVersion[]>;
  readonly change: (order: Extract<FlowOrder, PublishOrder>) => Promise<Published>;
}

/**
 * Gives `work` the flows of the service that runs on the data folder. When none does, or on a database, this process opens
 * the store itself; nothing is published by that, and a running service takes up what it finds there within seconds.
 */
export async function withFlows<Result>(
  config: Config,
  sentences: Sentences,
  work: (ask: AskFlows) => Promise<Result>,
): Promise<Result> {
  const running = (flows: FlowOrder) => askRunning<FlowAnswer>(socketPath(config.DATA_DIR), { flows });
  if (serversOf(config) === null && (await running({ type: 'flows-ledger' })) !== null) {
    return work(asking(async (order) => (await running(order)) ?? gone()));
  }
  const speech = { sentences, tongues: await loadTongues() };
  const { store, queue, clock } = await openPair(config, () => {});
  try {
    const library = openFlowLibrary(store);
    const use = { library, addresses: store.addresses, catalogue, speech, clock, look: async () => {} };
    return await work(asking((order) => manageFlows(use, order)));
  } finally {
    await queue.drain();
    await store.close();
  }
}

function asking(carryOut: (order: FlowOrder) => Promise<FlowAnswer>): AskFlows {
  return {
    ledger: async () => {
      const answer = await carryOut({ type: 'flows-ledger' });
      return answer.type === 'flows-ledger' ? answer.ledger : gone();
    },
    standing: async (after) => {
      const answer = await carryOut({ type: 'flows-standing', after });
      return answer.type === 'flows-standing' ? answer : gone();
    },
    read: async (versions) => {
      const answer = await carryOut({ type: 'flows-read', versions });
      return answer.type === 'flows-read' ? answer.kept : gone();
    },
    change: async (order) => {
      const answer = await carryOut(order);
      return answer.type === 'flows-published' ? answer.published : gone();
    },
  };
}

function gone(): never {
  throw new Error('the running service does not answer');
}
