import { entryOf, plannedMeetings, takesRegistrations } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import { agreesTo } from '../../domain/contact.ts';
import { answersTo } from '../../domain/form.ts';
import type { Call, DoDeed, Outcome } from '../../domain/operation.ts';
import { refusal } from '../../domain/programme.ts';
import type { Programme } from '../../domain/programme.ts';
import { learnProfile, mayAskAgain, registrationId } from '../../domain/registration.ts';
import type { Answers, Registration } from '../../domain/registration.ts';
import { offerHours, take, waiting } from '../../domain/seats.ts';
import type { Taken } from '../../domain/seats.ts';
import { isRecord } from '../../engine/value.ts';
import { localParts } from '../../language/calendar.ts';
import { officeIn } from '../office.ts';
import type { Office } from '../office.ts';
import { allotNumber } from './allot-number.ts';
import { changeContact } from './change-contact.ts';
import { leaveBatch } from './keep-seat.ts';
import { codeOf, dateOf, namedOf, pick, textOf } from './read-args.ts';

/**
 * A seat, or a place in the queue. Written in this order: the registration says that it asks (one per person and
 * programme), the batch decides, the registration keeps the number of its entry, the profile learns. Every step is
 * done by the deed's id, so all of it can be done again after a crash at any point.
 */
export function daftarkan(office: Office): DoDeed {
  return async (call) => {
    const batch = await office.batches.read(codeOf(call.args['pelatihan']) ?? '');
    const programme = batch === null ? null : await office.programmes.read(batch.programme);
    if (batch === null || programme === null) return refused(office, call, 'ditutup');
    const id = registrationId(programme.id, call.contact);
    const known = await office.registrations.read(id);
    if (known?.by === call.id) return settle(office, call, known);
    const answers = { ...answersOf(call), ...(await ownAnswers(office, call)) };
    const why = await whyNot(office, call, programme, batch, answers);
    if (why !== null) return refused(office, call, why, { usia_minimal: programme.minAge });
    const asked = await ask(office, call, { batch, known, answers });
    return asked.by === call.id ? settle(office, call, asked) : { result: 'sudah', values: { nomor: asked.number } };
  };
}

/** A yes to the queue for the draft that `penuh` kept. */
export function masukAntrean(office: Office): DoDeed {
  return async (call) => {
    const draft = await office.registrations.read(textOf(call.args['draf']) ?? '');
    if (draft === null || draft.contact !== call.contact) return { result: 'ditutup', values: {} };
    if (draft.by === call.id) return settle(office, call, draft, true);
    const batch = await office.batches.read(draft.batch);
    if (batch === null || draft.state !== 'draft' || !takesRegistrations(batch, call.now)) {
      return { result: 'ditutup', values: {} };
    }
    const asked = await ask(office, call, { batch, known: draft, answers: draft.answers });
    return asked.by === call.id ? settle(office, call, asked, true) : { result: 'ditutup', values: {} };
  };
}

interface Asking {
  readonly batch: Batch;
  readonly known: Registration | null;
  readonly answers: Answers;
}

/** Writes that this deed asks; resolves with whoever's asking stands there now. */
async function ask(office: Office, call: Call, { batch, known, answers }: Asking): Promise<Registration> {
  const lapsed = await lapsedDeed(office, known, call.now);
  if (known !== null && !mayAskAgain(known, lapsed)) return known;
  const asking: Registration = {
    id: registrationId(batch.programme, call.contact),
    tenant: batch.tenant,
    number: known?.state === 'draft' ? known.number : await allotNumber(office, 'PD'),
    programme: batch.programme,
    batch: batch.id,
    contact: call.contact,
    by: call.id,
    seen: entryOf(batch, call.contact)?.version ?? 0,
    n: null,
    state: 'asking',
    answers,
    askedAt: call.now,
  };
  return office.registrations.change(asking.id, (now) => {
    const free = now?.by !== call.id && mayAskAgain(now, lapsed);
    return free ? { doc: asking, result: asking } : { doc: null, result: now ?? asking };
  });
}

/** A deed that was given up never finishes its asking; a live one is done or tried again well within an hour. */
const askingMs = 60 * 60_000;

/** The deed of a registration that holds nothing any more, so that one may register anew; null when it holds. */
async function lapsedDeed(office: Office, known: Registration | null, now: number): Promise<string | null> {
  if (known?.state === 'asking') return now - known.askedAt > askingMs ? known.by : null;
  if (known?.state !== 'in') return null;
  const batch = await office.batches.read(known.batch);
  const entry = batch === null ? undefined : entryOf(batch, known.contact);
  return entry === undefined || entry.state === 'out' ? known.by : null;
}

