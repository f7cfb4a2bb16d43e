import { fillForm, finishForm, isForgotten, refuseAttempt, standingOf } from '../../domain/one-time-form.ts';
import type { Filled, OneTimeForm } from '../../domain/one-time-form.ts';
import type { Say } from '../../engine/say.ts';
import { HOME } from '../../engine/tongue/tongue.ts';
import { localParts } from '../../language/calendar.ts';
import { readNik } from '../../language/nik.ts';
import type { NikContext } from '../../language/nik.ts';
import { tellConversation } from '../events/tell-conversation.ts';
import type { Office } from '../office.ts';
import { open } from '../read-all.ts';
import { hashOf } from './open-page.ts';

/** What whoever opened the link gets to see. Words are keys of `halaman.nik`. */
export type Page =
  | {
      readonly type: 'form';
      /** Must come back with what is sent: it was this page that was shown. */
      readonly proof: string;
      readonly until: number;
      /** What was typed, to be corrected or confirmed. */
      readonly typed: string;
      readonly fault: string | null;
      readonly warnings: readonly string[];
      /** Comes back with a number that is to be kept in spite of the warnings; good for this number alone. */
      readonly sure: string | null;
    }
  | { readonly type: 'thanks' }
  | { readonly type: 'gone' };

/** What came back from the page. */
export interface Sent {
  readonly typed: string;
  readonly proof: string;
  readonly sure: string;
}

/** How the service speaks to whoever this page is for: in the language that they chose, Indonesian where none is known. */
export async function voiceOnPage(office: Office, token: string): Promise<Say> {
  const form = await findForm(office, token);
  const contact = form === null ? null : await office.contacts.read(form.contact);
  return office.voices.get(contact?.language ?? HOME)?.say ?? office.say;
}

/** The page behind a token. */
export async function showPage(office: Office, token: string): Promise<Page> {
  const form = await findForm(office, token);
  return form === null ? { type: 'gone' } : pageOf(office, form, token, {});
}

/**
 * Takes what was sent: a fault or a warning is shown on the page again, a good number is written down. Decided in the
 * page's own document, so that of two tabs one wins and both are thanked.
 */
export async function fillPage(office: Office, token: string, { typed, proof, sure }: Sent): Promise<Page> {
  const form = await findForm(office, token);
  if (form === null) return { type: 'gone' };
  const now = office.clock.now();
  if (standingOf(form, now) !== 'open') return pageOf(office, form, token, {});
  if (proof !== proofOf(office, token)) return pageOf(office, form, token, { fault: 'diulang' });
  const reading = readNik(typed, await contextOf(office, form, now));
  if (reading.type !== 'value') {
    await office.oneTimeForms.change(form.id, (doc) => ({ doc: doc && refuseAttempt(doc), result: null }));
    return pageOf(office, form, token, { typed, fault: reading.type === 'none' ? reading.why : 'many' });
  }
  const { value, warn: warnings = [] } = reading;
  const { nik } = value;
  const confirmation = office.fingerprint('isian-yakin', `${form.id} ${nik}`);
  if (warnings.length > 0 && sure !== confirmation) {
    return pageOf(office, form, token, { typed, warnings, sure: confirmation });
  }
  const filled = await office.oneTimeForms.change(form.id, (doc) => {
    const after = doc === null ? null : fillForm(doc, nik, now);
    return { doc: after, result: after ?? doc };
  });
  if (filled === null) return { type: 'gone' };
  await lookAtForm(office, filled.id, now);
  return pageOf(office, filled, token, {});
}

/**
 * Brings what was filled in where it belongs, tells the conversation, and forgets it here; a page that is long over is
 * removed. Each step may be done again, so that the sweep can finish what a crash cut off at any point.
 */
export async function lookAtForm(office: Office, id: string, now: number): Promise<void> {
  const form = await office.oneTimeForms.read(id);
  if (form === null) return;
  if (form.state.type === 'filled') await settle(office, form, form.state);
  else if (isForgotten(form, now)) await office.oneTimeForms.remove(id);
}

async function settle(office: Office, form: OneTimeForm, { value: nik, at }: Filled): Promise<void> {
  const { id, contact, address, account } = form;
  const record = {
    id: contact,
    tenant: form.tenant,
    nik,
    fingerprint: office.fingerprint('nik', nik),
    form: id,
    at,
    held: false,
  };
  await office.niks.change(contact, (doc) => {
    const isOlder = doc === null || doc.at < at;
    return { doc: isOlder ? { ...record, held: doc?.held ?? false } : null, result: null };
  });
  await tellConversation(office, { id, address, account, name: 'nik_terisi', about: id, values: {} });
  await office.oneTimeForms.change(id, (doc) => ({ doc: doc && finishForm(doc), result: null }));
}

async function findForm(office: Office, token: string): Promise<OneTimeForm | null> {
  const [found] = await office.oneTimeForms.find('token', hashOf(office, token), { after: '', limit: 1 });
  return found === undefined ? null : open(found);
}

function pageOf(
  office: Office,
  form: OneTimeForm,
  token: string,
  shown: Partial<Pick<Extract<Page, { readonly type: 'form' }>, 'typed' | 'fault' | 'warnings' | 'sure'>>,
): Page {
  const standing = standingOf(form, office.clock.now());
  if (standing === 'gone') return { type: 'gone' };
  if (standing === 'filled') return { type: 'thanks' };
  const blank = { typed: '', fault: null, warnings: [], sure: null };
  return { type: 'form', proof: proofOf(office, token), until: form.until, ...blank, ...shown };
}

/** Only a page that was shown behind this token carries it. */
function proofOf(office: Office, token: string): string {
  return office.fingerprint('isian-bukti', token);
}

/** What is known of the person already: what does not fit it is asked about, never refused. */
async function contextOf(office: Office, { contact }: OneTimeForm, now: number): Promise<NikContext> {
  const known = await office.contacts.read(contact);
  const { birth, gender } = known?.profile ?? {};
  const sex = gender?.code;
  return {
    today: localParts(now, office.tenant.zone).date,
    ...(birth !== undefined && { birth }),
    ...((sex === 'laki_laki' || sex === 'perempuan') && { gender: sex }),
  };
}
