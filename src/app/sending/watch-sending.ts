import type { Channel } from '../../domain/channel.ts';
import type { Accounts } from '../../domain/ports/accounts.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Deliveries, DeliveryState, Lane } from '../../domain/ports/deliveries.ts';
import type { Ration } from './ration.ts';

export interface WatchedSending {
  readonly deliveries: Pick<Deliveries, 'backlog' | 'count'>;
  readonly accounts: Pick<Accounts, 'read'>;
  readonly channels: readonly Pick<Channel, 'account' | 'caps' | 'pushesStopped' | 'trouble'>[];
  /** Announcements that are paused or not yet complete: their rows stay on purpose. */
  readonly heldSources: () => Promise<readonly string[]>;
  readonly ration: Pick<Ration, 'look'>;
  readonly clock: Pick<Clock, 'monotonic'>;
}

/**
 * A lane that is open, has something due, and from which nothing has gone for so long stands still. What may hold rows back by
 * itself is over sooner: a claim or a gate of a process that died (60 s each), and two sweeps until it is found.
 */
export const standstillMs = 180_000;

/** Looking counts what waits; whoever asks more often gets the last answer. */
const lookEveryMs = 10_000;

/** A lane as it was when something was last seen to go. */
interface Seen {
  readonly since: number;
  readonly count: number;
  /** When the oldest one was due, on the monotonic clock, within what two readings differ by. */
  readonly oldest: number;
}

/** Two readings of "due for so long" differ by what lies between the two clocks' readings. */
const sameMs = 2000;

/**
 * The canary: how long, in milliseconds, something has been due in an open lane without anything leaving it; 0: all goes on.
 * Frozen, halted, capped and paused lanes are not open; rows that wait for the morning are not due. Rejects as the store does.
 */
export function createWatchSending(use: WatchedSending): () => Promise<number> {
  const seen = new Map<string, Seen>();
  let last: { readonly at: number; readonly silentMs: Promise<number> } | null = null;

  const look = async (now: number): Promise<number> => {
    const waiting = (await use.deliveries.backlog()).filter(({ state, lateMs }) => state === 'waiting' && lateMs > 0);
    const held = waiting.some(({ lane }) => lane === 'bulk') ? await countHeld(use) : 0;
    const silences = await Promise.all(
      waiting.map(async (lane) => {
        const key = `${lane.account}.${lane.lane}`;
        const isOpen = (lane.lane === 'reply' || lane.count > held) && (await isLaneOpen(use, lane));
        const before = seen.get(key);
        const oldest = now - lane.lateMs;
        const stands = isOpen && before !== undefined && lane.count >= before.count && oldest <= before.oldest + sameMs;
        const since = stands ? before.since : now;
        seen.set(key, { since, count: lane.count, oldest: stands ? before.oldest : oldest });
        return { key, silentMs: now - since };
      }),
    );
    const there = new Set(silences.map(({ key }) => key));
    for (const key of seen.keys()) if (!there.has(key)) seen.delete(key);
    return Math.max(0, ...silences.map(({ silentMs }) => silentMs));
  };

  return () => {
    const now = use.clock.monotonic();
    if (last === null || now - last.at >= lookEveryMs) last = { at: now, silentMs: look(now) };
    return last.silentMs;
  };
}

/** Whether anything may leave there just now. */
async function isLaneOpen(
  { accounts, channels, ration }: WatchedSending,
  { account, lane }: { readonly account: string; readonly lane: Lane },
): Promise<boolean> {
  const channel = channels.find((one) => one.account === account);
  if (channel === undefined || channel.trouble() !== null) return false;
  const { frozenForMs, halted } = await accounts.read(account);
  if (frozenForMs > 0 || halted !== null) return false;
  if (lane === 'reply') return true;
  if ((channel.pushesStopped?.() ?? null) !== null) return false;
  if (channel.caps === undefined) return true;
  const room = await ration.look(account, channel.caps, { stranger: false, class: 'announcement' });
  return room.type === 'room';
}

const waitingStates: readonly DeliveryState[] = ['pending', 'claimed'];

/** Rows of announcements that are held; lanes with no more than these have nothing that could go. */
async function countHeld({ deliveries, heldSources }: WatchedSending): Promise<number> {
  const counts = await Promise.all((await heldSources()).map((source) => deliveries.count(source)));
  return counts.reduce((sum, states) => sum + waitingStates.reduce((some, state) => some + states[state], 0), 0);
}
