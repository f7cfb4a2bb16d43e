import { setTimeout as wait } from 'node:timers/promises';

import { rowsAtOnce } from '../../src/app/sending/pump-lane.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import type { Fleet } from './fleet.ts';
import type { Ground } from './ground.ts';
import { firstInCrowd, firstPerson } from './orders.ts';
import { pause, resume } from './talk.ts';

/** What a fault may be done to. */
export interface Targets {
  readonly peer: Peer;
  readonly fleet: Fleet;
  readonly ground: Ground;
  readonly workers: number;
  /** Whether several processes may work side by side. */
  readonly overlap: boolean;
  /** To be told of a time in which nothing may have begun. */
  readonly noteSilence: (silence: Silence) => void;
}

/** Between these moments none of these may begin. */
export interface Silence {
  readonly from: number;
  readonly to: number;
  readonly of: 'pushes' | 'everything';
}

/** Something that goes wrong. */
export interface NamedFault {
  readonly name: string;
  /** Messages that may be left in doubt by it; a process that dies leaves at most the rows it has at work. */
  readonly doubts: number;
  /** Resolves when it is over. */
  readonly strike: () => Promise<void>;
}

/** How long the platform takes over one message. */
const platformMs = 60;

/** Messages that meet a slow platform. */
const met = 40;
/** Then a process begins no further push (src/domain/breaker.ts); what it has on its way still meets the storm. */
const doubtsToBreak = 10;
/** Longer than the caller waits for an answer (channels/telegram/limits.ts); the message is delivered all the same. */
const lateMs = 90_000;
const slowMs = 3000;
const retryAfterSeconds = 20;
/** So often the platform wants it anew, from the first who calls after it. */
const silences = 3;
/** Who had its last look when the platform spoke up still calls when its slot comes (src/app/sending/lead.ts). */
const reactionMs = 1000;
/** Ten times what the account may answer in a second. */
const crowd = 600;
const troubleMs = 15_000;
const databaseSlowMs = 150;
/** Longer than the store waits for an answer (20 s, src/store/mongo/connect.ts). */
const heldMs = 25_000;
const lostAnswers = 10;
/**
 * A store that is away for so long leaves nobody in doubt: what was sent is settled for 50 s (src/app/sending/insist.ts), and a
 * call of the store takes some of them.
 */
export const certainMs = 35_000;
/** Longer than every lease: that of an address (10 s), of the sweep, of a job's lock and of a gate (60 s). */
export const freezeMs = 75_000;

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

/** Whoever calls is refused, for so long from the first on; then the next one is. */
async function wantSilence(on: Targets): Promise<void> {
  const { peer, noteSilence } = on;
  const countRefusals = (): number => peer.requests('sendMessage').filter(({ status }) => status === 429).length;
  befall(on, { times: Infinity, code: 429, description: 'Too Many Requests', retryAfter: retryAfterSeconds });
  for (let round = 0; round < silences; round += 1) {
    const before = countRefusals();
    await peer.until(() => countRefusals() > before);
    const from = Date.now() + reactionMs;
    await wait(retryAfterSeconds * 1000);
    noteSilence({ from, to: Date.now(), of: 'everything' });
  }
  settlePlatform(peer);
}

/** Each fault of the ground, the platform and the processes that has a name: `npm run push -- --fault <name>`. */
export const namedFaults = {
  'platform-429': (on) => ({
    name: `the platform wants ${retryAfterSeconds} s of silence, ${silences} times in a row`,
    doubts: 0,
    strike: () => wantSilence(on),
  }),
  'platform-5xx': (on) => ({
    name: `the platform answers everybody with 502 for ${troubleMs / 1000} s`,
    doubts: on.workers * (doubtsToBreak + rowsAtOnce),
    strike: async () => {
      befall(on, { times: Infinity, code: 502, description: 'Bad Gateway' });
      await wait(troubleMs);
      settlePlatform(on.peer);
    },
  }),
  'platform-late': (on) => ({
    name: `${rowsAtOnce} messages are delivered, and answered after everybody gave up`,
    doubts: rowsAtOnce,
    strike: async () => befall(on, { times: rowsAtOnce, latencyMs: lateMs }),
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
  rush: ({ peer }) => ({
    name: `${crowd} people write at once`,
    doubts: 0,
    strike: async () => {
      const people = Array.from({ length: crowd }, (_, index) => peer.person(firstInCrowd + index));
      for (const person of people) person.says('menu');
      await peer.until(() => people.every((person) => person.sees().length > 0));
    },
  }),
  paused: ({ peer, noteSilence }) => ({
    name: 'the author lets it rest for a while',
    doubts: 0,
    strike: async () => {
      await pause(peer);
      const from = Date.now();
      await wait(troubleMs);
      noteSilence({ from, to: Date.now(), of: 'pushes' });
      await resume(peer);
    },
  }),
  'redis-emptied': ({ ground }) => ({ name: 'Redis is emptied', doubts: 0, strike: () => ground.emptyRedis() }),
  'redis-evicting': ({ ground }) => ({
    name: 'Redis throws away what it likes',
    doubts: 0,
    strike: () => ground.evictRedis(troubleMs),
  }),
  'redis-frozen': ({ ground }) => ({
    name: `Redis stands still for ${freezeMs / 1000} s`,
    doubts: 0,
    strike: () => ground.freezeRedis(freezeMs),
  }),
  'database-slow': ({ ground }) => ({
    name: `the database is ${databaseSlowMs} ms further away`,
    doubts: 0,
    strike: () => ground.slow(databaseSlowMs, troubleMs),
  }),
  'database-held': ({ ground }) => ({
    name: 'the database carries out nothing until its callers gave up',
    doubts: 0,
    strike: () => ground.hold(heldMs),
  }),
  'answers-lost': ({ ground }) => ({
    name: `${lostAnswers} writes are carried out, and nobody knows`,
    doubts: 0,
    strike: () => ground.loseAnswers(lostAnswers),
  }),
  'disk-full': ({ ground }) => ({
    name: 'the disk is full',
    doubts: 0,
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
