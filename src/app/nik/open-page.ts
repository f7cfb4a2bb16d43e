import { replaceForm, standingOf } from '../../domain/one-time-form.ts';
import type { OneTimeForm } from '../../domain/one-time-form.ts';
import type { Call, DoDeed, Look } from '../../domain/operation.ts';
import type { Office } from '../office.ts';
import { textOf } from '../operations/read-args.ts';
import { publicLink } from '../public-link.ts';
import { findAll } from '../read-all.ts';

/** Links for one person in an hour: a lost one and a mistake or two. More is somebody playing. */
const mostAnHour = 6;
const hourMs = 60 * 60_000;
const minuteMs = 60_000;

/**
 * A page for one use, and its link. Its token is a keyed hash of the deed: done again it gives the same link, and nobody
 * without the key finds it (132 bits). Without a public address there is no page.
 */
export function mintaNik(office: Office): DoDeed {
  return async (call) => {
    if (office.publicUrl === null) return { result: 'tanpa_tautan', values: {} };
    const form = toForm(office, call);
    const earlier = await findAll(office.oneTimeForms, 'contact', call.contact);
    const others = earlier.filter(({ id }) => id !== form.id);
    const recent = others.filter(({ madeAt }) => madeAt > call.now - hourMs);
    if (recent.length >= mostAnHour) return { result: 'terlalu_sering', values: {} };
    await office.oneTimeForms.create(form.id, form);
    for (const { id } of others) {
      await office.oneTimeForms.change(id, (doc) => ({ doc: doc && replaceForm(doc), result: null }));
    }
    return { result: 'dibuka', values: { permintaan: form.id, tautan: linkOf(office, form.id) } };
  };
}

/** How the page stands that the conversation waits for. */
export function keadaanNik(office: Office): Look {
  return async ({ contact, now, args }) => {
    const id = textOf(args['permintaan']) ?? '';
    const [form, known] = await Promise.all([office.oneTimeForms.read(id), office.niks.read(contact)]);
    if (known?.form === id) return { result: 'terisi', values: {} };
    if (form === null || form.contact !== contact) return { result: 'habis', values: {} };
    const standing = standingOf(form, now);
    if (standing === 'open') return { result: 'terbuka', values: { tautan: linkOf(office, id) } };
    return { result: standing === 'filled' ? 'terisi' : 'habis', values: {} };
  };
}

function toForm(office: Office, { id: deed, contact, address, account, now, args }: Call): OneTimeForm {
  const { menit: minutes } = args;
  const id = office.fingerprint('isian', `${deed} ${now}`);
  return {
    id,
    tenant: office.tenant.id,
    contact,
    address,
    account,
    token: hashOf(office, tokenOf(office, id)),
    madeAt: now,
    until: now + (typeof minutes === 'number' ? minutes : 0) * minuteMs,
    refused: 0,
    state: { type: 'open' },
  };
}

function linkOf(office: Office, id: string): string {
  return publicLink(office, `/nik/${tokenOf(office, id)}`) ?? '';
}

function tokenOf(office: Pick<Office, 'fingerprint'>, id: string): string {
  return office.fingerprint('isian-tautan', id);
}

/** What is kept of a token. */
export function hashOf(office: Pick<Office, 'fingerprint'>, token: string): string {
  return office.fingerprint('isian-kunci', token);
}
