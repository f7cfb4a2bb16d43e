import { randomUUID } from 'node:crypto';

import type { AddressGate, Gate, GateAsk } from '../../domain/ports/addresses.ts';
import { openChat, sealChat } from '../address-parts.ts';
import { judgeGate } from '../judge-gate.ts';
import { addressKind, toFlight, toGateState } from './address-row.ts';
import type { AddressRow } from './address-row.ts';
import { assign } from './assign.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { Filter } from './collection.ts';
import { hasPassed } from './judge-time.ts';
import { readBack } from './read-back.ts';

/** More than anybody counts within a window; an older refusal gives way to a new one. */
const STRIKES_KEPT = 10;

export function createAddressGate(backing: Backing): AddressGate {
  const { seal, time } = backing;
  const rows = openCollection(backing, addressKind);
  const leave: AddressGate['leave'] = (id, flight, pushDay) =>
    rows.changePart(
      ['lastReply', 'nextReply'],
      { _id: id, flights: flight, flight: { $exists: true } },
      {
        ...assign<AddressRow>({ flight: null, flightClass: null, flightKey: null }),
        ...(pushDay !== null && { $set: { pushDay } }),
        $currentDate: { landedAt: true },
      },
    );
  const enter = createEnter(backing);
  return {
    enter: async (id, ask) => {
      const gate = await enter(id, ask);
      if (gate.type === 'shut') return gate;
      const chat = openChat(seal, id, gate.chat);
      if (chat !== null) return { ...gate, chat };
      await leave(id, gate.flight, null);
      return { type: 'shut', why: 'absent' };
    },
    leave,
    advance: async (id, seq) => void (await rows.update({ _id: id, nextReply: seq }, { $inc: { nextReply: 1 } })),
    stuck: async (ageMs, limit) => {
      const flightAt = { $lt: new Date((await time.read()) - ageMs) };
      const found = await rows.pick(
        ['_id', 'flight', 'flightClass', 'flights'],
        { flight: { $exists: true }, flightAt },
        { sort: { flightAt: 1 }, limit },
      );
      return found.flatMap((each) => {
        const flight = toFlight(each);
        return flight === null ? [] : [{ id: each._id, flight }];
      });
    },
    forbid: async (id, { stopped, muted }, version) =>
      void (await rows.update(
        { _id: id, refusalVersion: { $lt: version } },
        { $set: { stopped, muted: [...muted], refusalVersion: version } },
      )),
    setDead: async (id, dead) => void (await rows.update({ _id: id }, { $set: { dead } })),
    strike: async (id, windowMs) => {
      const now = time.now();
      const found = await rows.change(
        { _id: id },
        { $push: { strikes: { $each: [new Date(now)], $slice: -STRIKES_KEPT } } },
      );
      return found?.strikes.filter((at) => at.getTime() > now - windowMs).length ?? 0;
    },
    move: async (id, chat) => void (await rows.update({ _id: id }, { $set: { chat: sealChat(seal, id, chat) } })),
  };
}

/** A gate that is found shut and a moment later open: as often as that may happen to one ask before it is told `busy`. */
const TRIES = 3;

/** A gate, with where it leads to as it is kept. */
type Entered =
  | Exclude<Gate, { type: 'open' }>
  | { readonly type: 'open'; readonly flight: number; readonly chat: Uint8Array };

const toOpen = ({ flights: flight, chat }: AddressRow): Entered => ({ type: 'open', flight, chat });

/**
 * One compare-and-set with every condition of the gate in its filter. Only when it does not fit is the row read, to say why;
 * if it has opened meanwhile, again.
 */
function createEnter(backing: Backing): (id: string, ask: GateAsk) => Promise<Entered> {
  const { time } = backing;
  const rows = openCollection(backing, addressKind);
  const begin = (id: string, ask: GateAsk): Promise<Entered | null> => {
    const flightKey = randomUUID();
    return readBack<Entered | null>(
      async () => {
        const entered = await rows.change(opensFor(id, ask), {
          $set: { flight: ask.delivery, flightClass: ask.class, flightKey },
          $inc: { flights: 1 },
          $currentDate: { flightAt: true },
        });
        return entered === null ? null : toOpen(entered);
      },
      async () => {
        const found = await rows.findOne({ _id: id });
        return found?.flightKey === flightKey ? toOpen(found) : undefined;
      },
    );
  };
  return async (id, ask) => {
    for (let tries = 0; tries < TRIES; tries++) {
      const gate = await begin(id, ask);
      if (gate !== null) return gate;
      const found = await rows.findOne({ _id: id });
      const why = found === null ? 'absent' : judgeGate(toGateState(found), ask, time.now());
      if (why !== null) return { type: 'shut', why };
    }
    return { type: 'shut', why: 'busy' };
  };
}

/** The gate's conditions, those of `judgeGate`, for the server to judge; pauses by its own clock. */
function opensFor(id: string, ask: GateAsk): Filter<AddressRow> {
  const pauses = [
    ...(ask.perChatMs > 0 ? [{ $expr: hasPassed('landedAt', ask.perChatMs) }] : []),
    ...(ask.silentMs > 0 ? [{ $expr: hasPassed('heardAt', ask.silentMs) }] : []),
  ];
  return {
    _id: id,
    flight: { $exists: false },
    dead: false,
    stopped: { $in: ask.class === 'reply' ? [false, true] : [false] },
    muted: { $nin: ask.purpose === null ? [] : [ask.purpose] },
    nextReply: ask.seq ?? { $gte: 0 },
    pushDay: { $nin: ask.yieldsOn === null ? [] : [ask.yieldsOn] },
    ...(pauses.length > 0 && { $and: pauses }),
  };
}
