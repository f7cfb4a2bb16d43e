import { plannedMeetings } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Fields, Value } from '../../engine/value.ts';
import { zoneWord } from '../../language/write-date.ts';
import { meetingCode } from './find-meeting.ts';
import { toRecord } from './read-args.ts';

/** A class as flows list it. Its code names the batch too. */
export function showMeeting(batch: Batch, meeting: Meeting, title: string, more: Fields = {}): Value {
  return toRecord(meetingCode(batch, meeting), title, {
    judul: title,
    gelombang: batch.number,
    pertemuan: meetingNumber(batch, meeting),
    mulai: { type: 'moment', at: meeting.startsAt, zone: meeting.zone },
    zona: zoneWord(meeting.zone),
    selesai: { type: 'moment', at: meeting.endsAt, zone: meeting.zone },
    tempat: meeting.place,
    peta: orUnset(meeting.map),
    bawaan: orUnset(meeting.bring),
    narahubung: orUnset(batch.contactPerson),
    ...more,
  });
}

/** First, second ... of the classes that take place; a cancelled one keeps the number it would have. */
export function meetingNumber(batch: Batch, meeting: Meeting): number {
  return plannedMeetings(batch).filter((other) => other.startsAt < meeting.startsAt).length + 1;
}

/** An empty text is unset for templates. */
export function orUnset(text: string): string | null {
  return text === '' ? null : text;
}
