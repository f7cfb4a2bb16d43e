import { coming, endOfEvent, eventRules, remindedOf, settleEvent } from '../../domain/event.ts';
import type { EventNotice, PublicEvent } from '../../domain/event.ts';
import type { Dependency } from '../../domain/ports/deliveries.ts';
import { isUrgentChange } from '../../domain/quiet-hours.ts';
import { dueReminders } from '../../domain/reminder.ts';
import type { DueReminder } from '../../domain/reminder.ts';
import type { Fields } from '../../engine/value.ts';
import { addPushes } from '../add-pushes.ts';
import type { Office } from '../office.ts';
import { orUnset } from '../operations/show-meeting.ts';
import { addressed } from './letter.ts';
import type { Letter } from './letter.ts';

const dayMs = 24 * 60 * 60_000;

/**
 * One look at an event: reminders that are due (R13 of F13) and notices that are owed become rows, and only then it forgets
 * them. A while after it took place, it is forgotten with its guests. Whatever dies in between is done again with the same keys.
 */
export async function lookAtEvent(office: Office, id: string, now: number): Promise<void> {
  const event = await office.events.read(id);
  if (event === null) return;
  const due = dueReminders(remindedOf(event), eventRules, now);
  const letters = [
    ...due.reminders.map((one) => toReminder(event, one)),
    ...event.owes.flatMap((owed) => toChangeNotices(event, owed, now)),
  ];
  await addPushes(office, await addressed(office, letters));
  const told = event.owes.map((owed) => owed.id);
  if (due.fired.length + told.length > 0) {
    await office.events.change(id, (doc) => ({
      doc: doc === null ? null : settleEvent(doc, due.fired, told),
      result: null,
    }));
  }
  if (endOfEvent(event) <= now) await office.events.remove(id);
}

function toReminder(event: PublicEvent, { rule, meeting, contact, due, until }: DueReminder): Letter {
  return {
    contact,
    write: (say) => say(`layanan.${rule.id}`, eventValues(event)),
    push: {
      id: [rule.id, event.id, meeting.sv, contact].join('.'),
      class: 'reminder',
      source: rule.id,
      due,
      until,
      zone: meeting.zone,
      purpose: 'pengingat',
      depends: dependsOnEvent(event, contact),
    },
  };
}

/** To everybody who comes: the old time and the new one, or that it is cancelled. One that was overtaken says nothing. */
function toChangeNotices(event: PublicEvent, { id, sv, was }: EventNotice, now: number): readonly Letter[] {
  const { meeting } = event;
  if (meeting.sv !== sv) return [];
  const values: Fields = {
    ...eventValues(event),
    semula_mulai: { type: 'moment', at: was.startsAt, zone: was.zone },
    semula_tempat: was.place,
    alasan: orUnset(meeting.reason),
  };
  const key = `layanan.acara_${meeting.state === 'cancelled' ? 'dibatalkan' : 'diubah'}`;
  const nearest = Math.min(was.startsAt, meeting.startsAt);
  return coming(event).map(({ contact }) => ({
    contact,
    write: (say) => say(key, values),
    push: {
      id: [id, event.id, contact].join('.'),
      class: 'change',
      source: 'change',
      due: now,
      until: Math.max(meeting.startsAt, now + dayMs),
      zone: meeting.zone,
      ...(isUrgentChange(now, nearest) && { atNight: true }),
      depends: dependsOnEvent(event, contact),
    },
  }));
}

/** What a push about an event rests on: its schedule version, and that the person comes. */
function dependsOnEvent({ id, meeting }: PublicEvent, contact: string): Dependency {
  return { on: id, version: meeting.sv, fields: { type: 'event', event: id, contact } };
}

function eventValues({ title, meeting }: PublicEvent): Fields {
  return {
    judul: title,
    mulai: { type: 'moment', at: meeting.startsAt, zone: meeting.zone },
    tempat: meeting.place,
    alamat: orUnset(meeting.map),
  };
}
