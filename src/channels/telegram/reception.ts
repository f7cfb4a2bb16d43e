import type { Receive } from '../../domain/channel.ts';
import type { HearGroups } from '../../domain/group-chat.ts';
import type { Log } from '../../domain/ports/log.ts';
import type { Call } from './client.ts';
import type { Command } from './commands.ts';
import { housekeepingMs } from './limits.ts';
import { readUpdate } from './read.ts';

/** Makes updates durable, or rejects; only after it resolved may Telegram forget them. */
export type Take = (updates: readonly unknown[]) => Promise<void>;

export interface Reception {
  readonly take: Take;
  /** Takes in again after a `close`; it is open from the beginning. */
  open(): void;
  /** From now on `take` rejects; resolves when nothing is being taken in any more. */
  close(): Promise<void>;
}

/** Where updates go. */
export interface Receivers {
  readonly receive: Receive;
  readonly hearGroups: HearGroups;
}

/** From the platform's updates to whom they are for. Taps are answered first, so that no button seems stuck. */
export function createReception(
  account: string,
  call: Call,
  commands: readonly Command[],
  { receive, hearGroups }: Receivers,
  log: Log,
): Reception {
  const underway = new Set<Promise<unknown>>();
  let closed = false;

  async function take(updates: readonly unknown[]): Promise<void> {
    if (closed) throw new Error('closed');
    const read = updates.map((update) => readUpdate(update, account, commands));
    for (const { tap, inbound, updateId } of read) {
      if (tap !== null) void track(answerTap(tap));
      // Refusing it would make Telegram repeat it for a day and hold back its chat.
      if (inbound === null) log('telegram update unreadable', { update: updateId ?? 0 });
    }
    const messages = read.flatMap(({ inbound }) => inbound ?? []);
    if (messages.length > 0) await receive(messages);
    const facts = read.flatMap(({ groups }) => groups);
    if (facts.length > 0) await hearGroups(facts);
  }

  /** Only ends the little clock on the button: too late, refused or lost, it changes nothing. */
  async function answerTap(id: string): Promise<void> {
    await call('answerCallbackQuery', { callback_query_id: id }, AbortSignal.timeout(housekeepingMs));
  }

  function track<Result>(work: Promise<Result>): Promise<Result> {
    const done = work.finally(() => underway.delete(done));
    underway.add(done);
    return done;
  }

  return {
    take: (updates) => track(take(updates)),
    open: () => {
      closed = false;
    },
    close: async () => {
      closed = true;
      await Promise.allSettled(underway);
    },
  };
}
