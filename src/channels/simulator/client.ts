import { readCallId } from '../../domain/call-id.ts';
import type { Channel, Receive, SendResult } from '../../domain/channel.ts';
import { toParts } from '../../domain/parts.ts';
import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
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

/** What the simulated phones need: where messages go, and the service's clock. */
export interface SimulatorOptions {
  readonly receive: Receive;
  readonly clock: Clock;
}

/** Opens the simulated phones. What is slow or held back on purpose takes the service's own time. */
export function simulator({ receive, clock }: SimulatorOptions): Simulator {
  const feed = createFeed(clock);
  let order = clock.now();
  let faults = noFaults;
  const intake = createIntake(receive, () => faults, clock);

  const send = async (chat: string, part: Out, callId: string, signal: AbortSignal): Promise<SendResult> => {
    const fault = sendFault(faults);
    if (!(await pause(clock, faults.latencyMs, signal))) return { type: 'uncertain', code: 'timeout' };
    if (fault !== null && !fault.shown) return fault.result;
    const shown = feed.show({ person: chat, out: part, deliveryId: readCallId(callId).id });
    return fault?.result ?? { type: 'sent', platformId: `${account}.${shown.seq}` };
  };

  return {
    account,
    kind: 'simulator',
    buttons: true,
    exclusive: false,
    sendsWhereHeld: false,
    limits,
    feed,
    parts: (out) => toParts(out, limits.textLength),
    send,
    start: async () => {},
    stop: () => intake.drain(),
    trouble: () => null,
    say: async (person, act, id) => {
      const said = parseSaid(act);
      if (said === null || !isPerson(person)) return false;
      if (!feed.knows(person, id)) feed.show({ person, said, act: id });
      order += 1;
      await intake.take(toInbound(person, said, id, order));
      feed.show({ person, received: id });
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
