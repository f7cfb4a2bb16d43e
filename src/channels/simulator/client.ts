import { readCallId } from '../../domain/call-id.ts';
import type { Channel, Part, Receive, SendResult } from '../../domain/channel.ts';
import { toParts } from '../../domain/parts.ts';
import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Out } from '../../engine/turn.ts';
import { faultSettings, noFaults, sendFault } from './faults.ts';
import type { Faults } from './faults.ts';
import { createFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { createPhoneFiles } from './files.ts';
import type { PhoneFiles } from './files.ts';
import { createIntake } from './intake.ts';
import { limits } from './limits.ts';
import { account, isPerson, parseSaid, toInbound } from './read.ts';

/** Phones that exist only in this process: a channel like any other, and a hand to hold them with. */
export interface Simulator extends Channel {
  readonly feed: Feed;
  /** What the phones hold: pictures to be sent, and those that came. */
  readonly files: PhoneFiles;
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
  const files = createPhoneFiles(clock);
  let order = clock.now();
  let faults = noFaults;
  const intake = createIntake(receive, () => faults, clock);

  const send = async (chat: string, part: Part, callId: string, signal: AbortSignal): Promise<SendResult> => {
    const fault = sendFault(faults);
    if (!(await pause(clock, faults.latencyMs, signal))) return { type: 'uncertain', code: 'timeout' };
    if (fault !== null && !fault.shown) return fault.result;
    const shown = feed.show({ person: chat, out: toShown(part, files), deliveryId: readCallId(callId).id });
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
    files,
    parts: (out) => toParts(out, limits.textLength),
    send,
    fetchMedia: async (ref, largest) => {
      const file = files.get(ref.slice(account.length + 1));
      if (file === null) return { type: 'failed', code: 'not_there' };
      return file.content.byteLength > largest ? { type: 'too_large' } : { type: 'file', content: file.content };
    },
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

/** What the phone shows: a file of the service's own stands in the phone's memory, and its key in its place. */
function toShown({ file, ...part }: Part, files: PhoneFiles): Out {
  const key = file === undefined ? null : files.put(file.name, file.content);
  if (key === null) return part;
  return part.image === undefined ? { ...part, document: key } : { ...part, image: key };
}
