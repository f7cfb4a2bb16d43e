import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Dependency } from '../../domain/ports/deliveries.ts';
import type { Fields } from '../../engine/value.ts';
import { meetingNumber, orUnset } from '../operations/show-meeting.ts';

/** What a push about a class rests on: its schedule version, and the seat of the person. */
export function dependsOnMeeting(batch: Batch, meeting: Meeting, who: Fields): Dependency {
  return {
    on: `${batch.id}.${meeting.id}`,
    version: meeting.sv,
    fields: { type: 'meeting', batch: batch.id, meeting: meeting.id, ...who },
  };
}

/** What is filled in into a sentence about a class. */
export function meetingValues(batch: Batch, meeting: Meeting, title: string): Fields {
  return {
    judul: title,
    gelombang: batch.number,
    pertemuan: meetingNumber(batch, meeting),
    mulai: { type: 'moment', at: meeting.startsAt, zone: meeting.zone },
    tempat: meeting.place,
    alamat: orUnset(meeting.map),
    bawaan: orUnset(meeting.bring),
  };
}
