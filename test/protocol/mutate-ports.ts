import type { Verdict } from '../../src/app/sending/sending.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import { poisonText } from './platform.ts';
import type { Ports } from './process.ts';
import type { Stores } from './truth.ts';
import type { World } from './world.ts';

export function acknowledgeEarly(ports: Ports): Ports {
  const accept: Ports['inbox']['accept'] = async (rows) => {
    ports.inbox.accept(rows).catch(() => undefined);
    return rows.map(() => 'new');
  };
  return { ...ports, inbox: { ...ports.inbox, accept } };
}

export function retryTimeouts(ports: Ports): Ports {
  const send: Ports['channel']['send'] = async (...call) => {
    const result = await ports.channel.send(...call);
    return result.type === 'uncertain' ? { type: 'retry', afterMs: 500, scope: 'chat', code: 'timeout' } : result;
  };
  return { ...ports, channel: { ...ports.channel, send } };
}

export const markNothing: Ports['deliveries']['mark'] = async (_, { attempt }) => ({ type: 'marked', attempt });

export function resend(ports: Ports): Ports {
  const settle: Ports['deliveries']['settle'] = (id, attempt, outcome) =>
    ports.deliveries.settle(
      id,
      attempt,
      outcome.type === 'uncertain' ? { type: 'again', inMs: 0, code: 'lost' } : outcome,
    );
  return { ...ports, deliveries: { ...ports.deliveries, settle } };
}

export function stopBlindly(ports: Ports): Ports {
  const ofContact: Ports['addresses']['ofContact'] = async (contact) =>
    (await ports.addresses.ofContact(contact)).map((address) => ({ ...address, flight: null }));
  return { ...ports, addresses: { ...ports.addresses, ofContact } };
}

/** The look comes first; the way from there to the mark is long, as it may be. */
export function lookEarly(ports: Ports, _: unknown, { random }: World, stores: Stores): Ports {
  const seen = new Map<string, Verdict>();
  const enter: Ports['addresses']['enter'] = async (id, ask) => {
    const row = stores.deliveries.rows.get(ask.delivery);
    if (row !== undefined && row.class !== 'reply') {
      seen.set(row.id, await ports.mayGo(row));
      await new Promise<void>((resolve) => void ports.clock.after(random.between(0, 3000), resolve));
    }
    return ports.addresses.enter(id, ask);
  };
  const mayGo: Ports['mayGo'] = async (row) => seen.get(row.id) ?? { type: 'go' };
  return { ...ports, addresses: { ...ports.addresses, enter }, mayGo };
}

/** The answer of the look is long on its way, as it may be: here somebody forbids. */
export function lookSlowly(ports: Ports, { random }: World): Ports {
  const mayGo: Ports['mayGo'] = async (row) => {
    const verdict = await ports.mayGo(row);
    await new Promise<void>((resolve) => void ports.clock.after(random.between(0, 3000), resolve));
    return verdict;
  };
  return { ...ports, mayGo };
}

/** A clock that stands still while its process does, so that a long standstill is never noticed. */
export function stopClock(ports: Ports): Ports {
  const { clock } = ports;
  return {
    ...ports,
    clock: { ...clock, wall: withoutGaps(() => clock.wall()), monotonic: withoutGaps(() => clock.monotonic()) },
  };
}

function withoutGaps(read: () => number): () => number {
  let last = read();
  let missed = 0;
  return () => {
    const now = read();
    if (now - last > 1500) missed += now - last;
    last = now;
    return now - missed;
  };
}

export function advanceInside(ports: Ports, _: unknown, __: unknown, stores: Stores): Ports {
  const advance: Ports['addresses']['advance'] = async (id, seq) => {
    if (stores.addresses.rows.get(id)?.flight?.class === 'reply') await ports.addresses.advance(id, seq);
  };
  return { ...ports, addresses: { ...ports.addresses, advance } };
}

