import { describe, expect, test } from 'vitest';

import {
  beginSnapshot,
  controlAnnouncement,
  decideAnnouncement,
  finishSnapshot,
  noteProgress,
  noteSnapshot,
} from './announcement.ts';
import type { Announcement, ControlAction, Counts, Decision } from './announcement.ts';

const begun = (startAt: number) => ({ startAt, plan: { accounts: {}, finishAt: 500, until: 900 } });

const waiting: Announcement = {
  id: 'a1',
  tenant: 'daerah',
  number: 'PG-0001',
  author: 'petugas1',
  state: 'waiting',
  audience: { type: 'semua' },
  text: 'Kelas dibuka.',
  image: null,
  sendAt: null,
  zone: 'Asia/Jakarta',
  people: 3,
  decision: null,
  plan: null,
  startAt: null,
  run: 0,
  cursor: '',
  total: null,
  result: null,
  lookAt: null,
};

const yes: Decision = { id: 'd1', by: 'petugas2', verdict: 'approved', note: '', at: 50 };
const counts = (open: number): Counts => ({ sent: 3 - open, failed: 0, uncertain: 0, skipped: 0, open });

describe('approval', () => {
  test('a second officer schedules it; the same yes again is the same', () => {
    const { doc, result } = decideAnnouncement(waiting, yes, begun(100));
    expect(result).toEqual({ type: 'approved' });
    expect(doc).toMatchObject({ state: 'scheduled', startAt: 100, lookAt: 100 });
    expect(decideAnnouncement(doc, yes, begun(200))).toEqual({ doc, result: { type: 'approved' } });
  });

  test('the author never approves, a third officer hears who decided, a cancelled one cannot be approved', () => {
    expect(decideAnnouncement(waiting, { ...yes, by: 'petugas1' }, begun(100))).toEqual({
      doc: waiting,
      result: { type: 'own' },
    });
    const decided = decideAnnouncement(waiting, { ...yes, verdict: 'returned' }, begun(100)).doc;
    expect(decided.state).toBe('returned');
    expect(decideAnnouncement(decided, { ...yes, id: 'd2', by: 'petugas3' }, begun(100)).result.type).toBe('decided');
    expect(decideAnnouncement({ ...waiting, state: 'cancelled' }, yes, begun(100)).result.type).toBe('gone');
  });
});

describe('the snapshot', () => {
  const scheduled = decideAnnouncement(waiting, yes, begun(100)).doc;

  test('begins at its time, and a later attempt takes over from one that stands still', () => {
    expect(beginSnapshot(scheduled, 99)).toBeNull();
    expect(beginSnapshot(waiting, 100)).toBeNull();
    const first = beginSnapshot(scheduled, 100);
    expect(first).toMatchObject({ state: 'snapshotting', run: 1 });
    const noted = first === null ? null : noteSnapshot(first, { run: 1, cursor: 'contact9', now: 50_000 });
    expect(noted === null ? null : beginSnapshot(noted, 109_999)).toBeNull();
    const second = noted === null ? null : beginSnapshot(noted, 110_000);
    expect(second).toMatchObject({ run: 2, cursor: '' });
    if (second === null) return;
    expect(noteSnapshot(second, { run: 1, cursor: 'zombie', now: 110_001 })).toBe(second);
    expect(finishSnapshot(second, { run: 1, total: 9, now: 200 })).toBe(second);
    expect(finishSnapshot(second, { run: 2, total: 3, now: 200 })).toMatchObject({ state: 'running', total: 3 });
  });
});

describe('pause, resume, cancel', () => {
  const running: Announcement = { ...waiting, state: 'running', total: 3, lookAt: 0 };
  const table: readonly [Announcement['state'], ControlAction, Announcement['state'], 'done' | 'over'][] = [
    ['running', 'jeda', 'paused', 'done'],
    ['paused', 'jeda', 'paused', 'done'],
    ['paused', 'lanjutkan', 'running', 'done'],
    ['running', 'lanjutkan', 'running', 'done'],
    ['waiting', 'batalkan', 'cancelled', 'done'],
    ['snapshotting', 'batalkan', 'cancelled', 'done'],
    ['paused', 'batalkan', 'cancelled', 'done'],
    ['cancelled', 'batalkan', 'cancelled', 'done'],
    ['done', 'batalkan', 'done', 'over'],
    ['done', 'jeda', 'done', 'over'],
    ['cancelled', 'lanjutkan', 'cancelled', 'over'],
    ['returned', 'batalkan', 'returned', 'over'],
  ];
  test.each(table)('%s, %s: %s', (state, action, after, result) => {
    const outcome = controlAnnouncement({ ...running, state }, action, 5);
    expect(outcome.doc.state).toBe(after);
    expect(outcome.result).toBe(result);
  });

  test('is done when no row is open, and a pause is not ended by counting', () => {
    expect(noteProgress(running, counts(1), 20)).toMatchObject({ state: 'running', lookAt: 20 });
    expect(noteProgress(running, counts(0), 20)).toMatchObject({ state: 'done', lookAt: null, result: counts(0) });
    const paused: Announcement = { ...running, state: 'paused' };
    expect(noteProgress(paused, counts(0), 20)).toBe(paused);
  });
});
