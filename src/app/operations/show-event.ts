import { freePlaces, mostFor, peopleOf } from '../../domain/event.ts';
import type { PublicEvent } from '../../domain/event.ts';
import type { Fields, Value } from '../../engine/value.ts';
import { zoneWord } from '../../language/write-date.ts';
import type { Office } from '../office.ts';
import { toRecord } from './read-args.ts';
import { orUnset } from './show-meeting.ts';

/** An event as flows list it to somebody. */
export function showEvent({ say }: Office, event: PublicEvent, contact: string, more: Fields = {}): Value {
  const { startsAt, zone, place, map } = event.meeting;
  const sisa = freePlaces(event);
  const key = sisa === null ? 'bebas' : sisa === 0 ? 'penuh' : 'ada';
  return toRecord(event.id, event.title, {
    judul: event.title,
    mulai: { type: 'moment', at: startsAt, zone },
    zona: zoneWord(zone),
    tempat: place,
    peta: orUnset(map),
    keadaan: say(`layanan.keadaan_acara.${key}`, { sisa }),
    saya: peopleOf(event, contact),
    muat: mostFor(event, contact),
    ...more,
  });
}
