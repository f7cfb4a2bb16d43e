import { toAttendanceCode } from '../../domain/attendance.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Office } from '../office.ts';

/**
 * What the teacher writes on the board: four signs that nobody keeps anywhere, because whoever holds the key finds them again.
 * A class that was moved has another.
 */
export function attendanceCode({ fingerprint }: Pick<Office, 'fingerprint'>, batch: Batch, meeting: Meeting): string {
  return toAttendanceCode(fingerprint('hadir', `${batch.id} ${meeting.id} ${meeting.sv}`));
}
