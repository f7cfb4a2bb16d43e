import type { Addresses } from '../../domain/ports/addresses.ts';
import type { FlowLedger } from '../../domain/publication.ts';
import type { FlowFile } from '../../engine/loading/load-flows.ts';
import type { FlowVersion } from '../../engine/loading/name-versions.ts';
import { countStanding } from './count-standing.ts';
import type { StandingPage } from './count-standing.ts';
import { publishFlows, undoPublication } from './publish-flows.ts';
import type { Published, Publishing, PublishOrder } from './publish-flows.ts';

/** What who runs the service may ask about its flows, at the terminal. */
export type FlowOrder =
  | { readonly type: 'flows-ledger' }
  /** One page of the count of who stands where; `after` of the page before, '' for the first. */
  | { readonly type: 'flows-standing'; readonly after: string }
  | { readonly type: 'flows-read'; readonly versions: readonly string[] }
  | (PublishOrder & { readonly type: 'flows-publish'; readonly files: readonly FlowFile[] })
  | (PublishOrder & { readonly type: 'flows-undo' });

export type FlowAnswer =
  | { readonly type: 'flows-ledger'; readonly ledger: FlowLedger | null }
  | ({ readonly type: 'flows-standing' } & StandingPage)
  | { readonly type: 'flows-read'; readonly kept: readonly FlowVersion[] }
  | { readonly type: 'flows-published'; readonly published: Published };

export interface ManagingFlows extends Publishing {
  readonly addresses: Pick<Addresses, 'talking'>;
  /** Has this process take up what was published. */
  readonly look: () => Promise<void>;
}

/** Carries an order out. */
export async function manageFlows(use: ManagingFlows, order: FlowOrder): Promise<FlowAnswer> {
  const { library, addresses, look } = use;
  switch (order.type) {
    case 'flows-ledger':
      return { type: 'flows-ledger', ledger: await library.ledger() };
    case 'flows-standing':
      return { type: 'flows-standing', ...(await countStanding(addresses, order.after)) };
    case 'flows-read':
      return { type: 'flows-read', kept: await library.read(order.versions) };
    case 'flows-publish':
    case 'flows-undo':
    default: {
      const published =
        order.type === 'flows-undo' ? await undoPublication(use, order) : await publishFlows(use, order.files, order);
      await look();
      return { type: 'flows-published', published };
    }
  }
}
