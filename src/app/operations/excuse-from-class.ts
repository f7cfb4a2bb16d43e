import { isExcuseTaken } from '../../domain/attendance.ts';
import { entryOf } from '../../domain/batch.ts';
import type { Call, DoDeed } from '../../domain/operation.ts';
import { excuse, registrationId } from '../../domain/registration.ts';
import type { Office } from '../office.ts';
import { codeOf, textOf } from './read-args.ts';
import { parseMeetingCode } from './show-meeting.ts';

/** Somebody who holds a seat cannot come to one class, or could not. Their reason stands with their registration. */
export function catatIzin(office: Office): DoDeed {
  return async (call) => {
    const { batch: id, meeting } = parseMeetingCode(codeOf(call.args['pertemuan']) ?? '');
    const batch = await office.batches.read(id);
    const isOpen = batch?.meetings.some(
      (one) => one.id === meeting && one.state === 'planned' && isExcuseTaken(one, call.now),
    );
    if (batch === null || isOpen !== true || entryOf(batch, call.contact)?.state !== 'seat') return LATE;
    const isKept = await office.registrations.change(registrationId(batch.programme, call.contact), (doc) => {
      if (doc === null || doc.batch !== id) return { doc: null, result: false };
      return { doc: excuse(doc, { meeting, ...reasonOf(call), by: call.id, at: call.now }), result: true };
    });
    return isKept ? { result: 'tercatat', values: {} } : LATE;
  };
}

const LATE = { result: 'sudah_lewat', values: {} };

function reasonOf({ args }: Call): { readonly reason?: string } {
  const reason = textOf(args['alasan']);
  return reason === undefined ? {} : { reason };
}
