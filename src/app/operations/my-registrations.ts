import { entryOf, plannedMeetings } from '../../domain/batch.ts';
import type { Batch, Entry } from '../../domain/batch.ts';
import type { Call, Look, ReadRows } from '../../domain/operation.ts';
import { registrationId } from '../../domain/registration.ts';
import type { Registration } from '../../domain/registration.ts';
import { position } from '../../domain/seats.ts';
import type { Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findOwn } from '../read-all.ts';
import { codeOf, toRecord } from './read-args.ts';
import { showMeeting } from './show-meeting.ts';

/** A registration that is more than a draft, with the batch and the entry that decide what it is worth. */
interface Held {
  readonly registration: Registration;
  readonly batch: Batch;
  readonly entry: Entry | undefined;
  readonly title: string;
}

/** Everything the person ever registered for, with what became of it. */
export function pendaftaranSaya(office: Office): ReadRows {
  return async (call) => (await heldBy(office, call)).map((held) => showRegistration(office, held, call.now));
}

/** What can still be given up: a seat, an offer, a place in the queue of a class that has not begun. */
export function pendaftaranBerjalan(office: Office): ReadRows {
  return async (call) =>
    (await heldBy(office, call))
      .filter(({ batch, entry }) => entry !== undefined && entry.state !== 'out' && !isOver(batch, call.now))
      .map((held) => showRegistration(office, held, call.now));
}

/** Seats that are offered and wait for a yes. */
export function tawaranSaya(office: Office): ReadRows {
  return async (call) =>
    (await heldBy(office, call))
      .filter(({ entry }) => entry?.state === 'offer' && (entry.until ?? 0) > call.now)
      .map((held) => showRegistration(office, held, call.now));
}

/** Classes to come of the batches in which the person has a seat, the next one first. */
export function jadwalSaya(office: Office): ReadRows {
  return async (call) =>
    (await heldBy(office, call))
      .filter(({ entry }) => entry?.state === 'seat')
      .flatMap(({ batch, title }) =>
        plannedMeetings(batch)
          .filter((meeting) => meeting.endsAt > call.now)
          .map((meeting) => ({ startsAt: meeting.startsAt, row: showMeeting(batch, meeting, title) })),
      )
      .toSorted((a, b) => a.startsAt - b.startsAt)
      .map(({ row }) => row);
}

/** Whether the person is in the programme already, before they answer everything a second time. */
export function sudahTerdaftar(office: Office): Look {
  return async (call) => {
    const batch = await office.batches.read(codeOf(call.args['pelatihan']) ?? '');
    const id = registrationId(batch?.programme ?? '', call.contact);
    const held = (await heldBy(office, call)).find(({ registration }) => registration.id === id);
    if (held?.entry === undefined || held.entry.state === 'out') return { result: 'belum', values: {} };
    return { result: 'sudah', values: { nomor: held.registration.number, status: statusOf(office, held, call.now) } };
  };
}

async function heldBy(office: Office, call: Call): Promise<readonly Held[]> {
  const registrations = await findOwn(office.registrations, call.contact);
  const held = registrations
    .filter(({ state }) => state === 'in' || state === 'left')
    .map(async (registration) => {
      const [batch, programme] = await Promise.all([
        office.batches.read(registration.batch),
        office.programmes.read(registration.programme),
      ]);
      if (batch === null) return [];
      const found = entryOf(batch, call.contact);
      const entry = found?.n === registration.n ? found : undefined;
      return [{ registration, batch, entry, title: programme?.title ?? '' }];
    });
  return (await Promise.all(held)).flat();
}

function showRegistration(office: Office, held: Held, now: number): Value {
  const { registration, batch, entry, title } = held;
  const [first] = plannedMeetings(batch);
  return toRecord(registration.id, title, {
    nomor: registration.number,
    nama: registration.answers.name ?? '',
    judul: title,
    gelombang: batch.number,
    mulai: first === undefined ? null : { type: 'moment', at: first.startsAt, zone: first.zone },
    tempat: first?.place ?? '',
    status: statusOf(office, held, now),
    batas_jawab: offerEnd(office, entry),
  });
}

function statusOf(office: Office, { registration, batch, entry }: Held, now: number): string {
  const say = (status: string, values = {}): string => office.say(`layanan.status_pendaftaran.${status}`, values);
  if (registration.state === 'left') return say('mundur');
  if (entry === undefined || entry.state === 'out') return say('dilepas');
  if (plannedMeetings(batch).length === 0) return say('dibatalkan');
  if (isOver(batch, now)) return say(entry.state === 'seat' ? 'tamat' : 'selesai');
  if (entry.state === 'wait') return say('antre', { urutan: position(batch, entry.contact) });
  return entry.state === 'seat' ? say('diterima') : say('ditawari', { batas_jawab: offerEnd(office, entry) });
}

function offerEnd(office: Office, entry: Entry | undefined): Value {
  const until = entry?.until ?? null;
  return until === null ? null : { type: 'moment', at: until, zone: office.tenant.zone };
}

function isOver(batch: Batch, now: number): boolean {
  return plannedMeetings(batch).every((meeting) => meeting.endsAt <= now);
}
