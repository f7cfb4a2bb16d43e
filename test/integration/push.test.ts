import { expect, test } from 'vitest';

import type { DeliveryState } from '../../src/domain/ports/deliveries.ts';
import { noDeliveries } from '../../src/store/no-deliveries.ts';
import type { Arrival } from '../push/door.ts';
import { judge } from '../push/judge.ts';
import type { History } from '../push/judge.ts';
import { announced, firstPerson } from '../push/orders.ts';
import { push } from '../push/push.ts';
import type { Settings } from '../push/push.ts';
import type { Remains } from '../push/remains.ts';
import { describeOn } from '../servers/use-servers.ts';

/** A push in a glass: `npm run push` is the real one. Several processes are born and die in each. */
const timeoutMs = 240_000;

const small: Settings = {
  seed: 5,
  people: 150,
  pair: 'embedded',
  workers: 1,
  perSecond: 120,
  wrongClock: false,
  freeze: false,
  redisRestart: false,
  cutDatabase: 0,
  kills: 0,
  named: [],
  cancelAt: null,
  quietMs: 0,
};

async function run(how: Partial<Settings>) {
  const { findings, figures, chronicle } = await push({ ...small, ...how });
  return { broken: findings.filter(({ kept }) => !kept), figures, chronicle };
}

test(
  'a process that is killed twice under a push loses nobody, and tells nobody twice',
  async () => {
    const { broken, figures, chronicle } = await run({ kills: 2 });
    expect(broken).toEqual([]);
    expect(figures['complaints']).toBe(0);
    expect(chronicle.kills).toBe(2);
  },
  timeoutMs,
);

test(
  'when its author cancels it by chat, the rest is closed and nothing leaves any more',
  async () => {
    expect((await run({ cancelAt: 0.5 })).broken).toEqual([]);
  },
  timeoutMs,
);

describeOn('mongo', 'redis')('over two processes', () => {
  test(
    'one of them an hour ahead, and Redis killed under both',
    async () => {
      const faults = { wrongClock: true, redisRestart: true };
      expect((await run({ pair: 'distributed', workers: 2, ...faults })).broken).toEqual([]);
    },
    timeoutMs,
  );
});

/** One who asked before, and one meanwhile. */
const waits = (before: number, during: number): History['replies'] => ({
  before: [{ askedAt: 0, ms: before }],
  during: [{ askedAt: 0, ms: during }],
  gaps: [],
});

/** Two people, each told once, a second apart; and what was different. */
function judgeTwo(
  states: readonly DeliveryState[],
  arrivals: readonly Partial<Arrival>[],
  different: Partial<History> = {},
): readonly number[] {
  const counts = { ...noDeliveries };
  for (const state of states) counts[state] += 1;
  const people = new Map(states.map((state, index) => [firstPerson + index, state]));
  const remains: Remains = { state: 'done', total: 2, counts, people, gatesOpen: 0 };
  const history: History = {
    arrivals: arrivals.map((one, index) => {
      const at = 1000 * index;
      return { chat: firstPerson + index, text: announced, at, endedAt: at + 60, taken: true, ...one };
    }),
    stops: new Map(),
    cancelledAt: null,
    silences: [],
    collapses: 0,
    mayDoubt: 0,
    calmAt: 0,
    doneAt: 2000,
    perSecond: 26,
    isCalm: true,
    replies: null,
    redis: [],
    ...different,
  };
  return judge(remains, history)
    .filter(({ kept }) => !kept)
    .map(({ number }) => number);
}

const twice: readonly Partial<Arrival>[] = [{}, {}, { chat: firstPerson }];
const crowd: readonly Partial<Arrival>[] = [
  {},
  {},
  ...Array.from({ length: 31 }, () => ({ chat: 1, at: 3000, text: '' })),
];

test.each<[string, ReturnType<typeof judgeTwo>, readonly number[]]>([
  ['all is well', judgeTwo(['sent', 'sent'], [{}, {}]), []],
  ['one row is missing', judgeTwo(['sent'], [{}]), [1]],
  ['one row is open', judgeTwo(['sent', 'sending'], [{}]), [1]],
  ['one is called sent and was not', judgeTwo(['sent', 'sent'], [{}, { taken: false }]), [2]],
  ['one is called failed and was sent', judgeTwo(['sent', 'failed'], [{}, {}]), [2]],
  ['one got it twice', judgeTwo(['sent', 'sent'], twice), [3]],
  ['one is in doubt without a fault', judgeTwo(['sent', 'uncertain'], [{}]), [3]],
  ['it never ended', judgeTwo(['sent', 'sent'], [{}, {}], { doneAt: null }), [4]],
  ['it ended too late', judgeTwo(['sent', 'sent'], [{}, {}], { doneAt: 125_000 }), [4]],
  [
    'two were on their way to one',
    judgeTwo(['sent', 'sent'], [{}, {}, { chat: firstPerson + 1, at: 1030, text: '' }]),
    [5],
  ],
  ['a crowd at the door', judgeTwo(['sent', 'sent'], crowd), [5, 6]],
  ['one got it after STOP', judgeTwo(['sent', 'sent'], [{}, {}], { stops: new Map([[firstPerson + 1, 500]]) }), [7]],
  ['STOP was not heard', judgeTwo(['sent', 'sent'], [{}, {}], { stops: new Map([[1, null]]) }), [7]],
  ['one got it after the cancel', judgeTwo(['sent', 'sent'], [{}, {}], { cancelledAt: 500 }), [7]],
  [
    'one got it while it was paused',
    judgeTwo(['sent', 'sent'], [{}, {}], { silences: [{ from: 500, to: 1500, of: 'pushes' }] }),
    [7],
  ],
  [
    'somebody was answered while the platform wanted silence',
    judgeTwo(['sent', 'sent'], [{}, {}, { chat: 1, text: '' }], {
      silences: [{ from: 1500, to: 2500, of: 'everything' }],
    }),
    [7],
  ],
  ['a process ended by itself', judgeTwo(['sent', 'sent'], [{}, {}], { collapses: 1 }), [11]],
  ['replies took twice as long', judgeTwo(['sent', 'sent'], [{}, {}], { isCalm: false, replies: waits(100, 200) }), []],
  [
    'replies took twice as long, and the pace was not used, and nothing was wrong',
    judgeTwo(['sent', 'sent'], [{}, {}], { replies: waits(100, 200) }),
    [10, 8],
  ],
  ['Redis grew with the audience', judgeTwo(['sent', 'sent'], [{}, {}], { redis: [2e6, 9e6] }), [9]],
])('the harness notices when %s', (_name, broken, expected) => {
  expect(broken).toEqual(expected);
});
