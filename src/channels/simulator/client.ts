import { setTimeout as wait } from 'node:timers/promises';

import type { Channel, Receive, SendResult } from '../../domain/channel.ts';
import { toParts } from '../../domain/parts.ts';
import type { Out } from '../../engine/turn.ts';
import { noFaults, sendFault, type Faults } from './faults.ts';
import { createFeed, type Feed } from './feed.ts';
import { createIntake } from './intake.ts';
import { limits } from './limits.ts';
import { account, toInbound, type Said } from './read.ts';

/** Phones that exist only in this process: a channel like any other, and a hand to hold them with. */
export interface Simulator extends Channel {
  readonly feed: Feed;
  /** The person does something; resolves when the service has it durably. Repeating an `id` changes nothing. */
  say(person: string, act: Said, id: string): Promise<void>;
  faults(): Faults;
  setFaults(faults: Faults): void;
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
    async say(person, act, id) {
      order += 1;
      feed.show({ person, said: act });
      await takeIn(toInbound(person, act, id, order));
    },
    faults: () => faults,
    setFaults(changed) {
      faults = changed;
    },
  };
}
