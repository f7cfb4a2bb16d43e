import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import { close, isBeingHandled, mostReopened, reopen, writeBack } from '../../domain/report.ts';
import type { Report, Step } from '../../domain/report.ts';
import { mediaIdsIn, toMediaRef } from '../../engine/media.ts';
import type { Office } from '../office.ts';
import { reportsOf } from '../read-reports.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';
import { codeOf, textOf } from './read-args.ts';
import { showReport } from './show-report.ts';

/** The person's own reports and those they follow, the newest first. */
export function laporanSaya(office: Office): ReadRows {
  return async ({ contact }) => {
    const mine = await reportsOf(office, contact);
    return mine.toSorted((a, b) => b.at - a.at).map((one) => showReport(office, one));
  };
}

/** What the reporter writes back to a question; officers are told. */
export function jawabPetugas(office: Office): DoDeed {
  return async (call) => {
    const report = await change(office, call, (doc) => writeBack(doc, stepOf(office, call, 'dijawab', 'keterangan')));
    // Nobody reads a closed one in the list of what waits.
    if (report === null || !isBeingHandled(report)) return CLOSED;
    await tellHandlers(office, call, report, 'laporan_dijawab');
    return { result: 'terkirim', values: {} };
  };
}

const CLOSED = { result: 'sudah_ditutup', values: {} };

/** They say that it is solved, and how content they are. */
export function tutupLaporan(office: Office): DoDeed {
  return async (call) => {
    await change(office, call, (doc) => close(doc, stepOf(office, call, 'ditutup', 'puas')));
    return { result: 'ditutup', values: {} };
  };
}

/** They say that it is not solved: open again once, then those who watch over the office are told. */
export function bukaKembaliLaporan(office: Office): DoDeed {
  return async (call) => {
    const report = await change(office, call, (doc) =>
      reopen(doc, stepOf(office, call, 'dibuka_kembali', 'kekurangan')),
    );
    const isMine = report?.steps.some(({ by }) => by === stepId(office, call)) === true;
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

/** The same for the same deed; nothing in it leads back to the reporter. */
function stepId({ fingerprint }: Office, { id }: Call): string {
  return fingerprint('report-step', id);
}

function stepOf(office: Office, call: Call, what: Step['what'], words: string): Step {
  const { now: at, args } = call;
  const [photo] = mediaIdsIn(args['foto'] ?? null);
  return {
    by: stepId(office, call),
    at,
    what,
    note: textOf(args[words]) ?? '',
    ...(photo !== undefined && { photo: toMediaRef(photo) }),
  };
}

/** The person's own report after a change; null: there is none. */
async function change(office: Office, call: Call, to: (report: Report) => Report): Promise<Report | null> {
  return office.reports.change(codeOf(call.args['laporan']) ?? '', (doc) => {
    if (doc === null || doc.contact !== call.contact) return { doc: null, result: null };
    const isDone = doc.steps.some(({ by }) => by === stepId(office, call));
    const after = isDone ? doc : to(doc);
    return { doc: after === doc ? null : after, result: after };
  });
}

/** Those who handle reports; what went to those who watch over them goes to these alone, where there are any. */
async function tellHandlers(office: Office, call: Call, { number }: Report, key: string) {
  const watchers = key === 'laporan_ke_pengawas' ? await officersWith(office, 'mengawasi_laporan') : [];
  const officers = watchers.length > 0 ? watchers : await officersWith(office, 'menangani_laporan');
  const id = `report.${stepId(office, call)}`;
  await tellOfficers(office, officers, { id, key, values: { nomor: number }, now: call.now });
  return watchers;
}
