import { currentConsents, keptUntil } from '../../domain/contact.ts';
import type { Contact, Profile } from '../../domain/contact.ts';
import { writeAnswers } from '../../domain/form.ts';
import { maskNik } from '../../domain/nik-record.ts';
import type { DoDeed, Look, ReadRows } from '../../domain/operation.ts';
import type { Value } from '../../engine/value.ts';
import { localParts } from '../../language/calendar.ts';
import { maskEmail, maskName, maskPhone } from '../../language/write-masked.ts';
import type { Office } from '../office.ts';
import { findOwn } from '../read-all.ts';
import { reportsOf } from '../read-reports.ts';
import { recordRequest } from './allot-number.ts';
import { changeContact } from './change-contact.ts';
import { namedOf, pick, textOf, toRecord } from './read-args.ts';
import { eventsOf } from './read-events.ts';
import { writeAudit } from './write-audit.ts';

/** Who writes from a known address is who they are: nothing is told to another one. */
export function jatiDiri(office: Office): Look {
  return async ({ contact }) => {
    const known = await office.contacts.read(contact);
    return { result: known === null ? 'belum_ada_data' : 'dikenal', values: {} };
  };
}

/** Everything that is kept of the person, masked as far as they need it to recognise it. */
export function dataSayaTersamar(office: Office): ReadRows {
  return async ({ contact }) => {
    const known = await office.contacts.read(contact);
    if (known === null) return [];
    const until = keptUntil(known, office.tenant.retention.profileYears);
    const row: WriteRow = (code, sebutan, nilai, keperluan) =>
      toRecord(code, sebutan, {
        sebutan,
        nilai,
        keperluan: office.say(`layanan.keperluan.${keperluan}`),
        sampai: { type: 'date', date: until },
      });
    const rows = showProfile(known.profile).map(({ field, text }) =>
      row(field, office.say(`layanan.sebutan.${field}`), text, 'pelatihan'),
    );
    for (const registration of await findOwn(office.registrations, contact)) {
      const { id, number, programme, answers, attended = [], excused = [] } = registration;
      const judul = (await office.programmes.read(programme))?.title ?? '';
      rows.push(row(id, office.say('layanan.sebutan.pendaftaran', { judul }), number, 'pelatihan'));
      if (attended.length + excused.length > 0) {
        const counts = office.say('layanan.kehadiran', { hadir: attended.length, izin: excused.length });
        const reasons = excused.flatMap(({ reason }) => (reason === undefined ? [] : [reason])).join(', ');
        const nilai = reasons === '' ? counts : `${counts}: ${reasons}`;
        rows.push(row(`${id}.kehadiran`, office.say('layanan.sebutan.kehadiran', { judul }), nilai, 'pelatihan'));
      }
      if (answers.own === undefined) continue;
      rows.push(
        row(`${id}.isian`, office.say('layanan.sebutan.isian', { judul }), writeAnswers(answers.own), 'pelatihan'),
      );
    }
    rows.push(...(await reportRows(office, contact, row)), ...(await eventRows(office, contact, row)));
    rows.push(...(await certificateRows(office, contact, row)));
    const nik = await office.niks.read(contact);
    if (nik !== null) rows.push(row('nik', office.say('layanan.sebutan.nik'), maskNik(nik), 'pelatihan'));
    const themes = await themeNames(office, known);
    if (themes !== '') rows.push(row('tema', office.say('layanan.sebutan.tema'), themes, 'kabar'));
    const counting = currentConsents(known).find(({ purpose }) => purpose === 'ketukan');
    if (counting !== undefined) {
      const sejak: Value = { type: 'moment', at: counting.at, zone: office.tenant.zone };
      rows.push(
        row('ketukan', office.say('layanan.sebutan.ketukan'), office.say('layanan.ketukan.izin', { sejak }), 'ketukan'),
      );
    }
    return rows;
  };
}

type WriteRow = (code: string, sebutan: string, nilai: string, keperluan: string) => Value;

async function eventRows(office: Office, contact: string, row: WriteRow): Promise<readonly Value[]> {
  const events = await eventsOf(office, contact);
  return events.map(({ id, title: judul, people: orang }) => {
    const nilai = office.say('layanan.penerima.orang', { orang });
    return row(id, office.say('layanan.sebutan.acara', { judul }), nilai, 'acara');
  });
}

async function reportRows(office: Office, contact: string, row: WriteRow): Promise<readonly Value[]> {
  return (await reportsOf(office, contact)).map(({ id, number: nomor, category, contact: maker }) => {
    const kategori = office.say(`layanan.kategori_laporan.${category}`);
    const sebutan = maker === contact ? 'layanan.sebutan.laporan' : 'layanan.sebutan.ikut_melapor';
    return row(id, office.say(sebutan, { nomor }), kategori, 'laporan');
  });
}

async function certificateRows(office: Office, contact: string, row: WriteRow): Promise<readonly Value[]> {
  return (await findOwn(office.certificates, contact)).map(({ id, number, title, name }) => {
    const sebutan = office.say('layanan.sebutan.sertifikat', { judul: title });
    return row(id, sebutan, `${number}, ${maskName(name)}`, 'pelatihan');
  });
}

/** What stays after a deletion, and why. */
export function tetapDisimpan(office: Office): ReadRows {
  return async ({ now }) => {
    const { date } = localParts(now, office.tenant.zone);
    const year = Number(date.slice(0, 4)) + office.tenant.retention.proofYears;
    const sebutan = office.say('layanan.tetap_disimpan.permintaan');
    const alasan = office.say('layanan.tetap_disimpan.alasan_bukti');
    return [toRecord('permintaan', sebutan, { sebutan, alasan, sampai: { type: 'date', date: `${year}-12-31` } })];
  };
}

/** Corrects the profile; the answers of a registration stay as they were given at that time. */
export function perbaruiData(office: Office): DoDeed {
  return async (call) => {
    const learned: Profile = {
      ...pick(call.args, { name: 'nama', phone: 'telepon', email: 'email' }, textOf),
      ...pick(call.args, { district: 'kecamatan', village: 'desa' }, namedOf),
    };
    const before = (await office.contacts.read(call.contact))?.profile ?? {};
    const done = await office.requests.read(call.id);
    if (done === null && JSON.stringify({ ...before, ...learned }) === JSON.stringify(before)) {
      return { result: 'tidak_berubah', values: {} };
    }
    const nomor = await recordRequest(office, call, 'correction');
    await changeContact(office, call, (contact) => ({ ...contact, profile: { ...contact.profile, ...learned } }));
    await writeAudit(office, call, 'correction', call.contact);
    return { result: 'tersimpan', values: { nomor } };
  };
}

function showProfile(profile: Profile): readonly { readonly field: string; readonly text: string }[] {
  const { name, birth, gender, district, village, phone, email, education, job, employer } = profile;
  const shown = {
    nama: name === undefined ? undefined : maskName(name),
    tanggal_lahir: birth === undefined ? undefined : `••-••-${birth.slice(0, 4)}`,
    jenis_kelamin: gender?.name,
    kecamatan: district?.name,
    desa: village?.name,
    telepon: phone === undefined ? undefined : maskPhone(phone),
    email: email === undefined ? undefined : maskEmail(email),
    pendidikan: education?.name,
    pekerjaan: job?.name,
    instansi: employer,
  };
  return Object.entries(shown).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));
}

async function themeNames(office: Office, contact: Contact): Promise<string> {
  const tracks = await Promise.all(contact.themes.map((id) => office.tracks.read(id)));
  return tracks.flatMap((track) => (track === null ? [] : [track.name])).join(', ');
}
