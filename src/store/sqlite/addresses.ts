import type {
  AddressGate,
  Addresses,
  AddressTurns,
  Gate,
  GateAsk,
  RowOfReplies,
} from '../../domain/ports/addresses.ts';
import { openChat, sealChat } from '../address-parts.ts';
import { judgeGate } from '../judge-gate.ts';
import { toAddress, toCommitCells, toGateState, toTalking } from './address-row.ts';
import type { AddressRow, TalkingRow } from './address-row.ts';
import type { Backing } from './backing.ts';
import type { Database } from './open-store.ts';

/** Addresses as rows: the half of the turn (owner, fence, session) and the half of sending (flight, refusal). */
export function createAddresses(backing: Backing): Addresses {
  return { ...createTurnHalf(backing), ...createSendHalf(backing) };
}

type RepliesRow = Pick<AddressRow, 'last_reply' | 'next_reply'>;
const toReplies = ({ last_reply: lastReply, next_reply: nextReply }: RepliesRow): RowOfReplies => ({
  lastReply,
  nextReply,
});

const toIds = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

function createTurnHalf({ database, group, seal, clock }: Backing): AddressTurns {
  const sql = prepareTurns(database);
  return {
    meet: (id, { contact, account, chat }) =>
      group.write(() => void sql.meet.run(id, contact, account, sealChat(seal, id, chat))),
    read: async (id) => {
      const row = sql.read.get(id);
      return row === null ? null : toAddress(seal, row);
    },
    replies: async (id) => {
      const row = sql.replies.get(id);
      return row === null ? null : toReplies(row);
    },
    standings: async (ids) => {
      const rows = sql.standings.all(JSON.stringify(ids));
      return new Map(rows.map(({ id, heard_at: heardAt, dead }) => [id, { heardAt, dead: dead === 1 }]));
    },
    ofContact: async (contact) => sql.ofContact.all(contact).map((row) => toAddress(seal, row)),
    talking: async ({ after, limit }) => sql.talking.all(after, limit).map((row) => toTalking(seal, row)),
    take: (id, owner) =>
      group.write(() => {
        const row = sql.take.get(owner, clock.now(), id);
        if (row !== null) return toAddress(seal, row);
        return sql.read.get(id) === null ? 'absent' : 'busy';
      }),
    ring: (id) => group.write(() => void sql.ring.run(id)),
    commit: (id, { fence, turn }, commit) =>
      group.write(() => sql.commit.run(...toCommitCells(seal, id, commit), clock.now(), id, fence, turn) === 1),
    renew: (id, fence) => group.write(() => void sql.renew.run(clock.now(), id, fence)),
    release: (id, { fence, bell }, { next, stumbled }) =>
      group.write(() => sql.release.run(next, Number(stumbled), id, fence, Number(stumbled), bell) === 1),
    disown: (leaseMs) => group.write(() => void sql.disown.run(clock.now() - leaseMs)),
    unfinished: async (limit) => toIds(sql.unfinished.all(limit)),
    due: async (limit) => toIds(sql.due.all(clock.now(), limit)),
  };
}

function prepareTurns(database: Database) {
  return {
    meet: database.prepare(
      'insert into address (id, contact, account, chat) values (?, ?, ?, ?) on conflict do nothing',
    ),
    read: database.prepare<AddressRow>('select * from address where id = ?'),
    replies: database.prepare<RepliesRow>('select last_reply, next_reply from address where id = ?'),
    standings: database.prepare<Pick<AddressRow, 'id' | 'heard_at' | 'dead'>>(
      'select id, heard_at, dead from address where id in (select value from json_each(?))',
    ),
    ofContact: database.prepare<AddressRow>('select * from address where contact = ? order by id'),
    talking: database.prepare<TalkingRow>(
      'select id, session from address where id > ? and session is not null order by id limit ?',
    ),
    take: database.prepare<AddressRow>(
      `update address set owner = ?, fence = fence + 1, owned_at = ?, open = 1 where id = ? and owner is null returning *`,
    ),
    ring: database.prepare('update address set bell = bell + 1 where id = ?'),
    commit: database.prepare(
      `update address set session = ?, wait = ?, did = ?, owed = ?, last_reply = ?, heard_at = ?,
         turn = turn + 1, crashes = 0, owned_at = ?
       where id = ? and fence = ? and turn = ?`,
    ),
    renew: database.prepare('update address set owned_at = ? where id = ? and fence = ? and owner is not null'),
    release: database.prepare(
      `update address set owner = null, open = 0, did = '[]', owed = null, next = ?, crashes = crashes + ?
       where id = ? and fence = ? and (? = 1 or bell = ?)`,
    ),
    disown: database.prepare(
      `update address set owner = null, crashes = crashes + 1, next = null where open = 1 and owner is not null and owned_at <= ?`,
    ),
    unfinished: database.prepare<{ id: string }>(
      'select id from address where open = 1 and owner is null order by owned_at limit ?',
    ),
    due: database.prepare<{ id: string }>(
      'select id from address where next <= ? and owner is null order by next limit ?',
    ),
  };
}

