import { attend, isExcused, isListOpen, presenceIn, unattend } from '../../domain/attendance.ts';
import { entryOf, plannedMeetings } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import type { Registration } from '../../domain/registration.ts';
import { held } from '../../domain/seats.ts';
import type { Fields } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { attendanceCode } from './attendance-code.ts';
import { findMeeting } from './find-meeting.ts';
import { codeOf, listOf } from './read-args.ts';
import { titleOf } from './show-batch.ts';
import { showMeeting } from './show-meeting.ts';
import { writeAudit } from './write-audit.ts';

/** Classes whose list is open, the nearest to now first: the code for the board, and how many came. */
export function daftarHadir(office: Office): ReadRows {
  return async ({ officer, now }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const batches = await findAll(office.batches, 'tenant', office.tenant.id);
    const lists = batches.map(async (batch) => {
      const open = plannedMeetings(batch).filter((meeting) => isListOpen(meeting, now));
      if (open.length === 0) return [];
      const title = await titleOf(office, batch);
      const seated = await seatedIn(office, batch);
      return open.map((meeting) => ({
        away: Math.abs(meeting.startsAt - now),
        shown: showMeeting(batch, meeting, title, listFields(office, batch, meeting, seated)),
      }));
    });
    const open = (await Promise.all(lists)).flat();
    return open.toSorted((a, b) => a.away - b.away).map(({ shown }) => shown);
  };
}

function listFields(office: Office, batch: Batch, meeting: Meeting, seated: readonly Registration[]): Fields {
  const present = seated.map((one) => presenceIn(one, meeting)).filter((one) => one !== undefined);
  return {
    kode_kelas: attendanceCode(office, batch, meeting),
    peserta: held(batch),
    hadir: present.length,
    terlambat: present.filter(({ late }) => late).length,
    izin: seated.filter((one) => isExcused(one, meeting) && presenceIn(one, meeting) === undefined).length,
  };
}

/** Notes people as present whom the teacher saw (no signal, no telephone, a list on paper), and others as not present after all. */
export function catatKehadiran(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const found = await findMeeting(office, call.args);
    if (found === null || !isNoted(found.meeting, call.now)) return { result: 'di_luar_waktu', values: {} };
    const { batch, meeting } = found;
    const seen = { at: meeting.startsAt, late: false, by: call.id };
    const change = (name: string, to: (doc: Registration) => Registration): readonly Promise<null>[] =>
      listOf(call.args[name]).map((person) =>
        office.registrations.change(codeOf(person) ?? '', (doc) => {
          const after = doc === null || !holdsSeat(batch, doc) ? doc : to(doc);
          return { doc: after === doc ? null : after, result: null };
        }),
      );
    await Promise.all([
      ...change('peserta', (doc) => attend(doc, meeting, seen)),
      ...change('batal', (doc) => unattend(doc, meeting, call.now)),
    ]);
    await writeAudit(office, call, 'attendance_noted', `${batch.id}.${meeting.id}`);
    return { result: 'tercatat', values: {} };
  };
}

/** Whether officers note who was in a class: once it has begun, for a week. */
export function isNoted(meeting: Meeting, now: number): boolean {
  return meeting.state === 'planned' && meeting.startsAt <= now && isListOpen(meeting, now);
}

/** The registrations of those who hold a seat in a batch. */
export async function seatedIn(office: Pick<Office, 'registrations'>, batch: Batch): Promise<readonly Registration[]> {
  return (await findAll(office.registrations, 'batch', batch.id)).filter((one) => holdsSeat(batch, one));
}

function holdsSeat(batch: Batch, { contact, n, batch: id }: Registration): boolean {
  const entry = entryOf(batch, contact);
  return id === batch.id && entry?.state === 'seat' && entry.n === n;
}
