import { isComing, peopleOf } from '../../domain/event.ts';
import type { PublicEvent } from '../../domain/event.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';

/** Events that take place and have not begun, the next one first; a regency has some tens. */
export async function comingEvents(
  { events, tenant }: Pick<Office, 'events' | 'tenant'>,
  now: number,
): Promise<readonly PublicEvent[]> {
  const all = await findAll(events, 'tenant', tenant.id);
  return all.filter((one) => isComing(one, now)).toSorted((a, b) => a.meeting.startsAt - b.meeting.startsAt);
}

/** The events that a person comes to, each with how many people. */
export async function eventsOf(
  { events, tenant }: Pick<Office, 'events' | 'tenant'>,
  contact: string,
): Promise<readonly (Pick<PublicEvent, 'id' | 'title'> & { readonly people: number })[]> {
  const all = await findAll(events, 'tenant', tenant.id);
  return all
    .map((event) => ({ id: event.id, title: event.title, people: peopleOf(event, contact) }))
    .filter(({ people }) => people > 0);
}
