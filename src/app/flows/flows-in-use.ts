import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { livePublication } from '../../domain/publication.ts';
import type { FlowLedger } from '../../domain/publication.ts';
import type { Catalogue } from '../../engine/catalogue.ts';
import type { FlowSet } from '../../engine/flow.ts';
import type { FlowVersion } from '../../engine/loading/name-versions.ts';
import { readyFlows } from '../../engine/loading/ready-flows.ts';
import { versionsOf } from '../../engine/moving/stands-in.ts';
import type { Session } from '../../engine/session.ts';
import type { Speech } from '../../engine/tongue/speak.ts';
import { kindOf } from '../kind-of.ts';
import { FlowTrouble } from '../opening/load-flows.ts';
import type { FlowLibrary } from './flow-library.ts';

/** The flows that turns are taken with in this process. */
export interface FlowsInUse {
  /** What is live here. */
  readonly live: () => FlowSet;
  /** The same, with the versions in which this session stands. */
  readonly forTurn: (session: Session | null) => Promise<FlowSet>;
  /** Looks for a new publication now, instead of within `lookEveryMs`. */
  readonly look: () => Promise<void>;
}

export interface UsingFlows {
  readonly library: FlowLibrary;
  readonly catalogue: Catalogue;
  readonly speech: Speech;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The first turn after this time looks at the ledger: an officer who publishes and takes the phone finds the new flows
 * there, and a process asks the database for one small document twelve times a minute and not once a turn. Nobody is
 * harmed by the delay, because who begins on the former version stays on it.
 */
export const lookEveryMs = 5000;

/** A version in which nobody spoke for so long is let go of; whoever comes back to it has it read again. */
const keepLoadedMs = 3_600_000;

/** Begins with what is live. Rejects with `FlowTrouble` when this release cannot run it, and with what the store throws. */
export async function openFlowsInUse(use: UsingFlows): Promise<FlowsInUse> {
  const { library, clock, log } = use;
  let shelf = await readShelf(use, await library.ledger(), []);
  let lookedAt = clock.now();
  let looking: Promise<void> | null = null;
  const usedAt = new Map<string, number>();
  const unknown = new Set<string>();

  const look = async (): Promise<void> => {
    const ledger = await library.ledger();
    unknown.clear();
    const idle = shelf.older.filter(({ version }) => clock.now() - (usedAt.get(version) ?? 0) > keepLoadedMs);
    if (ledger?.change !== shelf.change || idle.length > 0) {
      const older = [...shelf.current, ...shelf.older].filter((one) => !idle.includes(one));
      shelf = await readShelf(use, ledger, older);
      log('flows read', { change: shelf.change });
    }
  };
  /** One look at a time. What fails leaves everything as it was until the next. */
  const lookOnce = (): Promise<void> => {
    looking ??= look()
      .catch((error: unknown) => log('flows could not be read', { error: kindOf(error) }))
      .finally(() => {
        lookedAt = clock.now();
        looking = null;
      });
    return looking;
  };

  return {
    live: () => shelf.flows,
    look: lookOnce,
    forTurn: async (session) => {
      const now = clock.now();
      if (now - lookedAt >= lookEveryMs || now < lookedAt) await lookOnce();
      if (session === null) return shelf.flows;
      const wanted = versionsOf(session);
      for (const version of wanted) usedAt.set(version, now);
      const missing = [...wanted].filter((version) => !shelf.flows.versions.has(version) && !unknown.has(version));
      if (missing.length === 0) return shelf.flows;
      const found = await library.read(missing);
      for (const version of missing) if (!found.some((one) => one.version === version)) unknown.add(version);
      for (const { version } of found) usedAt.set(version, now);
      if (found.length > 0) shelf = makeShelf(use, { ...shelf, older: merge(shelf.older, found) });
      return shelf.flows;
    },
  };
}

/** What stands ready, and what it was made from. */
interface Shelf {
  readonly change: number;
  readonly current: readonly FlowVersion[];
  readonly older: readonly FlowVersion[];
  readonly withdrawn: readonly string[];
  readonly flows: FlowSet;
}

async function readShelf(use: UsingFlows, ledger: FlowLedger | null, older: readonly FlowVersion[]): Promise<Shelf> {
  const live = livePublication(ledger)?.versions ?? [];
  const current = await use.library.read(live);
  // The ledger is written after them: they are there, or the store lost them.
  if (!live.every((version) => current.some((one) => one.version === version))) throw new Error('a live flow is gone');
  const { change = 0, withdrawn = [] } = ledger ?? {};
  return makeShelf(use, { change, current, older, withdrawn });
}

function makeShelf({ catalogue, speech }: UsingFlows, made: Omit<Shelf, 'flows'>): Shelf {
  const known = new Set(made.current.map(({ version }) => version));
  const older = made.older.filter(({ version }) => !known.has(version));
  const kept = { current: made.current, older, withdrawn: new Set(made.withdrawn) };
  const { flows, missing } = readyFlows(kept, catalogue, speech);
  if (missing.length > 0) throw new FlowTrouble(missing);
  return { ...made, older, flows };
}

function merge(one: readonly FlowVersion[], other: readonly FlowVersion[]): readonly FlowVersion[] {
  const known = new Set(one.map(({ version }) => version));
  return [...one, ...other.filter(({ version }) => !known.has(version))];
}
