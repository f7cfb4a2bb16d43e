import { describe, expect, it } from 'vitest';

import { createIntake, toLater } from './intake.ts';
import type { Step } from './intake.ts';

const quiet = () => {};
const done = () => Promise.resolve({ type: 'done' } as const);
const still = { now: () => 0, wall: () => 0, monotonic: () => 0, after: () => () => {} };

describe('an intake', () => {
  it('has started when its first step has ended, and stopped when its last one has', async () => {
    const ends: ((step: Step) => void)[] = [];
    const happened: string[] = [];
    const step = () => new Promise<Step>((resolve) => ends.push(resolve));
    const intake = createIntake(() => step, still, quiet);
    const started = intake.start().finally(() => happened.push('started'));
    happened.push('first step');
    ends[0]?.({ type: 'again' });
    await started;
    const stopped = intake.stop().finally(() => happened.push('stopped'));
    await Promise.resolve();
    happened.push('second step');
    ends[1]?.({ type: 'again' });
    await stopped;
    expect(happened).toEqual(['first step', 'started', 'second step', 'stopped']);
    expect(ends).toHaveLength(2);
  });

  it('can be stopped before it was started, and ends by itself when it is done', async () => {
    const idle = createIntake(() => done, still, quiet);
    await idle.stop();
    const once = createIntake(() => done, still, quiet);
    await once.start();
    await once.stop();
    expect(once.trouble()).toBeNull();
  });

  it('starts again after a stop, with nothing left of the time before', async () => {
    const lives: number[] = [];
    const begin = () => {
      const life = lives.push(0) - 1;
      return async (): Promise<Step> => {
        lives[life] = (lives[life] ?? 0) + 1;
        return { type: 'later', trouble: 'unreachable', afterMs: null };
      };
    };
    const intake = createIntake(begin, still, quiet);
    await intake.start();
    expect(intake.trouble()).toBe('unreachable');
    await intake.stop();
    expect(intake.trouble()).toBeNull();
    await intake.start();
    await intake.stop();
    expect(lives).toEqual([1, 1]);
  });

  it('names a refusal that nobody foresaw by its number', () => {
    const answer = { type: 'refused', status: 418, description: '', retryAfterMs: null, movedTo: null } as const;
    expect(toLater(answer)).toEqual({ type: 'later', trouble: 'refused_418', afterMs: null });
  });
});
