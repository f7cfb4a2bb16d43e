import { isPush } from './door.ts';
import type { Arrival } from './door.ts';
import type { Gap } from './fleet.ts';
import type { Silence } from './named-faults.ts';
import { bulkPace } from './orders.ts';
import type { Remains } from './remains.ts';
import type { Wait } from './replies.ts';
import { tallyUp } from './tally.ts';
import type { Tally } from './tally.ts';

/** What happened, as seen from outside the service. */
export interface History {
  readonly arrivals: readonly Arrival[];
  /** When each person who said STOP heard that it is so; null: never. */
  readonly stops: ReadonlyMap<number, number | null>;
  /** When the author heard that it was cancelled; null: it was not. */
  readonly cancelledAt: number | null;
  /** When nothing might begin: it was paused, or the platform wanted no more. */
  readonly silences: readonly Silence[];
  /** Processes that ended by themselves. */
  readonly collapses: number;
  /** What the faults may leave in doubt, all together. */
  readonly mayDoubt: number;
  /** When the last fault was over, and when nothing was open any more; null: never. */
  readonly calmAt: number;
  readonly doneAt: number | null;
  readonly perSecond: number;
  /** Nothing was made to go wrong. */
  readonly isCalm: boolean;
  /** What people waited for a reply before the push and during it, and when a process was dead; null: nobody was asked. */
  readonly replies: {
    readonly before: readonly Wait[];
    readonly during: readonly Wait[];
    readonly gaps: readonly Gap[];
  } | null;
  /** Bytes that Redis used from the first message to the last, as often as it was asked. */
  readonly redis: readonly number[];
}

/** One promise of delivery: kept or broken, and by which figures. */
export interface Finding {
  readonly number: number;
  readonly promise: string;
  readonly kept: boolean;
  readonly figures: string;
}

const secondMs = 1000;

/** Of the rate set for a lane; the rest is what a slot lost here and there may cost. */
const leastPace = 0.97;
/** Times the usual. */
const slowestReply = 1.5;

const patienceMs = 120_000;

/** What the platform really allows above the pace that is asked of the service: 30 against 26 on Telegram. */
const platformShare = 30 / 26;

/** A queue's memory may breathe; it must not hold the audience, which takes some hundred bytes a person. */
const redisBreathBytes = 4_000_000;

/** Holds what the platform saw, and what the store says, against what is promised of every push. */
export function judge(remains: Remains, history: History): readonly Finding[] {
  const pushes = history.arrivals.filter(isPush);
  const tally = tallyUp(remains, pushes);
  return [
    judgeSum(remains),
    judgeClaims(tally),
    judgeCopies(tally, history.mayDoubt),
    judgeEnd(remains, pushes, history),
    judgeFlights(history.arrivals),
    judgeRate(history),
    ...(history.isCalm && history.replies !== null ? [judgePace(pushes, history)] : []),
    judgeForbidden(pushes, history),
    ...(history.replies === null ? [] : [judgeReplies(history.replies, history.isCalm)]),
    judgeLives(history),
    ...(history.redis.length === 0 ? [] : [judgeMemory(history.redis)]),
  ];
}

