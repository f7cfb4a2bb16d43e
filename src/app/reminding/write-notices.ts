import type { Owed } from '../../domain/batch.ts';
import { isUrgentChange } from '../../domain/quiet-hours.ts';
import type { Office } from '../office.ts';
import { orUnset } from '../operations/show-meeting.ts';
import { dependsOnMeeting, meetingValues } from './about-meeting.ts';
import type { Letter, Subject } from './letter.ts';
import { toOfferNotice } from './write-offers.ts';

const dayMs = 24 * 60 * 60_000;

/** What a decision about a batch owes to the people in it, as letters; news of its opening is told to others. */
export async function toNotices(office: Office, subject: Subject, owed: Owed): Promise<readonly Letter[]> {
  if (owed.type === 'opened') return [];
  return owed.type === 'changed' ? toChangeNotices(subject, owed) : toOfferNotice(office, subject, owed);
}

/** To everybody who holds a seat or is offered one: the old time, the new one, or that the class is cancelled. */
function toChangeNotices({ batch, title, now }: Subject, owed: Extract<Owed, { type: 'changed' }>): readonly Letter[] {
  const meeting = batch.meetings.find(({ id, sv }) => id === owed.meeting && sv === owed.sv);
  if (meeting === undefined) return [];
  const { was } = owed;
  const values = {
    ...meetingValues(batch, meeting, title),
    semula_mulai: { type: 'moment', at: was.startsAt, zone: was.zone },
    semula_tempat: was.place,
    alasan: orUnset(meeting.reason),
  } as const;
  const key = `layanan.kelas_${meeting.state === 'cancelled' ? 'dibatalkan' : 'diubah'}`;
  const nearest = Math.min(was.startsAt, meeting.startsAt);
  const told = batch.entries.filter(({ state }) => state === 'seat' || state === 'offer');
  return told.map(({ contact, n }) => ({
    contact,
    write: (say) => say(key, values),
    push: {
      id: [owed.id, batch.id, contact].join('.'),
      class: 'change',
      source: 'change',
      due: now,
      until: Math.max(meeting.startsAt, now + dayMs),
      zone: meeting.zone,
      ...(isUrgentChange(now, nearest) && { atNight: true }),
      depends: dependsOnMeeting(batch, meeting, { contact, n, kind: 'change' }),
    },
  }));
}
