import { expect, test } from 'vitest';

import { judgeRationed } from '../push/rationed/judge.ts';
import type { Aftermath } from '../push/rationed/judge.ts';
import type { Arrival } from '../push/rationed/orders.ts';
import { pushRationed } from '../push/rationed/push.ts';

/** Weeks in a glass: `npm run push -- --caps whatsapp --people 20000` is the real one. */
const timeoutMs = 240_000;

test.each([
  ['a linked device in its first days', { kind: 'whatsapp', tier: 0, people: 60 }],
  ['a tier of 250 for 500 people', { kind: 'cloud', tier: 250, people: 500 }],
] as const)(
  '%s passes no cap, though its process dies twice, and ends when it was said',
  async (_name, how) => {
    const findings = await pushRationed({ ...how, kills: 2, seed: 5 });
    expect(findings.filter(({ kept }) => !kept)).toEqual([]);
  },
  timeoutMs,
);

const at = Date.parse('2026-12-01T09:00+07:00');
const arrivals = (count: number, gapMs: number, more: Partial<Arrival> = {}): readonly Arrival[] =>
  Array.from({ length: count }, (_, index) => {
    return { type: 'arrival', chat: String(10 * index), at: at + index * gapMs, lane: 'news', ...more };
  });

/** People told as they should be, and what was different: the promises that the judge finds broken. */
function judge(more: Partial<Aftermath>, lines: readonly Arrival[] = arrivals(5, 20_000)): readonly number[] {
  const notice: Arrival = { type: 'arrival', chat: '0', at: Date.parse('2026-12-01T12:05+07:00'), lane: 'notice' };
  const office: Arrival = { ...notice, at: notice.at + 60_000, lane: 'office', text: `${lines.length} terkirim` };
  const last = lines.at(-1)?.at ?? at;
  const plan = { type: 'plan', finishAt: last, until: last, people: lines.length, late: 0 } as const;
  const after: Aftermath = {
    kind: 'whatsapp',
    tier: 0,
    lines: [plan, ...lines, notice, office],
    startedAt: at,
    people: lines.length,
    firstPerson: 0,
    kills: 0,
    state: 'done',
    total: lines.length,
    rows: [{ state: 'sent', code: null, count: lines.length }],
    ...more,
  };
  return judgeRationed(after)
    .filter(({ kept }) => !kept)
    .map(({ number }) => number);
}

const night = at - 4 * 3_600_000;
const untrue: Aftermath['rows'] = [{ state: 'sent', code: null, count: 9 }];

test.each<[string, readonly number[], readonly number[]]>([
  ['nothing where all is well', judge({}), []],
  ['too many in an hour', judge({}, arrivals(7, 20_000)), [1]],
  ['two close together', judge({}, arrivals(5, 1000)), [2]],
  ['one woken at night', judge({ startedAt: night }, arrivals(1, 0, { at: night })), [2]],
  ['one told twice', judge({}, arrivals(2, 20_000, { chat: '0' })), [3, 6]],
  ['a stranger told', judge({}, arrivals(1, 20_000, { chat: '3' })), [3]],
  ['a report that is not true', judge({ rows: untrue, total: 9 }), [6]],
  ['an announcement that never ended', judge({ state: 'running' }), [6]],
])('the judge notices %s', (_name, broken, expected) => {
  expect(broken).toEqual(expected);
});
