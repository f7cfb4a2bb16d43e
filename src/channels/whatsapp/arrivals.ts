import { z } from 'zod';

import type { Receive } from '../../domain/channel.ts';
import type { Inbound } from '../../domain/message.ts';
import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { createBoundedMap } from '../bounded-map.ts';
import { askAgainMs, keptInMemory, storeAgainMs } from './limits.ts';
import { createLines } from './lines.ts';
import type { Arrival } from './lines.ts';
import type { Ring } from './ring.ts';

/**
 * Between the wire and the service. Baileys tells WhatsApp that it has a message before anybody can see it, so every message
 * is noted when its first bytes are here, in the same write that turns its keys. What was noted and never became readable is
 * asked for again, also after a crash.
 */
export interface Arrivals {
  /** Reads what an earlier process had noted and not handed on. */
  readonly open: () => Promise<void>;
  /** A message of this person is on the wire. */
  readonly note: (person: string, id: string) => void;
  /** It was opened: what it says, or null when it needs no answer. */
  readonly opened: (person: string, id: string, input: Inbound['input'] | null) => void;
  /** It could not be opened; the sender's telephone was asked for it again. */
  readonly failed: (person: string, id: string) => void;
  /** The service has told everything that waited: what is still unreadable after a while is asked for. */
  readonly caughtUp: () => void;
  /** Resolves when nothing is being stored any more. */
  readonly close: () => Promise<void>;
}

interface Receiving {
  readonly account: string;
  readonly ring: Ring;
  readonly receive: Receive;
  readonly clock: Clock;
  readonly log: Log;
}

/** Nothing is on its way yet. */
export function createArrivals(use: Receiving): Arrivals {
  const { ring, clock, log } = use;
  const known = createKnown(ring);
  const underway = new Set<Promise<void>>();
  const lines = createLines(clock, (ready) => track(store(ready)));
  let closing = new AbortController();

  async function store(arrivals: readonly Arrival[]): Promise<void> {
    if (await handOn(use, arrivals, closing.signal)) known.settle(arrivals);
  }

  function track(work: Promise<void>): void {
    const done = work.finally(() => underway.delete(done));
    underway.add(done);
  }

  function begin(person: string, id: string, at: number): Arrival {
    const arrival = lines.join(person, id, at);
    known.add(arrival);
    return arrival;
  }

  /** Under the message's own id: one that was stored after all is not asked for, and whatever comes late counts as repeated. */
  function askForUnreadable(): void {
    if (closing.signal.aborted) return;
    for (const arrival of known.unread(clock.now() - askAgainMs)) {
      log('whatsapp.never_readable');
      lines.open(arrival, { type: 'unreadable', kind: 'rusak' });
    }
  }

  return {
    open: async () => {
      closing = new AbortController();
      for (const [person, id, at] of await known.read()) lines.pass(begin(person, id, at));
    },
    note: (person, id) => {
      if (known.hasRoom() && known.isNew(person, id)) begin(person, id, clock.now());
    },
    opened: (person, id, input) => {
      if (known.isHandedOn(person, id)) return;
      lines.open(known.find(person, id) ?? begin(person, id, clock.now()), input);
    },
    failed: (person, id) => {
      log('whatsapp.undecryptable');
      const arrival = known.find(person, id);
      if (arrival === undefined) return;
      lines.pass(arrival);
      clock.after(askAgainMs, askForUnreadable);
    },
    caughtUp: () => void clock.after(askAgainMs, askForUnreadable),
    close: async () => {
      closing.abort();
      await Promise.all(underway);
      await ring.write(new Map()).catch(() => log('whatsapp.notes_not_stored'));
    },
  };
}

/** Stores what was opened, as often as it takes. False: it was not; the next process asks for it. */
async function handOn(
  { account, receive, clock, log }: Receiving,
  arrivals: readonly Arrival[],
  signal: AbortSignal,
): Promise<boolean> {
  const messages = arrivals.flatMap((arrival) => toInbound(account, arrival));
  while (messages.length > 0) {
    try {
      await receive(messages);
      return true;
    } catch {
      log('whatsapp.not_stored', { messages: messages.length });
      if (!(await pause(clock, storeAgainMs, signal))) return false;
    }
  }
  return true;
}

function toInbound(account: string, { person, id, order, input }: Arrival): readonly Inbound[] {
  if (input == null) return [];
  return [{ account, user: person, chat: person, externalId: id, order, input }];
}

const name = 'arrivals';
const rows = z.array(z.tuple([z.string(), z.string(), z.number()]));

/** What is noted, in memory and on the ring, and what was handed on lately. */
function createKnown(ring: Ring) {
  const noted = new Map<string, Arrival>();
  const handedOn = createBoundedMap<true>(keptInMemory);
  const toText = (): string => JSON.stringify([...noted.values()].map(({ person, id, at }) => [person, id, at]));
  const keep = (): void => ring.stage(name, toText);
  return {
    /** Those of an earlier process that this one does not know yet. */
    read: async () => {
      const text = (await ring.read([name])).get(name);
      const read = text === undefined ? [] : (rows.safeParse(JSON.parse(text)).data ?? []);
      return read.filter(([person, id]) => !noted.has(keyOf(person, id)) && !handedOn.has(keyOf(person, id)));
    },
    add: (arrival: Arrival): void => {
      noted.set(keyOf(arrival.person, arrival.id), arrival);
      keep();
    },
    find: (person: string, id: string) => noted.get(keyOf(person, id)),
    /** Not beyond what memory is for: whoever floods us is read and answered, but not asked to repeat. */
    hasRoom: () => noted.size < keptInMemory,
    isNew: (person: string, id: string) => !noted.has(keyOf(person, id)) && !handedOn.has(keyOf(person, id)),
    isHandedOn: (person: string, id: string) => handedOn.has(keyOf(person, id)),
    /** Not opened, and noted before that moment. */
    unread: (before: number) => [...noted.values()].filter(({ input, at }) => input === undefined && at <= before),
    settle: (arrivals: readonly Arrival[]): void => {
      for (const { person, id } of arrivals) {
        noted.delete(keyOf(person, id));
        handedOn.set(keyOf(person, id), true);
      }
      keep();
    },
  };
}

function keyOf(person: string, id: string): string {
  return `${person} ${id}`;
}
