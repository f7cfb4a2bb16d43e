import { expect, test } from 'vitest';

import { breakerAt, closedBreaker, noteAnswer } from './breaker.ts';

const seconds = 1000;

/** The breaker after these answers (`x`: in doubt) at one moment. */
function after(answers: string, now = 0, before = closedBreaker) {
  return answers.split('').reduce((breaker, answer) => noteAnswer(breaker, answer === 'x', now), before);
}

test.each([
  ['a few timeouts among many answers', '.x....x.....x......x....x.....', 'closed'],
  ['nine doubts in a row', 'xxxxxxxxx', 'closed'],
  ['the tenth', 'xxxxxxxxxx', 'open'],
  ['every second answer', '.x.x.x.x.x.x.x.x.x.x', 'open'],
  ['old doubts that good answers have outlived', 'xxxxxxxxx....................xxxxxxxxx', 'closed'],
])('%s', (_, answers, state) => {
  expect(after(answers).state).toBe(state);
});

test('it tries again after half a minute, and three good answers close it', () => {
  const open = after('xxxxxxxxxx');
  expect(breakerAt(open, 29 * seconds).state).toBe('open');
  expect(breakerAt(open, 30 * seconds).state).toBe('trying');
  expect(after('..', 30 * seconds, open).state).toBe('trying');
  expect(after('...', 30 * seconds, open)).toEqual(closedBreaker);
});

test('answers of calls that began before it opened change nothing', () => {
  const open = after('xxxxxxxxxx');
  expect(after('...xxx', 5 * seconds, open)).toEqual(open);
});

test('each doubt while it tries doubles the pause, up to five minutes', () => {
  let breaker = after('xxxxxxxxxx');
  const pauses = [];
  for (let round = 0; round < 6; round++) {
    pauses.push(breaker.pauseMs / seconds);
    breaker = after('x', breaker.until, breaker);
  }
  expect(pauses).toEqual([30, 60, 120, 240, 300, 300]);
});
