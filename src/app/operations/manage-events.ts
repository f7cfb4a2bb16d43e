import { coming, countPeople, eventLengthMs, openEvent } from '../../domain/event.ts';
import { planMeeting } from '../../domain/meeting.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import { toEpoch } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { orderEventChange } from '../reminding/order-change.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, dateOf, textOf, timeOf } from './read-args.ts';
import { comingEvents } from './read-events.ts';
import { showEvent } from './show-event.ts';
import { readOrder, tellOrdered, tooLate } from './take-order.ts';
import { writeAudit } from './write-audit.ts';

/** Events that can still be moved or cancelled, with how many come; never who. */
export function acaraKelolaan(office: Office): ReadRows {
  return async ({ officer, contact, now }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const events = await comingEvents(office, now);
    return events.map((one) =>
      showEvent(office, one, contact, { pendaftar: coming(one).length, orang: countPeople(one) }),
    );
  };
}

/** Makes an event, by the clock of the regency. */
export function buatAcara(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const { args, now } = call;
    const { id: tenant, zone } = office.tenant;
    const id = office.fingerprint('event', call.id);
    const date = dateOf(args['tanggal']);
    const time = timeOf(args['jam']);
    const startsAt = date === undefined || time === undefined ? 0 : toEpoch(date, time, zone);
    if (startsAt <= now && (await office.events.read(id)) === null) return { result: 'sudah_lewat', values: {} };
    const meeting = planMeeting({
      id: 'm1',
      startsAt,
      endsAt: startsAt + eventLengthMs,
      zone,
      place: textOf(args['tempat']) ?? '',
      map: textOf(args['peta']) ?? '',
      bring: '',
    });
    const seats = typeof args['kursi'] === 'number' ? args['kursi'] : null;
    await office.events.create(id, openEvent({ id, tenant, title: textOf(args['judul']) ?? '', meeting, seats }));
    await writeAudit(office, call, 'event_made', id);
    return { result: 'dibuat', values: {} };
  };
}

/** Moves or cancels an event; answered when the old time is not on its way to anybody any more. */
export function ubahAcara(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const id = codeOf(call.args['acara']) ?? '';
    const event = await office.events.read(id);
    if (event === null) return tooLate;
    const order = readOrder(event.meeting, call);
    const ordered = await orderEventChange(office, id, order);
    if (ordered.type === 'changed') await writeAudit(office, call, 'event_changed', id);
    return tellOrdered(order, ordered);
  };
}
