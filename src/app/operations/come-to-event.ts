import { freePlaces, mostPeople, peopleOf, rsvp } from '../../domain/event.ts';
import type { PublicEvent } from '../../domain/event.ts';
import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import type { Outcome } from '../../engine/flow.ts';
import type { Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { changeContact } from './change-contact.ts';
import { codeOf } from './read-args.ts';
import { comingEvents } from './read-events.ts';
import { showEvent } from './show-event.ts';

/** Events that one may still come to, the next one first. */
export function acaraMendatang(office: Office): ReadRows {
  return async ({ contact, now }) => (await comingEvents(office, now)).map((one) => showEvent(office, one, contact));
}

/** They come, with so many people; said again, the new number holds. */
export function ikutAcara(office: Office): DoDeed {
  return async (call) => {
    // Whoever comes is known from now on: they are told when it is moved.
    await changeContact(office, call, (contact) => contact);
    return answer(office, call, toPeople(call.args['orang']));
  };
}

/** They do not come; somebody else may. */
export function lepasAcara(office: Office): DoDeed {
  return (call) => answer(office, call, 0);
}

async function answer(office: Office, { id: by, contact, now, args }: Call, people: number): Promise<Outcome> {
  return office.events.change(codeOf(args['acara']) ?? '', (doc) => {
    if (doc === null) return { doc: null, result: closed };
    const decided = rsvp(doc, { by, contact, people }, now);
    const after = decided.event === doc ? null : decided.event;
    if (decided.answer === 'closed') return { doc: after, result: closed };
    const result = decided.answer === 'noted' ? noted : refuse(decided.event, contact);
    return { doc: after, result };
  });
}

const noted: Outcome = { result: 'tercatat', values: {} };
const closed: Outcome = { result: 'ditutup', values: {} };

/** With how many people they may still come. */
function refuse(event: PublicEvent, contact: string): Outcome {
  const sisa = (freePlaces(event) ?? 0) + peopleOf(event, contact);
  return sisa === 0 ? { result: 'penuh', values: {} } : { result: 'kurang', values: { sisa } };
}

function toPeople(value: Value | undefined): number {
  const asked = typeof value === 'number' ? Math.trunc(value) : 1;
  return Math.min(Math.max(asked, 1), mostPeople);
}