/** Nobody learns whose turn it is, before the slot or at the gate. */
export function tellNoOrder(ports: Ports): Ports {
  const replies: Ports['addresses']['replies'] = async (id) => {
    const row = await ports.addresses.replies(id);
    return row === null ? null : { ...row, nextReply: Infinity };
  };
  return { ...ports, addresses: { ...ports.addresses, replies } };
}

/** The way to a release is long, as it may be: here somebody rings. */
export function releaseSlowly(ports: Ports, { random }: World): Ports {
  const release: Ports['addresses']['release'] = async (...call) => {
    await new Promise<void>((resolve) => void ports.clock.after(random.between(0, 300), resolve));
    return ports.addresses.release(...call);
  };
  return { ...ports, addresses: { ...ports.addresses, release } };
}

export function ringNobody(ports: Ports): Ports {
  return { ...ports, addresses: { ...ports.addresses, ring: async () => undefined } };
}

export function markLate(ports: Ports): Ports {
  const mark: Ports['deliveries']['mark'] = (id, ask) => ports.deliveries.mark(id, { ...ask, marginMs: -Infinity });
  return { ...ports, deliveries: { ...ports.deliveries, mark } };
}

/** The use is written when the call is over, as a count of what was sent would be. */
export function countAfterwards(ports: Ports): Ports {
  const { channel, ration } = ports;
  const asked: Parameters<typeof ration.take>[] = [];
  const send: Ports['channel']['send'] = async (...call) => {
    const result = await channel.send(...call);
    const ask = asked.shift();
    if (ask !== undefined) await ration.take(...ask);
    return result;
  };
  const take: Ports['ration']['take'] = async (...ask) => {
    const room = await ration.look(...ask);
    if (room.type === 'wait') return room.forMs;
    asked.push(ask);
    return null;
  };
  return { ...ports, channel: { ...channel, send }, ration: { ...ration, take } };
}

/** One message that cannot be read, and nobody gets the page that it stands on. */
export function stumble(ports: Ports): Ports {
  const claim: Ports['deliveries']['claim'] = async (...ask) => {
    const page = await ports.deliveries.claim(...ask);
    if (page.some(({ unreadable }) => unreadable)) throw new Error('unreadable');
    return page;
  };
  return { ...ports, deliveries: { ...ports.deliveries, claim } };
}

function blank({ unreadable: _, ...row }: Delivery): Delivery {
  return row;
}

/** What cannot be read passes for what says nothing, and is called sent. */
export function readNothing(ports: Ports): Ports {
  const deliveries: Ports['deliveries'] = {
    ...ports.deliveries,
    read: async (id) => {
      const row = await ports.deliveries.read(id);
      return row === null ? null : blank(row);
    },
    claim: async (...ask) => (await ports.deliveries.claim(...ask)).map(blank),
  };
  return { ...ports, deliveries };
}

/** Replies have no lane of their own. */
export function standInLine(ports: Ports): Ports {
  const take: Ports['slots']['take'] = (account, _, ...ask) => ports.slots.take(account, 'bulk', ...ask);
  return { ...ports, slots: { ...ports.slots, take } };
}

/** A ring for each row, as one job for each recipient would be. */
export function ringForEach(ports: Ports): Ports {
  const add: Ports['deliveries']['add'] = async (rows) => {
    await ports.deliveries.add(rows);
    for (const { account, due, seq } of rows) {
      if (seq === null) await ports.queue.wake({ type: 'pump', account, lane: 'bulk' }, due - ports.clock.now());
    }
  };
  return { ...ports, deliveries: { ...ports.deliveries, add } };
}

export function raiseNothing(ports: Ports): Ports {
  return { ...ports, deliveries: { ...ports.deliveries, raiseGeneration: async () => undefined } };
}

/** A channel throws over a message when it is already marked. */
export function throwLate(ports: Ports): Ports {
  const { channel } = ports;
  const parts: Ports['channel']['parts'] = (out) => (out.text === poisonText ? [out] : channel.parts(out));
  const send: Ports['channel']['send'] = async (chat, part, ...call) => {
    if (part.text === poisonText) throw new Error('poison');
    return channel.send(chat, part, ...call);
  };
  return { ...ports, channel: { ...channel, parts, send } };
}
