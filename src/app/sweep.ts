import type { Addresses, Flight } from '../domain/ports/addresses.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Deliveries } from '../domain/ports/deliveries.ts';
import type { Inbox } from '../domain/ports/inbox.ts';
import type { Log } from '../domain/ports/log.ts';
import type { Media } from '../domain/ports/media.ts';
import type { Queue } from '../domain/ports/queue.ts';
import { kindOf } from './kind-of.ts';
import { beginFlow } from './sending/begin-flow.ts';
import { passTurn } from './sending/pass-turn.ts';
import { ringLater } from './sending/put-back.ts';
import { markMarginMs } from './sending/sending.ts';
import { isOnce } from './sending/settle-call.ts';

export interface Sweeping {
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly inbox: Inbox;
  readonly media: Pick<Media, 'purge'>;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly log: Log;
  /** What the domain looks after by the calendar: reminders, notices owed, offers that end, ended announcements. */
  readonly chores: Readonly<Record<string, () => Promise<void>>>;
}

/** How long a silence must last before it is taken for death. */
export interface Patience {
  /** A mark or a gate: more than the longest call and its grace. */
  readonly flightMs: number;
  /** A holder of an address. */
  readonly leaseMs: number;
  /** A waiting message whose ring was perhaps lost. */
  readonly inboxMs: number;
  /** A reply in doubt waits this long for the person's next message. */
  readonly doubtMs: number;
}

export const patience: Patience = { flightMs: 60_000, leaseMs: 10_000, inboxMs: 5000, doubtMs: 20_000 };

/** At the start of the only process on a folder everybody of an earlier life is certainly dead. */
export const startPatience: Patience = { ...patience, flightMs: 0, leaseMs: 0, inboxMs: 0 };

/** Rows handled in one sweep and step; the next sweep goes on. */
const pageSize = 1000;

const dayMs = 24 * 60 * 60_000;
/** Never sooner than a platform's last retry and the longest freeze of a process. */
const inboxKeyMs = 8 * dayMs;
const replyKeptMs = 7 * dayMs;
const pushKeptMs = 90 * dayMs;

/**
 * Finds whatever was lost: marks, gates, holders, rings, times. Every step is one compare-and-set per row, so that it
 * may stop anywhere or run twice at once, and it is also the whole of starting up. A step that fails is logged, and the
 * others go on.
 */
export function createSweep(use: Sweeping): (how: Patience) => Promise<void> {
  return async (how) => {
    const steps: Sweeping['chores'] = {
      marks: () => doubtStuckMarks(use, how),
      gates: () => freeStuckGates(use, how),
      doubts: () => endDoubts(use, how),
      late: () => expireLate(use),
      addresses: () => ringAddresses(use, how),
      ...use.chores,
      lanes: () => ringLanes(use),
      purge: () => purge(use),
    };
    for (const [step, run] of Object.entries(steps)) await attempt(use, step, run);
  };
}

async function attempt(use: Sweeping, step: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    use.log('sweep step failed', { step, error: kindOf(error) });
  }
}

/** Whoever marked these is gone: perhaps said, perhaps not. */
async function doubtStuckMarks(use: Sweeping, { flightMs }: Patience): Promise<void> {
  for (const row of await use.deliveries.stuck(flightMs, pageSize)) {
    await use.deliveries.settle(row.id, row.attempt, { type: 'uncertain', code: 'lost', final: isOnce(row) });
    await passTurn(use, row.address);
  }
}

async function freeStuckGates(use: Sweeping, { flightMs }: Patience): Promise<void> {
  for (const { id, flight } of await use.addresses.stuck(flightMs, pageSize)) {
    await endFlight(use, id, flight);
    await passTurn(use, id);
  }
}

/** A mark under this gate is doubted first; one that was only prepared must never succeed once the gate is open. */
async function endFlight(use: Sweeping, id: string, flight: Flight): Promise<void> {
  const row = await use.deliveries.read(flight.delivery);
  if (row?.state === 'sending' && row.flight === flight.number) return;
  if (row?.state === 'pending' || row?.state === 'claimed')
    await use.deliveries.raiseGeneration(row.id, row.generation);
  if (row?.state === 'sent') await beginFlow(use, row);
  await use.addresses.leave(id, flight.number, null);
}

/** Each may be said once more, while there is time: the person has not spoken since. */
async function endDoubts(use: Sweeping, { doubtMs }: Patience): Promise<void> {
  for (const row of await use.deliveries.doubtful(doubtMs, pageSize)) {
    const inTime = use.clock.now() < row.until - markMarginMs;
    if (inTime && (await use.deliveries.retryDoubt(row.id, row.attempt))) await ringLater(use, row, 0);
    else await use.deliveries.giveUpDoubt(row.id, row.attempt);
    await passTurn(use, row.address);
  }
}

async function expireLate(use: Sweeping): Promise<void> {
  for (const row of await use.deliveries.expire(pageSize)) await passTurn(use, row.address);
}

async function ringAddresses(use: Sweeping, { leaseMs, inboxMs }: Patience): Promise<void> {
  await use.addresses.disown(leaseMs);
  const found = await Promise.all([
    use.addresses.unfinished(pageSize),
    use.addresses.due(pageSize),
    use.inbox.neglected(inboxMs, pageSize),
  ]);
  for (const address of new Set(found.flat())) await use.queue.wake({ type: 'handle', address });
}

async function ringLanes(use: Sweeping): Promise<void> {
  for (const { account, lane } of await use.deliveries.dueLanes())
    await use.queue.wake({ type: 'pump', account, lane });
}

async function purge(use: Sweeping): Promise<void> {
  await use.inbox.purge(inboxKeyMs, pageSize);
  await use.deliveries.purge(replyKeptMs, pushKeptMs, pageSize);
  await use.media.purge(pageSize);
}
