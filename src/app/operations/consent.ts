import { entryOf } from '../../domain/batch.ts';
import { currentConsents, pushPurposes, recordConsent, refuseOnce } from '../../domain/contact.ts';
import type { Consent, Contact } from '../../domain/contact.ts';
import type { Call, DoDeed, Look, ReadRows } from '../../domain/operation.ts';
import type { Value } from '../../engine/value.ts';
import { localParts } from '../../language/calendar.ts';
import { removeOwn } from '../forgetting/remove-own.ts';
import type { Office } from '../office.ts';
import { findEach, findOwn, ifItOpens } from '../read-all.ts';
import { recordRequest } from './allot-number.ts';
import { changeContact } from './change-contact.ts';
import { removeFollowUps } from './follow-up.ts';
import { feedbackId } from './give-feedback.ts';
import { leaveBatch } from './keep-seat.ts';
import { codeOf, listOf, textOf, toRecord } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/**
 * Keeps a yes or a no with its proof: the text as shown, its version, the words typed, time and address. A no of
 * somebody who is not known yet is not written down: then nothing about them is.
 */
export function catatPersetujuan(office: Office): DoDeed {
  return async (call) => {
    const consent: Consent = {
      id: call.id,
      purpose: textOf(call.args['keperluan']) ?? '',
      version: versionOf(call.args['versi']),
      text: textOf(call.args['teks']) ?? '',
      words: textOf(call.args['jawaban']) ?? '',
      agreed: call.args['setuju'] === true,
      at: call.now,
      address: call.address,
    };
    const done = { result: 'tercatat', values: {} };
    if (!consent.agreed && (await office.contacts.read(call.contact)) === null) return done;
    const contact = await changeContact(office, call, (known) => recordConsent(known, consent));
    await writeAudit(office, call, 'consent', call.contact);
    if (isPush(consent.purpose)) await copyRefusal(office, contact);
    return done;
  };
}

/** The consents that hold, to be taken back one by one. */
export function persetujuanSaya(office: Office): ReadRows {
  return async ({ contact }) => {
    const known = await office.contacts.read(contact);
    return known === null ? [] : currentConsents(known).map((consent) => showConsent(office, consent));
  };
}

/** What follows from taking a consent back; `berat` when a running registration ends with it, or something goes on. */
export function akibatTarik(office: Office): Look {
  return async (call) => {
    const purposes = purposesOf(call);
    const running = purposes.includes('pelatihan') && (await runningRegistrations(office, call)).length > 0;
    if (!running && !purposes.includes('ketukan')) return { result: 'ringan', values: {} };
    const sentences = purposes.map((purpose) => office.say(`layanan.akibat_tarik.${purpose}`));
    const daftar = sentences.map((kalimat, index) => toRecord(purposes[index] ?? '', kalimat, { kalimat }));
    return { result: 'berat', values: { daftar, kalimat: sentences.join(' ') } };
  };
}

/** Takes consents back, at once: pushes end, and without the one for training its registrations and answers go too. */
export function tarikPersetujuan(office: Office): DoDeed {
  return async (call) => {
    const purposes = purposesOf(call);
    const nomor = await recordRequest(office, call, 'withdrawal');
    const contact = await changeContact(office, call, (known) =>
      purposes.reduce(
        (before, purpose) => recordConsent(before, withdrawal(call, purpose)),
        purposes.includes('kabar') ? { ...known, themes: [] } : known,
      ),
    );
    await copyRefusal(office, contact);
    if (purposes.includes('pelatihan')) await endRegistrations(office, call);
    await writeAudit(office, call, 'withdrawal', call.contact);
    const pada = { type: 'moment', at: call.now, zone: office.tenant.zone } as const;
    return { result: 'ditarik', values: { pada, nomor } };
  };
}

/** Which kinds of push may come; the others are muted. */
export function aturPesan(office: Office): DoDeed {
  return async (call) => {
    const wanted = listOf(call.args['pesan']).map(codeOf);
    const muted = pushPurposes.filter((purpose) => !wanted.includes(purpose));
    const contact = await changeContact(office, call, (known) => refuseOnce(known, { muted }, call));
    await copyRefusal(office, contact);
    return { result: 'tersimpan', values: {} };
  };
}

/** STOP and MULAI: no more pushes of any kind, the data stay; or pushes again. */
export function henti(office: Office, stopped: boolean): DoDeed {
  return async (call) => {
    const contact = await changeContact(office, call, (known) => refuseOnce(known, { stopped }, call));
    await copyRefusal(office, contact);
    return { result: stopped ? 'dihentikan' : 'dimulai', values: {} };
  };
}

/** To the gates of their addresses; resolves when no push is on its way to them any more. */
function copyRefusal({ forbid }: Office, { id, stopped, muted, refusalVersion }: Contact): Promise<void> {
  return forbid.stopPushes(id, { stopped, muted }, refusalVersion);
}

/** Leaves every batch and forgets the answers, the NIK with them; a batch that does not open is not left. */
export async function endRegistrations(office: Office, call: Call): Promise<void> {
  const { contact } = call;
  for await (const page of findEach(office.registrations, 'contact', contact)) {
    for (const found of page) {
      const places = 'doc' in found ? [found.doc] : await placesOf(office, contact);
      for (const { batch, n } of places) {
        if (n !== null) await ifItOpens(leaveBatch(office, call, { batch, n }));
        await office.feedback.remove(feedbackId(office, batch, contact));
        await removeFollowUps(office, batch, contact);
      }
      await office.registrations.remove(found.id);
    }
  }
  await office.niks.remove(contact);
  await removeOwn(office.oneTimeForms, contact);
}

/**
 * Every place that a person may have, as the batches know it: a registration that does not open does not tell, nor does a batch
 * which does not, but what they said of it goes.
 */
async function placesOf({ batches, tenant }: Office, contact: string) {
  const places: { readonly batch: string; readonly n: number | null }[] = [];
  for await (const page of findEach(batches, 'tenant', tenant.id)) {
    for (const found of page) {
      const entry = 'doc' in found ? entryOf(found.doc, contact) : { n: null };
      if (entry !== undefined) places.push({ batch: found.id, n: entry.n });
    }
  }
  return places;
}

async function runningRegistrations(office: Office, { contact }: Call) {
  return (await findOwn(office.registrations, contact)).filter(({ state }) => state === 'in');
}

function purposesOf({ args }: Call): readonly string[] {
  return listOf(args['yang_ditarik'])
    .map(codeOf)
    .filter((code) => code !== null);
}

function withdrawal(call: Call, purpose: string): Consent {
  const { id, now: at, address } = call;
  return { id: `${id}.${purpose}`, purpose, version: '', text: '', words: '', agreed: false, at, address };
}

function showConsent(office: Office, { purpose, at }: Consent) {
  const sebutan = office.say(`layanan.keperluan.${purpose}`);
  const date = localParts(at, office.tenant.zone).date;
  return toRecord(purpose, sebutan, { sebutan, diberikan: { type: 'date', date } });
}

/** A flow may write `versi: 1` or a text. */
function versionOf(value: Value | undefined): string {
  return typeof value === 'number' ? String(value) : (textOf(value) ?? '');
}

function isPush(purpose: string): boolean {
  return pushPurposes.some((known) => known === purpose);
}
