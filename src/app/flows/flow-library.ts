import type { Documents } from '../../domain/ports/documents.ts';
import type { Store } from '../../domain/ports/store.ts';
import { flowLedgerKind, keptFlowKind } from '../../domain/publication.ts';
import type { Decided, FlowLedger, KeptFlow } from '../../domain/publication.ts';
import type { FlowVersion } from '../../engine/loading/name-versions.ts';

/** The flows of an installation: every version that was published, and the one document that says what is live. */
export interface FlowLibrary {
  readonly kept: Documents<KeptFlow>;
  /** null before the first publication. */
  readonly ledger: () => Promise<FlowLedger | null>;
  /** One compare-and-set. */
  readonly decide: (decide: (ledger: FlowLedger | null) => Decided) => Promise<Decided>;
  /** Writes those that are not there; twice is once. */
  readonly put: (versions: readonly FlowVersion[], at: number) => Promise<void>;
  /** These versions and all that they run; what is not there is left out. */
  readonly read: (versions: Iterable<string>) => Promise<readonly FlowVersion[]>;
}

/** One installation has one ledger. */
const active = 'active';

/** The library on a store. */
export function openFlowLibrary({ documents }: Pick<Store, 'documents'>): FlowLibrary {
  const kept = documents(keptFlowKind);
  const ledgers = documents(flowLedgerKind);
  return {
    kept,
    ledger: () => ledgers.read(active),
    decide: (decide) =>
      ledgers.change(active, (ledger) => {
        const result = decide(ledger);
        return { doc: result.type === 'changed' ? result.ledger : null, result };
      }),
    put: async (versions, at) => {
      await Promise.all(versions.map((version) => kept.create(version.version, { ...version, at })));
    },
    read: async (versions) => {
      const found = new Map<string, FlowVersion>();
      let wanted = new Set(versions);
      while (wanted.size > 0) {
        const read = await Promise.all([...wanted].map((version) => kept.read(version)));
        for (const one of read) if (one !== null) found.set(one.version, one);
        const runs = read.flatMap((one) => Object.values(one?.runs ?? {}));
        wanted = new Set(runs.filter((version) => !found.has(version)));
      }
      return [...found.values()];
    },
  };
}
