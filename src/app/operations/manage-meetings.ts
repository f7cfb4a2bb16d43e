import { plannedMeetings } from '../../domain/batch.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import { held } from '../../domain/seats.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { orderMeetingChange } from '../reminding/order-change.ts';
import { requireOfficer } from '../tell-officers.ts';
import { findMeeting } from './find-meeting.ts';
import { showMeeting } from './show-meeting.ts';
import { readOrder, tellOrdered, tooLate } from './take-order.ts';
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
    const found = await findMeeting(office, call.args);
    if (found === null) return tooLate;
    const where = { batch: found.batch.id, meeting: found.meeting.id };
    const order = readOrder(found.meeting, call);
    const ordered = await orderMeetingChange(office, where, order);
    if (ordered.type === 'changed')
      await writeAudit(office, call, 'meeting_changed', `${where.batch}.${where.meeting}`);
    return tellOrdered(order, ordered);
  };
}
