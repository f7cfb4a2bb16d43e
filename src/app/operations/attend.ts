import { attend, doorOf, isLockedOut, meetingsOfDay, missCode, presenceIn } from '../../domain/attendance.ts';
import { entryOf } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Call, DoDeed, Look } from '../../domain/operation.ts';
import type { Registration } from '../../domain/registration.ts';
import type { Fields, Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findOwn } from '../read-all.ts';
import { attendanceCode } from './attendance-code.ts';
import { textOf } from './read-args.ts';

/** A class of today in which the person holds a seat. */
interface Seat {
  readonly registration: Registration;
  readonly batch: Batch;
  readonly meeting: Meeting;
}

/** Whether the person has a class today. */
export function pertemuanHariIni(office: Office): Look {
  return async (call) => {
    const { isKnown, seats } = await seatsToday(office, call);
    return { result: seats.length > 0 ? 'ada' : isKnown ? 'tidak_ada' : 'belum_terdaftar', values: {} };
  };
}

/** Notes that somebody is in class, by the code on its board; the code says which class of the day it is. */
export function catatHadir(office: Office): DoDeed {
  return async (call) => {
    const { seats } = await seatsToday(office, call);
    const code = (textOf(call.args['kode']) ?? '').toUpperCase();
    const [first] = seats;
    if (first === undefined) return WRONG;
    const seat = seats.find(({ batch, meeting }) => attendanceCode(office, batch, meeting) === code);
    if (isLockedOut(first.registration, first.meeting.id)) return { result: 'terlalu_sering', values: {} };
    if (seat !== undefined) return enter(office, seat, call);
    await office.registrations.change(first.registration.id, (doc) => ({
      doc: doc === null ? null : missCode(doc, first.meeting.id),
      result: null,
    }));
    return WRONG;
  };
}

const WRONG = { result: 'kode_salah', values: {} };

async function enter(office: Office, { registration, batch, meeting }: Seat, { id: by, now }: Call) {
  const { opens, lateFrom, closes } = doorOf(meeting);
  const title = (await office.programmes.read(batch.programme))?.title ?? '';
  const known = presenceIn(registration, meeting);
  if (known === undefined && (now < opens || now >= closes)) {
    return { result: 'di_luar_waktu', values: { judul: title, buka: at(opens, meeting), tutup: at(closes, meeting) } };
  }
  const presence = await office.registrations.change(registration.id, (doc) => {
    if (doc === null) return { doc: null, result: undefined };
    const after = attend(doc, meeting, { at: now, late: now >= lateFrom, by });
    return { doc: after === doc ? null : after, result: presenceIn(after, meeting) };
  });
  if (presence === undefined) return WRONG;
  const values: Fields = { judul: title, pada: at(presence.at, meeting) };
  const result = presence.by !== by ? 'sudah' : presence.late ? 'terlambat' : 'tercatat';
  return { result, values };
}

function at(moment: number, { zone }: Meeting): Value {
  return { type: 'moment', at: moment, zone };
}

async function seatsToday(
  office: Office,
  { contact, now }: Call,
): Promise<{ readonly isKnown: boolean; readonly seats: readonly Seat[] }> {
  const registrations = await findOwn(office.registrations, contact);
  const held = registrations.map(async (registration) => {
    const batch = registration.state === 'in' ? await office.batches.read(registration.batch) : null;
    return batch !== null && entryOf(batch, contact)?.state === 'seat' ? { registration, batch } : null;
  });
  const mine = (await Promise.all(held)).filter((one) => one !== null);
  const seats = mine
    .flatMap((one) => meetingsOfDay(one.batch, now).map((meeting) => ({ ...one, meeting })))
    .toSorted((a, b) => a.meeting.startsAt - b.meeting.startsAt);
  return { isKnown: mine.length > 0, seats };
}
