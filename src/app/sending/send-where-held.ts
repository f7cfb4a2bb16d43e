import type { Channel } from '../../domain/channel.ts';
import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Apart, WatchedQueue } from '../../domain/ports/queue.ts';

/** What was begun may take this long to end before the connection is cut: within the margin of the lease (hold-account.ts). */
const graceMs = 3000;

/** A channel as whoever holds its account starts and stops it. */
export type Holdable = Pick<Channel, 'account' | 'kind' | 'start' | 'stop'>;

/** Which process sends for accounts that only their holder can send for (`sendsWhereHeld`). */
export interface HeldSending {
  /** Whether this process may begin a message of this account now; always, for an account that anybody can send for. */
  readonly sendsHere: (account: string) => boolean;
  /** The same channel, which also sends from here between its start and its stop. */
  readonly whileHeld: (channel: Channel) => Holdable;
}

interface Use {
  readonly queue: Pick<WatchedQueue, 'setApart'>;
  readonly clock: Clock;
}

/**
 * Sets the accounts among `channels` apart in the queue, in every process. No rule rests on it: a row is sent by whoever
 * has its gate and its mark. It makes that the one who has the connection is who takes the row.
 */
export function createHeldSending({ queue, clock }: Use, channels: readonly Channel[]): HeldSending {
  const bound = channels.filter((channel) => channel.sendsWhereHeld);
  const apart = new Map(bound.map(({ account }) => [account, queue.setApart(account)]));
  const here = new Set<string>();
  return {
    sendsHere: (account) => here.has(account) || !apart.has(account),
    whileHeld: (channel) => {
      const own = apart.get(channel.account);
      return own === undefined ? channel : bindSending(clock, channel, own, here);
    },
  };
}

function bindSending(clock: Clock, channel: Channel, apart: Apart, here: Set<string>): Holdable {
  const { account, kind } = channel;
  let held = false;
  return {
    account,
    kind,
    start: async () => {
      held = true;
      await channel.start();
      // The lease may have been lost meanwhile.
      if (!held) return;
      here.add(account);
      apart.begin();
    },
    stop: async () => {
      held = false;
      here.delete(account);
      await withinGrace(clock, apart.end());
      await channel.stop();
    },
  };
}

/** Whoever has the lease next does not wait for a call that hangs: its mark is doubted, as after a crash. */
async function withinGrace(clock: Clock, ended: Promise<void>): Promise<void> {
  const over = new AbortController();
  await Promise.race([ended.finally(() => over.abort()), pause(clock, graceMs, over.signal)]);
}
