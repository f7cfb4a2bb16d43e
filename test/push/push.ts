import { setTimeout as wait } from 'node:timers/promises';

import { toConfig } from '../../src/config/read-settings.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { createRandom } from '../protocol/random.ts';
import { createDoor, isPush } from './door.ts';
import type { Door } from './door.ts';
import { planFaults, unleash } from './faults.ts';
import type { Fault, Storm } from './faults.ts';
import { createFleet } from './fleet.ts';
import type { Chronicle, Fleet } from './fleet.ts';
import { distributedGround, embeddedGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { judge } from './judge.ts';
import type { Finding } from './judge.ts';
import { settlePlatform } from './named-faults.ts';
import type { Silence } from './named-faults.ts';
import { approver, author, firstPerson } from './orders.ts';
import { settle, withStore } from './people.ts';
import { readRemains } from './remains.ts';
import { createReplies } from './replies.ts';
import type { Replies, Wait } from './replies.ts';
import { createStops } from './stops.ts';
import type { Stops } from './stops.ts';
import { announce, cancel } from './talk.ts';
import { tallyUp } from './tally.ts';
import type { Tally } from './tally.ts';

export interface Settings extends Storm {
  readonly seed: number;
  readonly people: number;
  readonly pair: 'embedded' | 'distributed';
  readonly wrongClock: boolean;
  /** The author stops the rest when this share has left; null: never. */
  readonly cancelAt: number | null;
  /** The pace of the account, in messages a second. */
  readonly perSecond: number;
  /** For how long replies are timed before the push; 0: they are not timed at all. */
  readonly quietMs: number;
}

export interface Outcome {
  readonly findings: readonly Finding[];
  readonly tally: Tally;
  /** How many may be in doubt by what was made to go wrong. */
  readonly mayDoubt: number;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly chronicle: Chronicle;
}

/** What is done, and how much of all. */
export type Progress = (what: string, done: number, total: number) => void;

/** How often the harness looks how things stand, and asks the service. */
const lookMs = 200;
const askEveryLooks = 10;

/** Nothing moves any more: longer than the sweep and every lease need. */
const stuckMs = 240_000;

/** The first answers of a process that was just born take longer, and would flatter those during the push. */
const warmUpMs = 10_000;

/** Everything that one run works with. */
interface Scene {
  readonly settings: Settings;
  readonly peer: Peer;
  readonly door: Door;
  readonly fleet: Fleet;
  readonly ground: Ground;
  readonly stops: Stops;
  readonly replies: Replies;
  readonly progress: Progress;
}

interface Course {
  readonly calmAt: number;
  readonly doneAt: number | null;
  readonly cancelledAt: number | null;
  readonly redis: readonly number[];
  /** How long each waited who asked meanwhile. */
  readonly waits: readonly Wait[];
  readonly figures: Readonly<Record<string, string | number>>;
}

/** One push from the officer's first word to its end, with everything that goes wrong meanwhile, and its judgement. */
export async function push(settings: Settings, progress: Progress = () => undefined): Promise<Outcome> {
  const startedAt = performance.now();
  const ground = await (settings.pair === 'embedded'
    ? embeddedGround({ smallDisk: settings.named.includes('disk-full') })
    : distributedGround());
  const random = createRandom(settings.seed);
  const door = createDoor((arrival) => {
    stops.hears(arrival);
    replies.hears(arrival);
  });
  const peer = await createPeer({ watch: door.watch });
  const stops = createStops(peer, random, settings.people);
  const replies = createReplies(peer);
  const account = `telegram:${peer.token.split(':')[0] ?? ''}`;
  const own = { TELEGRAM_API_ROOT: peer.root, TELEGRAM_BOT_TOKEN: peer.token, PORT: '0' };
  const { workers, wrongClock, people, perSecond } = settings;
  const orders = { settings: { ...ground.settings, ...own }, perSecond };
  const fleet = createFleet({ orders, workers, wrongClock: wrongClock ? Math.min(1, workers - 1) : null });
  const config = toConfig(ground.direct);
  try {
    await withStore(config, (store) => settle(store, account, people, (done) => progress('people', done, people)));
    for (const id of [author, approver]) peer.person(id).isKnown();
    for (let index = 0; index < people; index += 1) peer.person(firstPerson + index).isKnown();
    settlePlatform(peer);
    await fleet.begin();
    const overlap = settings.pair === 'distributed';
    const silences: Silence[] = [];
    const noteSilence = (silence: Silence): void => void silences.push(silence);
    const faults = planFaults(random, settings, { peer, fleet, ground, workers, overlap, noteSilence });
    const scene: Scene = { settings, peer, door, fleet, ground, stops, replies, progress };
    const before = await timeReplies(scene, settings.quietMs);
    await announce(peer);
    const course = await runPush(scene, faults);
    const chronicle = await fleet.end();
    const remains = await withStore(config, (store) => readRemains(store, account, people));
    const mayDoubt = faults.reduce((sum, { doubts }) => sum + doubts, 0);
    const history = {
      ...course,
      arrivals: door.arrivals,
      stops: stops.heard(),
      silences,
      collapses: chronicle.collapses,
      mayDoubt,
      perSecond,
      isCalm: faults.length === 0 && settings.cancelAt === null,
      replies: settings.quietMs === 0 ? null : { before, during: course.waits, gaps: chronicle.gaps },
    };
    const refused = peer.requests('sendMessage').filter(({ status }) => status === 429).length;
    const tally = tallyUp(remains, door.arrivals.filter(isPush));
    const { kills } = chronicle;
    const figures = {
      ...course.figures,
      ...stops.figures(),
      ...(kills === 0 ? {} : { 'in doubt for each kill': (tally.uncertain / kills).toFixed(1) }),
      refused,
      complaints: peer.complaints().length,
    };
    return {
      findings: judge(remains, history),
      tally,
      mayDoubt,
      figures: { ...figures, state: remains.state, seconds: Math.round((performance.now() - startedAt) / 1000) },
      chronicle,
    };
  } finally {
    await fleet.end();
    await peer.close();
    await ground.close();
  }
}

/** From the approval to the last row: faults strike and people stop when so much has left. */
async function runPush(scene: Scene, faults: readonly Fault[]): Promise<Course> {
  const { settings, peer, door, fleet, ground, stops, progress } = scene;
  const { people } = settings;
  const gauge = createGauge(ground);
  let [gone, looks, doneAt]: [number, number, number | null] = [0, 0, null];
  const storm = unleash(faults, (name) => progress(name, gone, people));
  const canceller = createCanceller(() => cancel(peer));
  await beginNow(fleet);
  const began = Date.now();
  let movedAt = began;
  let isOver = settings.quietMs === 0;
  const waits = scene.replies.askUntil(() => isOver);
  while (doneAt === null && Date.now() - Math.max(movedAt, storm.calmAt()) < stuckMs) {
    await wait(lookMs);
    looks += 1;
    const now = door.arrivals.filter(isPush).length;
    if (now > gone) [movedAt, gone] = [Date.now(), now];
    progress('sent', gone, people);
    stops.say(gone / people);
    storm.advance(gone / people);
    if (gone / people >= (settings.cancelAt ?? Infinity)) canceller.cancel();
    if (looks % askEveryLooks !== 0) continue;
    await gauge.read();
    if (storm.isCalm() && (await isDone(fleet))) doneAt = Date.now();
  }
  isOver = true;
  await storm.end();
  await canceller.end();
  await stops.untilHeard();
  const tookMs = (doneAt ?? Date.now()) - began;
  return {
    calmAt: storm.calmAt(),
    doneAt,
    cancelledAt: canceller.cancelledAt(),
    redis: gauge.bytes,
    waits: await waits,
    figures: {
      'push seconds': Math.round(tookMs / 1000),
      'messages a second': ((gone * 1000) / tookMs).toFixed(1),
      ...gauge.figures(),
    },
  };
}

async function timeReplies({ replies, progress }: Scene, forMs: number): Promise<readonly Wait[]> {
  if (forMs === 0) return [];
  progress('replies are timed', 0, 1);
  const from = Date.now() + warmUpMs;
  const waits = await replies.askUntil(() => Date.now() > from + forMs);
  return waits.filter(({ askedAt }) => askedAt >= from);
}

/** Approved at night it would begin in the morning. */
async function beginNow(fleet: Fleet): Promise<void> {
  while ((await fleet.ask('begin'))?.total == null) await wait(lookMs);
}

async function isDone(fleet: Fleet): Promise<boolean> {
  const standing = await fleet.ask('look');
  return standing !== null && standing.total !== null && standing.open === 0;
}

/** Who stops the rest by chat, once. */
function createCanceller(cancelIt: () => Promise<void>) {
  let cancelling: Promise<void> | null = null;
  let cancelledAt: number | null = null;
  const noteTime = (): void => {
    cancelledAt = Date.now();
  };
  return {
    cancel: () => {
      cancelling ??= cancelIt().then(noteTime);
    },
    cancelledAt: () => cancelledAt,
    end: async () => {
      await cancelling;
    },
  };
}

/** How much memory the queue uses, as often as it was asked. */
function createGauge({ redisSize }: Ground) {
  const bytes: number[] = [];
  let keys = 0;
  return {
    bytes,
    read: async () => {
      const size = await redisSize();
      if (size === null) return;
      bytes.push(size.bytes);
      keys = Math.max(keys, size.keys);
    },
    figures: (): Course['figures'] => (bytes.length === 0 ? {} : { 'most keys in Redis': keys }),
  };
}
