import { describe, expect, test } from 'vitest';

import { openBatch } from './batch.ts';
import type { Batch } from './batch.ts';
import {
  askCorrection,
  classesAttended,
  classesNeeded,
  correctionDeadline,
  decideCorrection,
  hasEnded,
  hasFinished,
  issue,
  revoke,
  stageOf,
} from './certificate.ts';
import type { Certificate } from './certificate.ts';
import type { Registration } from './registration.ts';

const dayMs = 24 * 60 * 60_000;

/** A batch with a class a day, of which the ones with these numbers were cancelled. */
function batchOf(classes: number, ...cancelled: readonly number[]): Batch {
  const meetings = Array.from({ length: classes }, (_, at) => ({
    id: `m${at}`,
    startsAt: at * dayMs,
    endsAt: at * dayMs + 1,
    state: cancelled.includes(at) ? 'cancelled' : 'planned',
  }));
  return openBatch({ id: 'b', meetings } as unknown as Batch);
}

function seenIn(...classes: readonly number[]): Registration {
  const attended = classes.map((at) => ({ meeting: `m${at}`, at: at * dayMs, late: at === 0, by: '' }));
  return { id: 'r', attended } as unknown as Registration;
}

/** Its second class was moved to a day on which nobody was seen. */
const moved: Batch = {
  ...batchOf(2),
  meetings: batchOf(2).meetings.map((one) =>
    one.id === 'm1' ? { ...one, startsAt: 9 * dayMs, endsAt: 9 * dayMs + 1 } : one,
  ),
};

const by = { by: 'p1', at: 9 };
const ready = {
  id: 'c',
  number: 'SR-0001',
  name: 'Siti Aminnah',
  issuedAt: null,
  revokedAt: null,
  correction: null,
} as unknown as Certificate;
const asked = { number: 'PB-0001', by: 'd1', name: 'Siti Aminah', at: 5 };

describe('a certificate asks', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 4],
    [5, 4],
    [10, 8],
    [11, 9],
  ])('of %i classes for %i', (classes, needed) => {
    expect(classesNeeded(batchOf(classes))).toBe(needed);
  });

  test.each([
    ['all of them', batchOf(2), seenIn(0, 1), true],
    ['too few', batchOf(2), seenIn(1), false],
    ['four of five', batchOf(5), seenIn(0, 1, 2, 4), true],
    ['all that took place', batchOf(3, 1), seenIn(0, 2), true],
    ['one that was cancelled after all', batchOf(2, 0), seenIn(0), false],
    ['one that was moved to another day afterwards', moved, seenIn(0, 1), false],
    ['a batch without classes', batchOf(1, 0), seenIn(), false],
    ['nobody was noted', batchOf(2), { id: 'r' } as unknown as Registration, false],
  ])('for enough classes: %s', (_what, batch, registration, isEnough) => {
    expect(hasFinished(batch, registration)).toBe(isEnough);
  });

  test('not for classes that did not take place', () => {
    expect(classesAttended(batchOf(3, 2), seenIn(0, 2))).toBe(1);
  });

  test('for the end of the last class', () => {
    expect([dayMs, dayMs + 1].map((now) => hasEnded(batchOf(2), now))).toEqual([false, true]);
    expect(hasEnded(batchOf(1, 0), dayMs)).toBe(false);
  });
});

describe('a certificate', () => {
  test('is issued once, and not when it was revoked', () => {
    expect(issue(ready, 7).issuedAt).toBe(7);
    expect(issue(issue(ready, 7), 8).issuedAt).toBe(7);
    expect(issue(revoke(ready, 6), 7).issuedAt).toBeNull();
    expect(issue(askCorrection(ready, asked), 7)).toMatchObject({ issuedAt: 7, correction: null });
  });

  test('takes another name when an officer agrees, and keeps its own otherwise', () => {
    const waits = askCorrection(ready, asked);
    expect(waits).toMatchObject({ name: 'Siti Aminnah', correction: { state: 'asked' } });
    expect(decideCorrection(waits, true, by)).toMatchObject({ name: 'Siti Aminah', correction: { state: 'accepted' } });
    expect(decideCorrection(waits, false, by)).toMatchObject({
      name: 'Siti Aminnah',
      correction: { state: 'refused' },
    });
    expect(decideCorrection(decideCorrection(waits, false, by), true, by).name).toBe('Siti Aminnah');
  });

  test.each([
    ['is issued', issue(ready, 7)],
    ['is revoked', revoke(ready, 7)],
    ['waits for a decision already', askCorrection(ready, { ...asked, by: 'another' })],
    ['was asked by this deed already', decideCorrection(askCorrection(ready, asked), false, by)],
  ])('takes no wish for a name when it %s', (_when, certificate) => {
    expect(askCorrection(certificate, asked)).toBe(certificate);
  });

  test('has a stage of its own after each word about its name', () => {
    const waits = askCorrection(ready, asked);
    const stages = [ready, waits, decideCorrection(waits, true, by), decideCorrection(waits, false, by)].map(stageOf);
    expect(new Set(stages).size).toBe(4);
  });

  test('has its name decided within three days, and nothing to decide once it is revoked', () => {
    expect(correctionDeadline(asked)).toBe(5 + 3 * dayMs);
    expect(certificateAsks(askCorrection(ready, asked))).toBe(true);
    expect(certificateAsks(revoke(askCorrection(ready, asked), 9))).toBe(false);
  });
});

function certificateAsks({ correction }: Certificate): boolean {
  return correction?.state === 'asked';
}
