import type { PeerClock } from './clock.ts';
import { Refusal } from './refusal.ts';

/** An update without its id: one field, named after its kind. */
export type UpdateBody = Readonly<Record<string, unknown>>;

export interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

export interface Updates {
  /** A new update at the end, unless the bot did not ask for its kind. The id that it got, or null. */
  push(body: UpdateBody): number | null;
  /** Unconfirmed ones, oldest first. */
  pending(): readonly Update[];
  /** Confirms one, wherever it stands: the webhook took it. */
  remove(updateId: number): void;
  allow(kinds: readonly string[] | undefined): void;
  /** getUpdates: confirms what is below `offset`, then answers at once or holds the request open. */
  poll(request: PollRequest, hungUp: AbortSignal): Promise<readonly Update[]>;
  /** Ends the poll that is held open, with 409. */
  interrupt(by: string): void;
  /** The next update gets this id: Telegram chooses a random one after a week of silence. */
  renumber(updateId: number): void;
}

interface PollRequest {
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly timeout?: number | undefined;
}

/** getUpdates.timeout above this is cut by the official server. */
const longestPollSeconds = 50;
/** Kinds that come only when they are named (getUpdates.allowed_updates). */
const onlyOnDemand = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** The one queue of a bot. `changed` is told about every arrival. */
export function createUpdates(clock: PeerClock, changed: () => void): Updates {
  let queue: readonly Update[] = [];
  let nextId = 1000;
  let allowed: readonly string[] = [];
  let holder: { readonly replaced: AbortController; readonly wake: () => void } | null = null;

  function confirmBelow(offset: number): void {
    const from = offset < 0 ? (queue.at(offset)?.update_id ?? 0) : offset;
    queue = queue.filter(({ update_id: id }) => id >= from);
  }

  /** A second poll ends the first one, as the official server does. */
  async function hold(seconds: number, hungUp: AbortSignal): Promise<void> {
    const replaced = new AbortController();
    const ended = new AbortController();
    holder = { replaced, wake: () => ended.abort() };
    await clock.wait(
      Math.min(seconds, longestPollSeconds) * 1000,
      AbortSignal.any([replaced.signal, ended.signal, hungUp]),
    );
    if (replaced.signal.aborted) throw new Refusal(409, `Conflict: terminated by ${String(replaced.signal.reason)}`);
    holder = null;
  }

  return {
    push(body) {
      const kind = Object.keys(body)[0] ?? '';
      if (allowed.length === 0 ? onlyOnDemand.has(kind) : !allowed.includes(kind)) return null;
      const update: Update = { update_id: nextId, ...body };
      nextId += 1;
      queue = [...queue, update];
      holder?.wake();
      changed();
      return update.update_id;
    },
    pending: () => queue,
    remove: (updateId) => {
      queue = queue.filter(({ update_id: id }) => id !== updateId);
      changed();
    },
    allow: (kinds) => {
      if (kinds !== undefined) allowed = kinds;
    },
    async poll({ offset = 0, limit = 100, timeout = 0 }, hungUp) {
      holder?.replaced.abort('other getUpdates request; make sure that only one bot instance is running');
      if (offset !== 0) confirmBelow(offset);
      changed();
      if (queue.length === 0 && timeout > 0) await hold(timeout, hungUp);
      return queue.slice(0, Math.max(1, limit));
    },
    interrupt: (by) => holder?.replaced.abort(by),
    renumber: (updateId) => {
      nextId = updateId;
    },
  };
}
