/**
 * Whether a platform that answers with doubt is still given pushes. Each doubt may be a message said twice or never, so a storm
 * of them is sat out: what waits is late, not uncertain.
 *
 *     closed -half of the last answers in doubt-> open -its pause is over-> trying -enough good answers in a row-> closed
 *                                                  ^----------any doubt-------'
 */
export interface Breaker {
  readonly state: 'closed' | 'open' | 'trying';
  /** The last answers, oldest first; true: in doubt. While trying only good ones. */
  readonly recent: readonly boolean[];
  /** While open: when it tries again. */
  readonly until: number;
  readonly pauseMs: number;
}

/** Enough that two timeouts in a slow minute open nothing: a call in fifty may be in doubt on a phone network. */
const looksAt = 20;
/** Half of them. A platform in a storm doubts nearly every call, so about as many people are in doubt when it opens. */
const mostDoubts = 10;

/** A balancer that swaps a server needs half a minute; an outage of hours is asked every five minutes. */
const firstPauseMs = 30_000;
const longestPauseMs = 5 * 60_000;

/** One good answer may come from the one server that is well. */
const provingAnswers = 3;

export const closedBreaker: Breaker = { state: 'closed', recent: [], until: 0, pauseMs: firstPauseMs };

/** The breaker as it stands at `now`: one whose pause is over is trying. */
export function breakerAt(breaker: Breaker, now: number): Breaker {
  return breaker.state === 'open' && now >= breaker.until ? { ...breaker, state: 'trying', recent: [] } : breaker;
}

/** What one answer makes of it. Answers of calls that began before it opened change nothing. */
export function noteAnswer(before: Breaker, isDoubtful: boolean, now: number): Breaker {
  const breaker = breakerAt(before, now);
  if (breaker.state === 'open') return breaker;
  if (breaker.state === 'trying') {
    if (isDoubtful) return open(now, Math.min(2 * breaker.pauseMs, longestPauseMs));
    const recent = [...breaker.recent, false];
    return recent.length < provingAnswers ? { ...breaker, recent } : closedBreaker;
  }
  const recent = [...breaker.recent, isDoubtful].slice(-looksAt);
  return recent.filter((doubt) => doubt).length < mostDoubts ? { ...breaker, recent } : open(now, firstPauseMs);
}

function open(now: number, pauseMs: number): Breaker {
  return { state: 'open', recent: [], until: now + pauseMs, pauseMs };
}
