import { setTimeout as wait } from 'node:timers/promises';

import type { Peer } from '../peers/telegram/peer.ts';
import type { Fleet } from './fleet.ts';
import type { Ground } from './ground.ts';
import { firstPerson } from './orders.ts';

/** What a fault may be done to. */
export interface Targets {
  readonly peer: Peer;
  readonly fleet: Fleet;
  readonly ground: Ground;
  readonly workers: number;
  /** Whether several processes may work side by side. */
  readonly overlap: boolean;
}

/** Something that goes wrong. */
export interface NamedFault {
  readonly name: string;
  /** Calls that may be left in doubt: those that each process it meets has on its way. */
  readonly doubts: number;
  /** Resolves when it is over. */
  readonly strike: () => Promise<void>;
}

/** How long the platform takes over one message. */
const platformMs = 60;

/** Rows of one process on their way at once, at most (src/app/pump-lane.ts). */
export const callsEach = 24;

/** Messages that meet a fault of the platform. */
const met = 40;
/** Longer than the caller waits for an answer (channels/telegram/limits.ts); the message is delivered all the same. */
const lateMs = 90_000;
const slowMs = 3000;
const retryAfterSeconds = 20;
const troubleMs = 15_000;
const databaseSlowMs = 150;
/** Longer than the store waits for an answer. */
const heldMs = 20_000;
const lostAnswers = 10;

/** The platform as it is when nothing is wrong with it. */
export function settlePlatform(peer: Peer): void {
  peer.calm();
  peer.fail({ method: 'sendMessage', times: Infinity, latencyMs: platformMs });
}

/** The next messages meet this; those after them do not. */
function befall({ peer }: Targets, fault: Parameters<Peer['fail']>[0]): void {
  peer.calm();
  peer.fail({ method: 'sendMessage', ...fault });
  peer.fail({ method: 'sendMessage', times: Infinity, latencyMs: platformMs });
}

/** Each fault of the ground, the platform and the processes that has a name: `npm run push -- --fault <name>`. */
export const namedFaults = {
  'platform-429': (on) => ({
    name: `the platform wants ${retryAfterSeconds} s of silence, again and again`,
    doubts: 0,
    strike: async () => {
      befall(on, { times: 3 * callsEach, code: 429, description: 'Too Many Requests', retryAfter: retryAfterSeconds });
      await wait(retryAfterSeconds * 1000);
    },
  }),
  'platform-5xx': (on) => ({
    name: `the platform answers ${met} messages with 502`,
    doubts: met,
    strike: async () => befall(on, { times: met, code: 502, description: 'Bad Gateway' }),
  }),
  'platform-late': (on) => ({
    name: `${callsEach} messages are delivered, and answered after everybody gave up`,
    doubts: callsEach,
    strike: async () => befall(on, { times: callsEach, latencyMs: lateMs }),
  }),
  'platform-slow': (on) => ({
    name: `the platform takes ${slowMs} ms over each of ${met} messages`,
    doubts: 0,
    strike: async () => befall(on, { times: met, latencyMs: slowMs }),
  }),
  poison: (on) => ({
    name: 'no message to one person is ever answered in words that can be read',
    doubts: 1,
    strike: async () => befall(on, { chat: firstPerson, times: Infinity, garbage: '<html>' }),
  }),
  'redis-emptied': ({ ground }) => ({ name: 'Redis is emptied', doubts: 0, strike: () => ground.emptyRedis() }),
  'redis-evicting': ({ ground }) => ({
    name: 'Redis throws away what it likes',
    doubts: 0,
    strike: () => ground.evictRedis(troubleMs),
  }),
  'database-slow': ({ ground, workers }) => ({
    name: `the database is ${databaseSlowMs} ms further away`,
    doubts: workers * callsEach,
    strike: () => ground.slow(databaseSlowMs, troubleMs),
  }),
  'database-held': ({ ground, workers }) => ({
    name: 'the database carries out nothing until its callers gave up',
    doubts: workers * callsEach,
    strike: () => ground.hold(heldMs),
  }),
  'answers-lost': ({ ground }) => ({
    name: `${lostAnswers} writes are carried out, and nobody knows`,
    doubts: lostAnswers,
    strike: () => ground.loseAnswers(lostAnswers),
  }),
  'disk-full': ({ ground }) => ({
    name: 'the disk is full',
    doubts: callsEach,
    strike: () => ground.fillDisk(troubleMs),
  }),
  update: ({ fleet, workers, overlap }) => ({
    name: 'every process is replaced, one after the other',
    doubts: 0,
    strike: async () => {
      for (let index = 0; index < workers; index += 1) await fleet.replace(index, overlap);
    },
  }),
} satisfies Readonly<Record<string, (on: Targets) => NamedFault>>;

export type FaultName = keyof typeof namedFaults;

export function isFaultName(name: string): name is FaultName {
  return name in namedFaults;
}
