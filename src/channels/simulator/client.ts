import { setTimeout as wait } from 'node:timers/promises';

import type { Channel, Receive, SendResult } from '../../domain/channel.ts';
import { toParts } from '../../domain/parts.ts';
import type { Out } from '../../engine/turn.ts';
import { faultSettings, noFaults, sendFault } from './faults.ts';
import type { Faults } from './faults.ts';
import { createFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { createIntake } from './intake.ts';
import { limits } from './limits.ts';
import { account, isPerson, parseSaid, toInbound } from './read.ts';

/** Phones that exist only in this process: a channel like any other, and a hand to hold them with. */
export interface Simulator extends Channel {
  readonly feed: Feed;
  /**
   * The person does something (`Said`); resolves when the service has it durably. Repeating an `id` changes nothing.
   * False: that is no person, or nothing that a phone can do.
   */
  readonly say: (person: string, act: unknown, id: string) => Promise<boolean>;
  readonly faults: () => Faults;
  /** False: these are not `Faults`. */
  readonly setFaults: (faults: unknown) => boolean;
}

/** Opens the simulated phones. `now` is the service's clock in epoch milliseconds. */
export function simulator({ receive, now }: { readonly receive: Receive; readonly now: () => number }): Simulator {
  const feed = createFeed(now);
  let order = now();
  let faults = noFaults;
  const takeIn = createIntake(receive, () => faults);

  const send = async (chat: string, part: Out, deliveryId: string, signal: AbortSignal): Promise<SendResult> => {
    const fault = sendFault(faults);
    try {
      if (faults.latencyMs > 0) await wait(faults.latencyMs, undefined, { signal });
    } catch {
      return { type: 'uncertain', code: 'timeout' };
    }
    if (fault !== null && !fault.shown) return fault.result;
    const shown = feed.show({ person: chat, out: part, deliveryId });
    return fault?.result ?? { type: 'sent', platformId: `${account}.${shown.seq}` };
  };

  return {
    account,
    kind: 'simulator',
    buttons: true,
    limits,
    feed,
    parts: (out) => toParts(out, limits.textLength),
    send,
    start: async () => {},
    stop: async () => {},
    trouble: () => null,
    say: async (person, act, id) => {
      const said = parseSaid(act);
      if (said === null || !isPerson(person)) return false;
      order += 1;
      feed.show({ person, said });
      await takeIn(toInbound(person, said, id, order));
      return true;
    },
    faults: () => faults,
    setFaults: (changed) => {
      const read = faultSettings.safeParse(changed);
      if (read.success) faults = read.data;
      return read.success;
    },
  };
}
