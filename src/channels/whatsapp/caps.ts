import type { Cap, CapRules, Stage } from '../../domain/caps.ts';

const dayMs = 24 * 60 * 60_000;
const hourMs = 60 * 60_000;
const minuteMs = 60_000;

/**
 * What a number on the unofficial client may begin by itself. WhatsApp publishes no rate for it, and its makers name none, so
 * every figure stays well below what people reported to have cost them their number; the issues are Baileys' own.
 */
export const caps: CapRules = {
  counted: 'pushes',
  // Everyone warms a number up, nobody knows the measure: each stage about doubles the one before.
  stages: [stage(0, 6, 20, 2), stage(7, 12, 50, 4), stage(14, 20, 100, 6), stage(28, 30, 200, 8)],
  // Who has not written for a season does not remember the office, and reports it as a stranger.
  heardWithinMs: 90 * dayMs,
};

/**
 * `perHour`: 400 messages in two hours restricted a number that only answered (#1850), so what is begun leaves most of that to
 * answers. `perDay`: a person at a telephone. `strangers`: 15 to 20 a day to people who never wrote restricted (#1983), half
 * of it stays clear. The gap: 7 s, always the same, did not help (#2131); 429 came at three a second (#1248).
 */
function stage(fromDay: number, perHour: number, perDay: number, strangers: number): Stage {
  return {
    fromDay,
    gapMs: [5000, 15_000],
    caps: [
      everyone(minuteMs, 8),
      everyone(hourMs, perHour),
      everyone(dayMs, perDay),
      { of: 'strangers', forMs: dayMs, most: strangers },
    ],
  };
}

function everyone(forMs: number, most: number): Cap {
  return { of: 'everyone', forMs, most };
}