function createSendHalf({ database, group, seal, clock }: Backing): AddressGate {
  const sql = prepareSends(database);

  const enter = (id: string, ask: GateAsk): Gate => {
    const row = sql.read.get(id);
    if (row === null) return { type: 'shut', why: 'absent' };
    const now = clock.now();
    const why = judgeGate(toGateState(row), ask, now);
    if (why !== null) return { type: 'shut', why };
    const chat = openChat(seal, id, row.chat);
    if (chat === null) return { type: 'shut', why: 'absent' };
    sql.enter.run(ask.delivery, ask.class, now, id);
    return { type: 'open', flight: row.flights + 1, chat };
  };
  const strike = (id: string, windowMs: number): number => {
    const row = sql.read.get(id);
    if (row === null) return 0;
    const now = clock.now();
    const strikes = [...(JSON.parse(row.strikes) as number[]).filter((at) => at > now - windowMs), now];
    sql.strike.run(JSON.stringify(strikes), id);
    return strikes.length;
  };

  return {
    enter: (id, ask) => group.write(() => enter(id, ask)),
    leave: (id, flight, pushDay) =>
      group.write(() => {
        const row = sql.leave.get(clock.now(), pushDay, id, flight);
        return row === null ? null : toReplies(row);
      }),
    advance: (id, seq) => group.write(() => void sql.advance.run(id, seq)),
    stuck: async (ageMs, limit) =>
      sql.stuck.all(clock.now() - ageMs, limit).map(({ id, flight, flight_class, flights }) => ({
        id,
        flight: { delivery: flight, class: flight_class, number: flights },
      })),
    forbid: (id, { stopped, muted }, version) =>
      group.write(() => void sql.forbid.run(Number(stopped), JSON.stringify(muted), version, id, version)),
    setDead: (id, dead) => group.write(() => void sql.setDead.run(Number(dead), id)),
    strike: (id, windowMs) => group.write(() => strike(id, windowMs)),
    move: (id, chat) => group.write(() => void sql.move.run(sealChat(seal, id, chat), id)),
  };
}

function prepareSends(database: Database) {
  return {
    read: database.prepare<AddressRow>('select * from address where id = ?'),
    enter: database.prepare(
      'update address set flight = ?, flight_class = ?, flight_at = ?, flights = flights + 1 where id = ?',
    ),
    leave: database.prepare<RepliesRow>(
      `update address set flight = null, flight_class = null, landed_at = ?, push_day = coalesce(?, push_day)
       where id = ? and flights = ? and flight is not null returning last_reply, next_reply`,
    ),
    advance: database.prepare('update address set next_reply = next_reply + 1 where id = ? and next_reply = ?'),
    stuck: database.prepare<AddressRow & { readonly flight: string }>(
      'select * from address where flight is not null and flight_at < ? order by flight_at limit ?',
    ),
    forbid: database.prepare(
      'update address set stopped = ?, muted = ?, refusal_version = ? where id = ? and refusal_version < ?',
    ),
    setDead: database.prepare('update address set dead = ? where id = ?'),
    strike: database.prepare('update address set strikes = ? where id = ?'),
    move: database.prepare('update address set chat = ? where id = ?'),
  };
}