/** Lets the batch decide and keeps what it decided. */
async function settle(office: Office, call: Call, asking: Registration, queue?: boolean): Promise<Outcome> {
  const { batch, seen, contact } = asking;
  const wants = queue ?? call.args['boleh_antre'] === true;
  const taken = await office.batches.change<Taken>(batch, (doc) => {
    if (doc === null) return { doc: null, result: { type: 'changed' } };
    const { batch: after, result } = take(doc, { contact, id: call.id, seen, queue: wants });
    return { doc: after === doc ? null : after, result };
  });
  const placed = taken.type === 'seat' || taken.type === 'wait';
  const isKept = await office.registrations.change(asking.id, (doc) => {
    if (doc?.by !== call.id || doc.state !== 'asking')
      return { doc: null, result: doc?.by === call.id && doc.state === 'in' };
    return { doc: { ...doc, state: placed ? 'in' : 'draft', n: placed ? taken.n : null }, result: true };
  });
  if (placed && !isKept) return giveBack(office, call, asking, taken.n);
  if (placed && asking.answers.nik === 'terisi') {
    await office.niks.change(contact, (doc) => ({ doc: doc && { ...doc, held: true }, result: null }));
  }
  await changeContact(office, call, (one) => learnProfile(one, asking.answers));
  return tell(asking, taken);
}

/** The person was told that there is no seat, or is gone, while this process stood still: one that is free now is not theirs. */
async function giveBack(office: Office, call: Call, asking: Registration, n: number): Promise<Outcome> {
  await leaveBatch(office, call, { batch: asking.batch, n });
  const batch = await office.batches.read(asking.batch);
  return tell(asking, { type: 'no_seat', waiting: batch === null ? 0 : waiting(batch).length });
}

function tell(asking: Registration, taken: Taken): Outcome {
  const nomor = asking.number;
  if (taken.type === 'seat') return { result: 'diterima', values: { nomor } };
  if (taken.type === 'wait') {
    const waktu_jawab = { type: 'duration', minutes: offerHours * 60 } as const;
    return { result: 'antre', values: { nomor, urutan: taken.position, waktu_jawab } };
  }
  if (taken.type === 'no_seat') return { result: 'penuh', values: { draf: asking.id, antrean: taken.waiting } };
  if (taken.type === 'queue_full') return { result: 'antrean_penuh', values: {} };
  return { result: 'sudah', values: { nomor } };
}

async function whyNot(
  office: Office,
  call: Call,
  programme: Programme,
  batch: Batch,
  answers: Answers,
): Promise<'ditutup' | 'persetujuan' | 'usia' | 'luar_daerah' | null> {
  const [first] = plannedMeetings(batch);
  if (programme.state !== 'open' || first === undefined || !takesRegistrations(batch, call.now)) return 'ditutup';
  const contact = await office.contacts.read(call.contact);
  if (contact === null || !agreesTo(contact, 'pelatihan')) return 'persetujuan';
  const inside = answers.district?.code.startsWith(`${office.tenant.region}.`) === true;
  const firstDay = localParts(first.startsAt, first.zone).date;
  return refusal(programme, { birth: answers.birth ?? '', inside }, firstDay);
}

function refused(office: Office, { language }: Call, why: string, values = {}): Outcome {
  const { say } = officeIn(office, language);
  return { result: 'tidak_memenuhi', values: { alasan: say(`layanan.tidak_memenuhi.${why}`, values) } };
}

/** The answers to the form that the person filled in; one that is not the programme's is no form of theirs. */
async function ownAnswers(office: Office, { args }: Call): Promise<Pick<Answers, 'own'>> {
  const { isian_program: filled = null } = args;
  const form = isRecord(filled) ? await office.forms.read(filled.name) : null;
  return form === null || !isRecord(filled) ? {} : { own: answersTo(form, filled.fields) };
}

/** "Tidak perlu" is not a special need, and is not kept as one. */
const noNeeds = 'tidak';

function answersOf({ args }: Call): Answers {
  const nik = codeOf(args['nik']);
  const needs = codeOf(args['bantuan_khusus']) === noNeeds ? undefined : textOf(args['bantuan_khusus']);
  return {
    ...pick(args, { name: 'nama', phone: 'telepon', email: 'email', employer: 'instansi' }, textOf),
    ...pick(args, { birth: 'tanggal_lahir' }, dateOf),
    ...pick(args, { gender: 'jenis_kelamin', district: 'kecamatan', village: 'desa' }, namedOf),
    ...pick(args, { education: 'pendidikan', job: 'pekerjaan', goal: 'tujuan' }, namedOf),
    ...(needs !== undefined && { needs }),
    ...((nik === 'terisi' || nik === 'di_tempat') && { nik }),
  };
}
