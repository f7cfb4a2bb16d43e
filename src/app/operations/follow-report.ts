import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import { close, isBeingHandled, mostReopened, reopen, writeBack } from '../../domain/report.ts';
import type { Report, Step } from '../../domain/report.ts';
import { mediaIdsIn, toMediaRef } from '../../engine/media.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';
import { codeOf, textOf } from './read-args.ts';
import { showReport } from './show-report.ts';

/** The person's own reports and those they follow, the newest first. */
export function laporanSaya(office: Office): ReadRows {
  return async ({ contact }) => {
    const mine = await findAll(office.reports, 'contact', contact);
    return mine.toSorted((a, b) => b.at - a.at).map((one) => showReport(office, one));
  };
}

/** What the reporter writes back to a question; officers are told. */
export function jawabPetugas(office: Office): DoDeed {
  return async (call) => {
    const report = await change(office, call, (doc) => writeBack(doc, stepOf(call, 'dijawab', 'keterangan')));
    if (report === null) return CLOSED;
    await tellHandlers(office, call, report, 'laporan_dijawab');
    return isBeingHandled(report) ? { result: 'terkirim', values: {} } : CLOSED;
  };
}

const CLOSED = { result: 'sudah_ditutup', values: {} };

/** They say that it is solved, and how content they are. */
export function tutupLaporan(office: Office): DoDeed {
  return async (call) => {
    await change(office, call, (doc) => close(doc, stepOf(call, 'ditutup', 'puas')));
    return { result: 'ditutup', values: {} };
  };
}

/** They say that it is not solved: open again once, then those who watch over the office are told. */
export function bukaKembaliLaporan(office: Office): DoDeed {
  return async (call) => {
    const report = await change(office, call, (doc) => reopen(doc, stepOf(call, 'dibuka_kembali', 'kekurangan')));
    const isMine = report?.steps.some(({ by }) => by === call.id) === true;
    if (report === null || !isMine) return { result: 'terlambat', values: {} };
    if (report.reopened > mostReopened) {
      const [first] = await tellHandlers(office, call, report, 'laporan_ke_pengawas');
      return { result: 'ke_pengawas', values: { pengawas: first?.name ?? office.tenant.office } };
    }
    await tellHandlers(office, call, report, 'laporan_dibuka_kembali');
    const { zone } = office.tenant;
    const paling_lambat = report.deadline && ({ type: 'moment', at: report.deadline.at, zone } as const);
    return { result: 'dibuka', values: { paling_lambat } };
  };
}

function stepOf({ id: by, now: at, args }: Call, what: Step['what'], words: string): Step {
  const [photo] = mediaIdsIn(args['foto'] ?? null);
  return { by, at, what, note: textOf(args[words]) ?? '', ...(photo !== undefined && { photo: toMediaRef(photo) }) };
}

/** The person's own report after a change; null: there is none. */
async function change(office: Office, call: Call, to: (report: Report) => Report): Promise<Report | null> {
  return office.reports.change(codeOf(call.args['laporan']) ?? '', (doc) => {
    if (doc === null || doc.contact !== call.contact) return { doc: null, result: null };
    const isDone = doc.steps.some(({ by }) => by === call.id);
    const after = isDone ? doc : to(doc);
    return { doc: after === doc ? null : after, result: after };
  });
}

/** Those who handle reports; what went to those who watch over them goes to these alone. */
async function tellHandlers(office: Office, { id, now }: Call, { number }: Report, key: string) {
  const right = key === 'laporan_ke_pengawas' ? 'mengawasi_laporan' : 'menangani_laporan';
  const officers = await officersWith(office, right);
  await tellOfficers(office, officers, { id: `report.${id}`, key, values: { nomor: number }, now });
  return officers;
}
