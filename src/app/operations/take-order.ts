import type { Meeting, MeetingChange } from '../../domain/meeting.ts';
import type { Call, Outcome } from '../../domain/operation.ts';
import type { Fields } from '../../engine/value.ts';
import { toEpoch } from '../../language/calendar.ts';
import type { ChangeOrder, Ordered } from '../reminding/order-change.ts';
import { codeOf, dateOf, textOf, timeOf } from './read-args.ts';

/** How a flow asks for another time or place, or for none; only the answers that go with `perubahan` count. */
export function readOrder(meeting: Meeting, { id, now, args }: Call): ChangeOrder {
  return { by: id, at: now, change: readChange(meeting, args) };
}

function readChange({ zone }: Meeting, args: Fields): MeetingChange {
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

/** What the officer is told of their order. */
export function tellOrdered({ change }: ChangeOrder, ordered: Ordered): Outcome {
  if (ordered.type !== 'changed') return ordered.type === 'over' ? tooLate : { result: 'tidak_berubah', values: {} };
  return { result: change.cancel === undefined ? 'diubah' : 'dibatalkan', values: { orang: ordered.people } };
}

/** What can be changed no more, or is gone. */
export const tooLate: Outcome = { result: 'sudah_lewat', values: {} };
