import { plannedMeetings } from '../../domain/batch.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import { held } from '../../domain/seats.ts';
import type { Office } from '../office.ts';
import { orderMeetingChange } from '../order-meeting-change.ts';
import { findAll } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf } from './read-args.ts';
import { readMeetingChange } from './read-meeting-change.ts';
import { parseMeetingCode, showMeeting } from './show-meeting.ts';
import { writeAudit } from './write-audit.ts';

/** Classes that can still be moved or cancelled, the next one first. */
export function pertemuanKelolaan(office: Office): ReadRows {
  return async ({ now }) => {
    const programmes = await findAll(office.programmes, 'tenant', office.tenant.id);
    const batches = await findAll(office.batches, 'tenant', office.tenant.id);
    const rows = batches.flatMap((batch) => {
      const title = programmes.find(({ id }) => id === batch.programme)?.title ?? '';
      return plannedMeetings(batch)
        .filter(({ startsAt }) => startsAt > now)
        .map((meeting) => ({
          startsAt: meeting.startsAt,
          row: showMeeting(batch, meeting, title, { peserta: held(batch) }),
        }));
    });
    return rows.toSorted((a, b) => a.startsAt - b.startsAt).map(({ row }) => row);
  };
}

/** Moves or cancels a class; answered when the old time is not on its way to anybody any more. */
export function ubahPertemuan(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const where = parseMeetingCode(codeOf(call.args['pertemuan']) ?? '');
    const batch = await office.batches.read(where.batch);
    const meeting = batch?.meetings.find(({ id }) => id === where.meeting);
    if (meeting === undefined) return { result: 'sudah_lewat', values: {} };
    const change = readMeetingChange(meeting, call.args);
    const outcome = await orderMeetingChange(office, { ...where, id: call.id, change, now: call.now });
    if (outcome.type === 'same') return { result: 'tidak_berubah', values: {} };
    if (outcome.type !== 'changed') return { result: 'sudah_lewat', values: {} };
    await writeAudit(office, call, 'meeting_changed', `${where.batch}.${where.meeting}`);
    const result = change.cancel === undefined ? 'diubah' : 'dibatalkan';
    return { result, values: { orang: outcome.people } };
  };
}
