import { describe, expect, it, test } from 'vitest';

import {
  close,
  follow,
  handle,
  hearersOf,
  openReport,
  openWarnings,
  reopen,
  reportKind,
  settleReport,
  withoutPerson,
} from './report.ts';
import type { Step } from './report.ts';

const dayMs = 24 * 60 * 60_000;

const lamp = openReport({
  id: 'r1',
  tenant: 't',
  number: 'LP-0001',
  contact: 'maker',
  category: 'lampu',
  story: 'Lampunya mati.',
  place: { name: 'Jl. Merdeka', point: '-2.74,106.44', village: { code: '19.03.01.1001', name: 'Gadung' } },
  photos: ['media:1'],
  isSecret: false,
  office: 'Diskominfo',
  at: 0,
});
const followed = { ...lamp, followers: ['w2'] };

const step = (by: string, what: Step['what'], at = dayMs): Step => ({ by, what, at, note: `catatan ${by}` });

describe('the time of a report', () => {
  it('is three days to an answer, then three to its end; a question leaves it as it is', () => {
    expect(lamp.deadline).toEqual({ from: 0, at: 3 * dayMs });
    const asked = handle(lamp, step('a', 'ditanya'));
    expect(asked.deadline).toEqual(lamp.deadline);
    const answered = handle(asked, step('b', 'diteruskan'), 'Dinas Perhubungan');
    expect(answered).toMatchObject({ office: 'Dinas Perhubungan', deadline: { from: dayMs, at: 4 * dayMs } });
    expect(handle(answered, step('c', 'dikerjakan', 2 * dayMs)).deadline).toEqual(answered.deadline);
  });

  it('is told of at 80 and at 100 percent, each once, and anew after it was opened again', () => {
    expect(openWarnings(lamp).map(({ at }) => at)).toEqual([2.4 * dayMs, 3 * dayMs]);
    const told = settleReport(
      lamp,
      openWarnings(lamp).map(({ key }) => key),
      3 * dayMs,
    );
    expect(reportKind.next(told)).toBeNull();
    const again = reopen(handle(told, step('a', 'selesai', 4 * dayMs)), step('b', 'dibuka_kembali', 5 * dayMs));
    expect(reportKind.next(again)).toBe(7.4 * dayMs);
  });
});

test('the same deed again, or of somebody who was slower, changes nothing', () => {
  const solved = handle(lamp, step('a', 'selesai'));
  expect(handle(solved, step('a', 'selesai'))).toBe(solved);
  expect(handle(solved, step('b', 'dikerjakan'))).toBe(solved);
  expect(close(lamp, step('c', 'ditutup'))).toBe(lamp);
});

describe('who tells of the same', () => {
  it('follows it once, and nobody their own', () => {
    expect(follow(lamp, 'maker')).toBe(lamp);
    expect(follow(followed, 'w2')).toBe(followed);
    expect(hearersOf(followed)).toEqual(['maker', 'w2']);
  });

  it('never follows what is secret or solved', () => {
    expect(follow({ ...lamp, isSecret: true }, 'w2')).toBeNull();
    expect(follow(handle(lamp, step('a', 'selesai')), 'w2')).toBeNull();
  });

  it('is let go of when it is closed, by its maker or after a week', () => {
    const solved = handle(followed, step('a', 'selesai'));
    expect(reportKind.keys(solved)['open']).toBe('t');
    for (const closed of [close(solved, step('b', 'ditutup')), settleReport(solved, [], 8 * dayMs)]) {
      expect(closed).toMatchObject({ state: 'ditutup', followers: [] });
      expect(reportKind.keys(closed)['open']).toBeNull();
    }
    expect(settleReport(solved, [], 8 * dayMs - 1).followers).toEqual(['w2']);
  });
});

describe('who had their data deleted', () => {
  it('takes their report with them where nobody else hears of it', () => {
    expect(withoutPerson(lamp, 'maker')).toBeNull();
    expect(withoutPerson({ ...followed, contact: '' }, 'w2')).toBeNull();
  });

  it('only ceases to follow that of another', () => {
    expect(withoutPerson(followed, 'w2')).toEqual(lamp);
  });

  it('leaves kind, village and what was told to everybody', () => {
    const deeds = [step('a', 'dikerjakan'), step('b', 'ditanya'), step('c', 'dijawab')];
    const left = withoutPerson({ ...followed, steps: deeds }, 'maker');
    expect(left).toMatchObject({ contact: '', story: '', photos: [], followers: ['w2'] });
    expect(left?.place).toEqual({ name: '', village: lamp.place.village });
    expect(left?.steps.map(({ by, note }) => [by, note])).toEqual([
      ['a', 'catatan a'],
      ['', ''],
      ['', ''],
    ]);
  });
});
