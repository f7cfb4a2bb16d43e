import type { Call, DoDeed, Look, ReadRows } from '../../domain/operation.ts';
import { categoryCodes, categoryOf, toCategory } from '../../domain/report-category.ts';
import { follow, hearersOf, mayBeSame, openReport, reportsPerDay } from '../../domain/report.ts';
import type { Report } from '../../domain/report.ts';
import { mediaIdsIn, toMediaRef } from '../../engine/media.ts';
import { isRecord } from '../../engine/value.ts';
import type { Fields } from '../../engine/value.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { openReports } from '../read-reports.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';
import { allotNumber } from './allot-number.ts';
import { changeContact } from './change-contact.ts';
import { codeOf, namedOf, textOf, toRecord } from './read-args.ts';
import { showReport } from './show-report.ts';

/** What one can report. */
export function kategoriLaporan(office: Office): ReadRows {
  return async () =>
    categoryCodes.map((code) => {
      const nama = office.say(`layanan.kategori_laporan.${code}`);
      return toRecord(code, nama, { nama, selalu_rahasia: categoryOf(code).isSecret === true });
    });
}

/** Reports of the same kind from the same village that somebody works on: by kind, village and day, never in another's words. */
export function laporanSerupa(office: Office): Look {
  return async ({ args, contact, now }) => {
    const village = villageOf(args)?.code;
    const category = toCategory(codeOf(args['kategori']));
    if (village === undefined) return { result: 'tidak_ada', values: {} };
    const open = await openReports(office);
    const same = open.filter((one) => one.contact !== contact && mayBeSame(one, category, village, now));
    if (same.length === 0) return { result: 'tidak_ada', values: {} };
    const newest = same.toSorted((a, b) => b.at - a.at).slice(0, mostShown);
    return { result: 'ada', values: { daftar: newest.map((one) => showReport(office, one)) } };
  };
}

/** More than these nobody compares on a telephone. */
const mostShown = 5;

/** Makes a report, or lets its maker follow the one that they said is the same. */
export function buatLaporan(office: Office): DoDeed {
  return async (call) => {
    const id = reportId(office, call);
    const known = await office.reports.read(id);
    if (known !== null) return tell(office, known, call.now);
    // Whoever reports is known from now on: they are told what becomes of it.
    await changeContact(office, call, (contact) => contact);
    const joined = await join(office, codeOf(call.args['ikut']), call.contact);
    if (joined !== null) return joined;
    const jumlah = await countToday(office, call.contact, call.now);
    if (jumlah >= reportsPerDay) return { result: 'terlalu_sering', values: { jumlah } };
    const category = toCategory(codeOf(call.args['kategori']));
    const village = villageOf(call.args);
    const point = pointOf(call.args);
    const report = openReport({
      id,
      tenant: office.tenant.id,
      number: await allotNumber(office, 'LP'),
      contact: call.contact,
      category,
      story: textOf(call.args['cerita']) ?? '',
      place: {
        name: textOf(call.args['tempat']) ?? '',
        ...(point !== undefined && { point }),
        ...(village !== undefined && { village }),
      },
      photos: mediaIdsIn(call.args['foto'] ?? null).map(toMediaRef),
      isSecret: categoryOf(category).isSecret === true || call.args['nama_tampil'] !== true,
      office: office.tenant.routes?.[category] ?? office.tenant.office,
      at: call.now,
    });
    const created = await office.reports.create(id, report);
    return tell(office, created === 'created' ? report : ((await office.reports.read(id)) ?? report), call.now);
  };
}

/** The same for the same deed; nothing in it leads back to who made the report. */
function reportId({ fingerprint }: Office, { id }: Call): string {
  return fingerprint('report', id);
}

/** Tells those who handle reports of a new one, and its maker what becomes of it. Twice is once. */
async function tell(office: Office, { id, number, category, office: opd, deadline }: Report, now: number) {
  const values = { nomor: number, kategori: office.say(`layanan.kategori_laporan.${category}`) };
  const officers = await officersWith(office, 'menangani_laporan');
  await tellOfficers(office, officers, { id: `report.${id}`, key: 'laporan_masuk', values, now });
  const { zone } = office.tenant;
  const paling_lambat = deadline === null ? null : ({ type: 'moment', at: deadline.at, zone } as const);
  return { result: 'dibuat', values: { nomor: number, opd, paling_lambat } };
}

/** null: it is not to be joined, or not any more. */
async function join(office: Office, id: string | null, contact: string) {
  const joined = await office.reports.change(id ?? '', (doc) => {
    const after = doc === null ? null : follow(doc, contact);
    return { doc: after === doc ? null : after, result: after };
  });
  if (joined === null) return null;
  return { result: 'digabung', values: { nomor: joined.number, jumlah_pelapor: hearersOf(joined).length } };
}

async function countToday(office: Office, contact: string, now: number): Promise<number> {
  const { zone } = office.tenant;
  const today = localParts(now, zone).date;
  const mine = await findAll(office.reports, 'contact', contact);
  return mine.filter(({ at }) => localParts(at, zone).date === today).length;
}

/** The village that was named, or that the point on the map lies in. */
function villageOf({ desa, tempat = null }: Fields) {
  return namedOf(desa) ?? (isRecord(tempat) ? namedOf(tempat.fields['desa']) : undefined);
}

function pointOf({ tempat = null }: Fields): string | undefined {
  return isRecord(tempat) ? textOf(tempat.fields['titik']) : undefined;
}
