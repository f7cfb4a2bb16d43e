import type { Meeting, MeetingChange } from '../../domain/meeting.ts';
import type { Fields } from '../../engine/value.ts';
import { toEpoch } from '../../language/calendar.ts';
import { codeOf, dateOf, textOf, timeOf } from './read-args.ts';

/** How a flow asks for another time or place, or for none; only the answers that go with `perubahan` count. */
export function readMeetingChange({ zone }: Meeting, args: Fields): MeetingChange {
  const what = codeOf(args['perubahan']);
  if (what === 'batalkan') return { cancel: { reason: textOf(args['alasan']) ?? '' } };
  const date = dateOf(args['tanggal']);
  const time = timeOf(args['jam']);
  const place = textOf(args['tempat']);
  const moves = what !== 'tempat' && date !== undefined && time !== undefined;
  return {
    ...(moves && { startsAt: toEpoch(date, time, zone) }),
    ...(what !== 'waktu' && place !== undefined && { place }),
  };
}