function judgeSum({ total, counts, people, gatesOpen }: Remains): Finding {
  const { sent, failed, uncertain, skipped, expired, cancelled, pending, claimed, sending } = counts;
  const sum = sent + failed + uncertain + skipped + expired + cancelled;
  const parts = Object.entries({ sent, failed, uncertain, skipped, expired, cancelled })
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`);
  return {
    number: 1,
    promise: 'every recipient is in exactly one final state, and the sum is the snapshot',
    kept: sum === total && people.size === total && pending + claimed + sending === 0 && gatesOpen === 0,
    figures: `${total} people, ${people.size} rows: ${parts.join(' + ')} = ${sum}; ${pending + claimed + sending} open, ${gatesOpen} gates left open`,
  };
}

function judgeClaims({ falselySent, secretlySent }: Tally): Finding {
  return {
    number: 2,
    promise: '`sent` means that the platform took it',
    kept: falselySent + secretlySent === 0,
    figures: `${falselySent} called sent that never arrived, ${secretlySent} that arrived and are called something else`,
  };
}

function judgeCopies({ mostCopies, uncertain, arrivedInDoubt }: Tally, mayDoubt: number): Finding {
  return {
    number: 3,
    promise: 'nobody gets an announcement twice; in doubt is at most what was on its way at each fault',
    kept: mostCopies <= 1 && uncertain <= mayDoubt,
    figures: `at most ${mostCopies} copies; ${uncertain} in doubt (${arrivedInDoubt} of them arrived), at most ${mayDoubt} allowed`,
  };
}

/** What was left when the last fault was over has its time at the pace, and two minutes. */
function judgeEnd({ people }: Remains, pushes: readonly Arrival[], { calmAt, doneAt, perSecond }: History): Finding {
  const left = people.size - pushes.filter(({ at }) => at < calmAt).length;
  const tookMs = doneAt === null ? Infinity : Math.max(0, doneAt - calmAt);
  const allowedMs = patienceMs + (left / paceOf(pushes, perSecond)) * secondMs;
  return {
    number: 4,
    promise: 'everything is final two minutes after the last fault, and its wait at the rate',
    kept: tookMs <= allowedMs,
    figures: `${left} were left, final after ${seconds(tookMs)} of ${seconds(allowedMs)}`,
  };
}

/** What was reached while nothing was broken: the middle of all seconds in which something left. */
function paceOf(pushes: readonly Arrival[], perSecond: number): number {
  const counts = new Map<number, number>();
  for (const { at } of pushes) {
    const second = Math.floor(at / secondMs);
    counts.set(second, (counts.get(second) ?? 0) + 1);
  }
  const sorted = [...counts.values()].toSorted((a, b) => a - b);
  return Math.min(sorted[Math.floor(sorted.length / 2)] ?? 1, bulkPace(perSecond));
}

function judgeFlights(arrivals: readonly Arrival[]): Finding {
  const busyUntil = new Map<number, number>();
  let together = 0;
  for (const { chat, at, endedAt } of arrivals) {
    if (at < (busyUntil.get(chat) ?? 0)) together += 1;
    busyUntil.set(chat, endedAt);
  }
  return {
    number: 5,
    promise: 'never two on their way to one person',
    kept: together === 0,
    figures: `${together} of ${arrivals.length} met another one`,
  };
}

function judgeRate({ arrivals, perSecond }: History): Finding {
  const times = arrivals.map(({ at }) => at).toSorted((a, b) => a - b);
  let [worst, first] = [0, 0];
  for (const [index, at] of times.entries()) {
    while (at - (times[first] ?? 0) >= secondMs) first += 1;
    worst = Math.max(worst, index - first + 1);
  }
  const limit = Math.floor(perSecond * platformShare);
  const took = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / secondMs;
  const used = Math.round((100 * arrivals.length) / Math.max(1, took * bulkPace(perSecond)));
  return {
    number: 6,
    promise: 'every 1,000 ms at the platform’s door are within its limit',
    kept: worst <= limit,
    figures: `at most ${worst} of ${limit} (asked for: ${perSecond}/s, a push ${bulkPace(perSecond)}/s); ${used} % of its pace used, faults and all`,
  };
}

/** While there is work: from the first message of the push to the last; stalls that are made on purpose are not judged. */
function judgePace(pushes: readonly Arrival[], { perSecond }: History): Finding {
  const times = pushes.map(({ at }) => at).toSorted((a, b) => a - b);
  const took = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / secondMs;
  const used = (times.length - 1) / Math.max(took, 1) / bulkPace(perSecond);
  return {
    number: 10,
    promise: 'while there is work, at least 97 % of the lane’s rate is used',
    kept: used >= leastPace,
    figures: `${(100 * used).toFixed(1)} % of ${bulkPace(perSecond)}/s over ${took.toFixed(0)} s`,
  };
}

/** Where processes die on purpose, some wait for their successors: told, not judged. */
function judgeReplies({ before, during, gaps }: NonNullable<History['replies']>, isCalm: boolean): Finding {
  const [usual, meanwhile] = [p95(before), p95(during)];
  const ratio = meanwhile / Math.max(1, usual);
  const worst = Math.max(0, ...during.map(({ ms }) => ms));
  const alive = during.filter(({ askedAt, ms }) => gaps.every(({ from, to }) => askedAt + ms < from || askedAt > to));
  const storm = `; ${p95(alive)} ms for the ${alive.length} who met no dead process; not judged, because things went wrong on purpose`;
  return {
    number: 8,
    promise: 'a reply during the push comes within 1.5 times the usual (p95), and within a second',
    kept: !isCalm || (ratio <= slowestReply && meanwhile < secondMs),
    figures: `p95 ${usual} ms before (${before.length}), ${meanwhile} ms during (${during.length}): ${ratio.toFixed(2)} times; worst ${worst} ms${isCalm ? '' : storm}`,
  };
}

function p95(waits: readonly Wait[]): number {
  return shareOf(
    waits.map(({ ms }) => ms),
    0.95,
  );
}

function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function judgeForbidden(pushes: readonly Arrival[], { arrivals, stops, cancelledAt, silences }: History): Finding {
  const heard = [...stops.values()].filter((at) => at !== null).length;
  const late = pushes.filter(({ chat, at }) => at > (stops.get(chat) ?? Infinity)).length;
  const after = pushes.filter(({ at }) => at > (cancelledAt ?? Infinity)).length;
  const within = silences.reduce(
    (sum, { from, to, of }) =>
      sum + (of === 'pushes' ? pushes : arrivals).filter(({ at }) => at > from && at < to).length,
    0,
  );
  const cancel = cancelledAt === null ? 'not cancelled' : `${after} after the cancel`;
  const silence = silences.length === 0 ? '' : `; ${within} in ${silences.length} times of silence`;
  return {
    number: 7,
    promise: 'no call begins after an acknowledged STOP or cancel, or while nothing may',
    kept: late + after + within === 0 && heard === stops.size,
    figures: `${stops.size} said STOP, ${heard} heard that it is so, ${late} got it later; ${cancel}${silence}`,
  };
}

function judgeLives({ collapses }: History): Finding {
  return {
    number: 11,
    promise: 'no process ends by itself',
    kept: collapses === 0,
    figures: `${collapses} did`,
  };
}

function judgeMemory(redis: readonly number[]): Finding {
  const [least, most] = [Math.min(...redis), Math.max(...redis)];
  return {
    number: 9,
    promise: 'the queue’s memory does not depend on the audience',
    kept: most - least <= redisBreathBytes,
    figures: `Redis between ${megabytes(least)} and ${megabytes(most)} MB, asked ${redis.length} times`,
  };
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(2);
const seconds = (ms: number): string => `${(ms / secondMs).toFixed(0)} s`;
