import { describe, expect, it } from 'vitest';

import { openBatch, settleBatch } from './batch.ts';
import { followUpAnswered, nextFollowUp, openFollowUps } from './follow-up.ts';
import { planMeeting } from './meeting.ts';

const at = (text: string): number => Date.parse(text);
const dayMs = 24 * 60 * 60_000;

const class1 = planMeeting({
  id: 'm1',
  startsAt: at('2026-12-04T09:00+08:00'),
  endsAt: at('2026-12-04T12:00+08:00'),
  zone: 'Asia/Makassar',
  place: 'Balai Desa',
  map: '',
  bring: '',
});
const batch = openBatch({
  id: 'kk-1',
  tenant: 't',
  programme: 'kk',
  number: 1,
  contactPerson: '',
  capacity: 50,
  meetings: [class1],
});
const [third, sixth] = [at('2027-03-04T10:00+08:00'), at('2027-06-02T10:00+08:00')];

describe('what became of participants', () => {
  it('is asked in the morning, 90 and 180 days after the last class by the clock of its venue, for a week each', () => {
    expect(openFollowUps(batch)).toMatchObject([
      { months: 3, due: third, until: third + 7 * dayMs },
      { months: 6, due: sixth, until: sixth + 7 * dayMs },
    ]);
    expect(nextFollowUp(batch)).toBe(third);
    expect(nextFollowUp(settleBatch(batch, ['tindak_lanjut.3'], []))).toBe(sixth);
    expect(nextFollowUp(settleBatch(batch, ['tindak_lanjut.3', 'tindak_lanjut.6'], []))).toBeNull();
  });

  it('is not asked of a batch without classes', () => {
    expect(openFollowUps({ ...batch, meetings: [{ ...class1, state: 'cancelled' }] })).toEqual([]);
  });

  it.each([
    ['before the first question', third - 1, null],
    ['at the first question', third, 3],
    ['a month later', third + 30 * dayMs, null],
    ['at the second question', sixth, 6],
  ])('answered %s', (_when, now, months) => {
    expect(followUpAnswered(batch, now)).toBe(months);
  });
});
