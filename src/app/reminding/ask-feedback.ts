import { isExcused } from '../../domain/attendance.ts';
import { plannedMeetings } from '../../domain/batch.ts';
import { feedbackAsked, feedbackTime, nextFeedback } from '../../domain/feedback.ts';
import { registrationId } from '../../domain/registration.ts';
import type { Office } from '../office.ts';
import { showBatch } from '../operations/show-batch.ts';
import { ifItOpens } from '../read-all.ts';
import type { Letter, Subject } from './letter.ts';

/**
 * R9 of F13: everybody who held a seat to the end and did not excuse themselves from every class is asked what they thought of
 * it, by the flow that the end of a training starts. Without one nobody is asked.
 */
export async function askFeedback(office: Office, { batch, now }: Subject): Promise<readonly Letter[]> {
  const time = feedbackTime(batch);
  const flow = office.pushed.startedBy('pelatihan_berakhir');
  const programme = await ifItOpens(office.programmes.read(batch.programme));
  const last = plannedMeetings(batch).at(-1);
  if (time === null || flow === null || programme === null || last === undefined) return [];
  if ((nextFeedback(batch) ?? Infinity) > now || now >= time.until) return [];
  const pelatihan = await showBatch(office, programme, batch);
  const letters = batch.entries
    .filter(({ state }) => state === 'seat')
    .map(async ({ contact, n }): Promise<readonly Letter[]> => {
      if (await stayedAway(office, batch, contact)) return [];
      const push: Letter['push'] = {
        id: [feedbackAsked, batch.id, contact].join('.'),
        class: 'reminder',
        source: feedbackAsked,
        start: { flow, args: { pelatihan } },
        ...time,
        zone: last.zone,
        purpose: 'pengingat',
        depends: { on: batch.id, version: 0, fields: { type: 'seat', batch: batch.id, contact, n } },
      };
      return [{ contact, push, write: (say) => say('layanan.umpan_balik', { judul: programme.title }) }];
    });
  return (await Promise.all(letters)).flat();
}

/** Whether they said of every class that they could not come. */
async function stayedAway(office: Office, batch: Subject['batch'], contact: string): Promise<boolean> {
  const registration = await ifItOpens(office.registrations.read(registrationId(batch.programme, contact)));
  return registration !== null && plannedMeetings(batch).every((meeting) => isExcused(registration, meeting));
}
