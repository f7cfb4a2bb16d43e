import { absenceAsked, absenceTime, isExcused, openAbsences, presenceIn } from '../../domain/attendance.ts';
import { entryOf } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Registration } from '../../domain/registration.ts';
import type { Office } from '../office.ts';
import { seatedIn } from '../operations/keep-attendance.ts';
import { showMeeting } from '../operations/show-meeting.ts';
import { meetingValues } from './about-meeting.ts';
import type { Letter, Subject } from './letter.ts';

/**
 * R8 of F13: in the evening after a class, those whom nobody saw in it are asked, by the flow that this starts. Where nobody
 * at all was noted the list is on paper, and nobody is asked. `fired`: to be noted once the rows stand.
 */
export async function askAbsent(
  office: Office,
  { batch, title, now }: Subject,
): Promise<{ readonly letters: readonly Letter[]; readonly fired: readonly string[] }> {
  const due = openAbsences(batch).filter(({ meeting }) => absenceTime(meeting).due <= now);
  const flow = office.pushed.startedBy('tidak_tercatat_hadir');
  const alive = flow === null ? [] : due.filter(({ meeting }) => now < absenceTime(meeting).until);
  const seated = alive.length === 0 ? [] : await seatedIn(office, batch);
  const letters = alive.flatMap(({ meeting }) => {
    const isKept = seated.some((one) => presenceIn(one, meeting) !== undefined);
    const absent = seated.filter((one) => isKept && isMissing(batch, one, meeting));
    return absent.map(({ contact, n }): Letter => {
      const values = meetingValues(batch, meeting, title);
      return {
        contact,
        write: (say) => say(`layanan.${absenceAsked}`, values),
        push: {
          id: [absenceAsked, batch.id, meeting.id, meeting.sv, contact].join('.'),
          class: 'reminder',
          source: absenceAsked,
          ...(flow !== null && { start: { flow, args: { pertemuan: showMeeting(batch, meeting, title) } } }),
          ...absenceTime(meeting),
          zone: meeting.zone,
          purpose: 'pengingat',
          depends: {
            on: `${batch.id}.${meeting.id}`,
            version: meeting.sv,
            fields: { type: 'meeting', batch: batch.id, meeting: meeting.id, contact, n, kind: 'absent' },
          },
        },
      };
    });
  });
  return { letters, fired: due.map(({ key }) => key) };
}

/** Neither seen nor excused; who was offered the seat only afterwards missed nothing. */
function isMissing(batch: Batch, registration: Registration, meeting: Meeting): boolean {
  const offeredAt = entryOf(batch, registration.contact)?.offeredAt ?? 0;
  return (
    presenceIn(registration, meeting) === undefined && !isExcused(registration, meeting) && offeredAt < meeting.startsAt
  );
}
