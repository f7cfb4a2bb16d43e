import { z } from 'zod';

import type { Receive } from '../../domain/channel.ts';
import type { Inbound } from '../../domain/message.ts';
import { pause } from '../../domain/pause.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { createBoundedMap } from './bounded-map.ts';
import { askAgainMs, keptInMemory, orderMs, storeAgainMs } from './limits.ts';
import type { Ring } from './ring.ts';

/**
 * Between the wire and the service. Baileys tells WhatsApp that it has a message before anybody can see it, so every message
 * is noted when its first bytes are here, in the same write that turns its keys. What was noted and never became readable is
 * asked for again, also after a crash.
 */
export interface Arrivals {
  /** Reads what an earlier process had noted and not handed on. */
  open(): Promise<void>;
  /** A message of this person is on the wire. */
  note(person: string, id: string): void;
  /** It was opened: what it says, or null when it needs no answer. */
  opened(person: string, id: string, input: Inbound['input'] | null): void;
  /** It could not be opened; the sender's telephone was asked for it again. */
  failed(person: string, id: string): void;
  /** The service has told everything that waited: what is still unreadable after a while is asked for. */
  caughtUp(): void;
  /** Resolves when nothing is being stored any more. */
  close(): Promise<void>;
}

interface Arrival {
  readonly person: string;
  readonly id: string;
  readonly order: number;
  readonly at: number;
  /** Absent: not opened yet, or not to be opened. */
  input?: Inbound['input'] | null;
  /** Those behind it do not wait for it any more. */
  passed: boolean;
}

interface Receiving {
  readonly account: string;
  readonly ring: Ring;
  readonly receive: Receive;
  readonly clock: Clock;
  readonly log: Log;
}

const name = 'arrivals';
const kept = z.array(z.tuple([z.string(), z.string(), z.number()]));

/** Nothing is on its way yet. */
export function createArrivals({ account, ring, receive, clock, log }: Receiving): Arrivals {
  const known = new Map<string, Arrival>();
  const lines = new Map<string, Arrival[]>();
  const handedOn = createBoundedMap<true>(keptInMemory);
  const underway = new Set<Promise<void>>();
  let closing = new AbortController();
  let order = 0;

  function keep(): void {
    const rows = [...known.values()].map(({ person, id, at }) => [person, id, at]);
    ring.stage(name, JSON.stringify(rows));
  }

  function begin(person: string, id: string, at: number): Arrival {
    order = Math.max(order + 1, clock.now());
    const arrival: Arrival = { person, id, order, at, passed: false };
    known.set(keyOf(person, id), arrival);
    lines.set(person, [...(lines.get(person) ?? []), arrival]);
    return arrival;
  }

  /** Hands on, in the order of arrival, whatever no longer waits for something before it. */
  function release(person: string): void {
    const line = lines.get(person) ?? [];
    const stuck = line.findIndex(({ input, passed }) => input === undefined && !passed);
    const ready = stuck === -1 ? line : line.slice(0, stuck);
    const rest = stuck === -1 ? [] : line.slice(stuck);
    if (rest.length === 0) lines.delete(person);
    else lines.set(person, rest);
    const opened = ready.filter(({ input }) => input !== undefined);
    if (opened.length > 0) track(store(opened));
    const [first, ...others] = rest;
    if (first !== undefined && others.length > 0) clock.after(orderMs, () => pass(first));
  }

  function pass(arrival: Arrival): void {
    if (arrival.passed) return;
    arrival.passed = true;
    release(arrival.person);
  }

  async function store(arrivals: readonly Arrival[]): Promise<void> {
    const { signal } = closing;
    const messages = arrivals.flatMap((arrival) => toInbound(account, arrival));
    while (messages.length > 0) {
      try {
        await receive(messages);
        break;
      } catch {
        log('whatsapp.not_stored', { messages: messages.length });
        // They stay noted: the next process asks for them.
        if (!(await pause(clock, storeAgainMs, signal))) return;
      }
    }
    for (const { person, id } of arrivals) {
      known.delete(keyOf(person, id));
      handedOn.set(keyOf(person, id), true);
    }
    keep();
  }

  function track(work: Promise<void>): void {
    const done = work.finally(() => underway.delete(done));
    underway.add(done);
  }

  /** Under the message's own id: one that was stored after all is not asked for, and whatever comes late counts as repeated. */
  function askForUnreadable(): void {
    if (closing.signal.aborted) return;
    const lost = [...known.values()].filter(({ input, at }) => input === undefined && at <= clock.now() - askAgainMs);
    for (const arrival of lost) {
      log('whatsapp.never_readable');
      arrival.input = { type: 'unreadable', kind: 'rusak' };
      if (lines.get(arrival.person)?.includes(arrival) === true) release(arrival.person);
      else track(store([arrival]));
    }
  }

  const arrivals: Arrivals = {
    open: async () => {
      closing = new AbortController();
      const text = (await ring.read([name])).get(name);
      for (const [person, id, at] of text === undefined ? [] : (kept.safeParse(JSON.parse(text)).data ?? [])) {
        if (!known.has(keyOf(person, id))) begin(person, id, at).passed = true;
      }
    },
    note: (person, id) => {
      const key = keyOf(person, id);
      if (known.has(key) || handedOn.has(key)) return;
      begin(person, id, clock.now());
      keep();
    },
    opened: (person, id, input) => {
      if (handedOn.has(keyOf(person, id))) return;
      const arrival = known.get(keyOf(person, id)) ?? begin(person, id, clock.now());
      if (arrival.input !== undefined) return;
      arrival.input = input;
      if (lines.get(person)?.includes(arrival) === true) release(person);
      else track(store([arrival]));
    },
    failed: (person, id) => {
      log('whatsapp.undecryptable');
      const arrival = known.get(keyOf(person, id));
      if (arrival === undefined) return;
      pass(arrival);
      clock.after(askAgainMs, askForUnreadable);
    },
    caughtUp: () => void clock.after(askAgainMs, askForUnreadable),
    close: async () => {
      closing.abort();
      await Promise.all(underway);
      await ring.write(new Map()).catch(() => log('whatsapp.notes_not_stored'));
    },
  };
  return arrivals;
}

function keyOf(person: string, id: string): string {
  return `${person} ${id}`;
}

function toInbound(account: string, { person, id, order, input }: Arrival): readonly Inbound[] {
  if (input == null) return [];
  return [{ account, user: person, chat: person, externalId: id, order, input }];
}
