import { dayOf, isExcuseTaken } from '../../domain/attendance.ts';
import { entryOf } from '../../domain/batch.ts';
import type { Call, DoDeed } from '../../domain/operation.ts';
import { excuse, registrationId } from '../../domain/registration.ts';
import { isRecord, isTagged } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findMeeting } from './find-meeting.ts';
import { textOf } from './read-args.ts';

/** Somebody who holds a seat cannot come to one class, or could not. Their reason stands with their registration. */
export function catatIzin(office: Office): DoDeed {
  return async (call) => {
    const found = await findMeeting(office, call.args);
    if (found === null) return LATE;
    const { batch, meeting } = found;
    const day = dayOf(meeting);
    const isOpen = meeting.state === 'planned' && isExcuseTaken(meeting, call.now) && askedFor(call, day) === day;
    if (!isOpen || entryOf(batch, call.contact)?.state !== 'seat') return LATE;
    const isKept = await office.registrations.change(registrationId(batch.programme, call.contact), (doc) => {
      if (doc === null || doc.batch !== batch.id) return { doc: null, result: false };
      const after = excuse(doc, { meeting: meeting.id, day, ...reasonOf(call), by: call.id, at: call.now });
      return { doc: after, result: true };
    });
    return isKept ? { result: 'tercatat', values: {} } : LATE;
  };
}

/** The day that the person was asked about: the class may have moved while they thought. */
function askedFor({ args: { pertemuan = null } }: Call, day: string): string {
  const begins = isRecord(pertemuan) ? (pertemuan.fields['mulai'] ?? null) : null;
  return isTagged(begins) && begins.type === 'moment' ? dayOf({ startsAt: begins.at, zone: begins.zone }) : day;
}

const LATE = { result: 'sudah_lewat', values: {} };

function reasonOf({ args }: Call): { readonly reason?: string } {
  const reason = textOf(args['alasan']);
  return reason === undefined ? {} : { reason };
}
