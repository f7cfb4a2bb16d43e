import type { Zone } from '../engine/value.ts';
import { createCapLedger, roomFor, useCaps } from './caps.ts';
import type { CapLedger, CapRules } from './caps.ts';
import { allowedWindow } from './quiet-hours.ts';

/** What one account has to push, and how it may. */
export interface Course {
  /** People, those who wait before them included. */
  readonly people: number;
  /** Of them, those that the caps count. */
  readonly counted: number;
  /** Messages of a push in a second. */
  readonly perSecond: number;
  readonly rules: CapRules | null;
  /** What it has used up; null: nothing yet. */
  readonly ledger: CapLedger | null;
}

export interface Span {
  readonly startAt: number;
  /** No call begins then or later. */
  readonly until: number;
  readonly zone: Zone;
}

/** When a push will be through, and how many will have been reached by then. */
export interface Forecast {
  readonly finishAt: number;
  readonly reached: number;
}

const minuteMs = 60_000;

/** No mark in the last minute before a deadline or the quiet hours (sending.ts, markMarginMs). */
const marginMs = minuteMs;

/** No caps: whatever fits before the quiet hours goes in one step. */
const free: CapRules = { counted: 'pushes', stages: [] };

/**
 * The push as it would go if nothing failed: the same rules as in earnest, with even pauses, quiet hours left out. Those who
 * are not counted go first, since nothing holds them up.
 */
export function forecast({ people, counted, perSecond, rules, ledger }: Course, span: Span): Forecast {
  const first = pass({ left: people - counted, perSecond, rules: free, ledger: createCapLedger(span.startAt) }, span);
  const then = { ...span, startAt: first.finishAt };
  const capped = rules !== null && rules.stages.length > 0;
  const second = pass(
    { left: counted, perSecond, rules: capped ? rules : free, ledger: ledger ?? createCapLedger(span.startAt) },
    then,
  );
  return { finishAt: second.finishAt, reached: first.reached + second.reached };
}

/** All accounts together: the last one ends it. */
export function forecastAll(courses: readonly Course[], span: Span): Forecast {
  const all = courses.map((course) => forecast(course, span));
  return {
    finishAt: Math.max(allowedWindow(span.startAt, span.zone).due, ...all.map(({ finishAt }) => finishAt)),
    reached: all.reduce((sum, { reached }) => sum + reached, 0),
  };
}

interface Run {
  readonly left: number;
  readonly perSecond: number;
  readonly rules: CapRules;
  readonly ledger: CapLedger;
}

function pass({ left: all, perSecond, rules, ledger: before }: Run, { startAt, until, zone }: Span): Forecast {
  let [at, finishAt, left, ledger] = [startAt, startAt, all, before];
  while (left > 0) {
    const { due, pauseAt } = allowedWindow(at, zone);
    const endAt = Math.min(pauseAt, until) - marginMs;
    if (due >= until - marginMs) break;
    if (due >= endAt) {
      at = pauseAt;
      continue;
    }
    const ask = { now: due, stranger: false, class: 'announcement' } as const;
    const room = roomFor(ledger, rules, ask);
    if (room.type === 'wait') {
      at = due + room.forMs;
      continue;
    }
    // What is counted is written down for its own minute.
    const forMs = rules === free ? endAt - due : Math.min(minuteMs, endAt - due);
    const count = Math.min(left, room.count, Math.max(1, Math.floor((forMs / 1000) * perSecond)));
    if (rules !== free) ledger = useCaps(ledger, rules, ask, { count, chance: 0.5 });
    left -= count;
    finishAt = Math.ceil(due + (count / perSecond) * 1000);
    at = finishAt;
  }
  return { finishAt, reached: all - left };
}
