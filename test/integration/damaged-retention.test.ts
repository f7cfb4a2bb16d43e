import { expect, test } from 'vitest';

import { planMeeting } from '../../src/domain/meeting.ts';
import { describeHouses, live } from './damaged-house.ts';
import { register } from './open-office.ts';
import type { Desk } from './open-office.ts';

const at = (text: string): number => Date.parse(`${text}+07:00`);

/** A class after the two years for which the demonstration keeps who registered on 1 December 2026. */
const startsAt = at('2028-12-20T09:00');

describeHouses('data that nobody used for two years', (newHouse) => {
  const place = { zone: 'Asia/Jakarta', place: 'Aula', map: '', bring: '' } as const;
  const late = planMeeting({ id: 'm9', startsAt, endsAt: startsAt + 3_600_000, ...place });

  test.each([
    ['registration', 'registrations', 'kk.w'],
    ['class', 'batches', 'kk-1'],
  ])(
    'stay where the %s that would tell of a class to come does not open',
    { timeout: 60_000 },
    async (_name, kind, id) => {
      await live(
        await newHouse(),
        async (desk: Desk) => {
          await register(desk, 'w', 'kk-1');
          await desk.office.batches.change('kk-1', (doc) => ({
            doc: doc && { ...doc, meetings: [...doc.meetings, late] },
            result: null,
          }));
          return { left: null, kind, ids: [id] };
        },
        async (desk) => {
          for (const day of ['2028-11-17', '2028-12-01', '2028-12-02']) {
            desk.now = at(`${day}T10:00`);
            // What does not open is told of by a look that fails, and is looked at again later.
            for (let look = 0; look < 3; look += 1) await desk.sweep().catch(() => {});
          }
          expect(await desk.office.contacts.read('w')).not.toBeNull();
        },
      );
    },
  );
});
