import { isExcused } from '../../domain/attendance.ts';
import type { Owed } from '../../domain/batch.ts';
import { isUrgentChange } from '../../domain/quiet-hours.ts';
import type { Office } from '../office.ts';
import { seatedIn } from '../operations/keep-attendance.ts';
import { orUnset } from '../operations/show-meeting.ts';
import { dependsOnMeeting, meetingValues } from './about-meeting.ts';
import type { Letter, Subject } from './letter.ts';
import { toOfferNotice } from './write-offers.ts';

const dayMs = 24 * 60 * 60_000;

/** What a decision about a batch owes to the people in it, as letters; news of its opening is told to others. */
export async function toNotices(office: Office, subject: Subject, owed: Owed): Promise<readonly Letter[]> {
  if (owed.type === 'opened') return [];
  return owed.type === 'changed' ? toChangeNotices(office, subject, owed) : toOfferNotice(office, subject, owed);
}

/**
 * To everybody who holds a seat or is offered one: the old time, the new one, or that the class is cancelled; who could not
 * come on the old day hears that they are asked anew.
 */
async function toChangeNotices(
  office: Office,
  { batch, title, now }: Subject,
  owed: Extract<Owed, { type: 'changed' }>,
): Promise<readonly Letter[]> {
  const meeting = batch.meetings.find(({ id, sv }) => id === owed.meeting && sv === owed.sv);
  if (meeting === undefined) return [];
  const { was } = owed;
  const values = {
    ...meetingValues(batch, meeting, title),
    semula_mulai: { type: 'moment', at: was.startsAt, zone: was.zone },
    semula_tempat: was.place,
    alasan: orUnset(meeting.reason),
  } as const;
  const seated = meeting.state === 'cancelled' ? [] : await seatedIn(office, batch);
  const freed = seated.filter((one) => isExcused(one, { ...meeting, ...was }) && !isExcused(one, meeting));
  const askedAnew = new Set(freed.map(({ contact }) => contact));
  const keyFor = (contact: string): string => {
    if (meeting.state === 'cancelled') return 'layanan.kelas_dibatalkan';
    return askedAnew.has(contact) ? 'layanan.kelas_diubah_izin' : 'layanan.kelas_diubah';
  };
  const nearest = Math.min(was.startsAt, meeting.startsAt);
  const told = batch.entries.filter(({ state }) => state === 'seat' || state === 'offer');
  return told.map(({ contact, n }) => ({
    contact,
    write: (say) => say(keyFor(contact), values),
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
