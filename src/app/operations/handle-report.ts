import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import { handle, isBeingHandled } from '../../domain/report.ts';
import type { Report, Step } from '../../domain/report.ts';
import { mediaIdsIn, toMediaRef } from '../../engine/media.ts';
import type { Office } from '../office.ts';
import { openReports } from '../read-reports.ts';
import { tellReporters } from '../reminding/tell-reporters.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, textOf } from './read-args.ts';
import { showForOfficer } from './show-report.ts';
import { writeAudit } from './write-audit.ts';

/** Reports that somebody works on, whose time ends first. */
export function laporanMasuk(office: Office): ReadRows {
  return async ({ officer }) => {
    await requireOfficer(office, officer, 'menangani_laporan');
    const open = await openReports(office);
    const byDeadline = open.toSorted((a, b) => (a.deadline?.at ?? Infinity) - (b.deadline?.at ?? Infinity));
    return Promise.all(byDeadline.map((one) => showForOfficer(office, one)));
  };
}

/** What an officer does with a report; whoever made it and whoever follows it is told. */
export function urusLaporan(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'menangani_laporan');
    const step = toStep(call);
    const kept = await office.reports.change(codeOf(call.args['laporan']) ?? '', (doc) => {
      const after = doc === null ? null : handle(doc, step, textOf(call.args['kepada']));
      return { doc: after === doc ? null : after, result: after };
    });
    if (!isMine(kept, call)) return { result: 'sudah_ditutup', values: {} };
    await writeAudit(office, call, 'report_handled', kept.id);
    const orang = await tellReporters(office, kept, step);
    return { result: isBeingHandled(kept) ? 'tercatat' : 'selesai', values: { orang } };
  };
}

function isMine(report: Report | null, { id }: Call): report is Report {
  return report?.steps.some(({ by }) => by === id) === true;
}

const deeds: readonly Step['what'][] = ['diteruskan', 'dikerjakan', 'ditanya', 'selesai'];

function toStep({ id: by, now: at, args }: Call): Step {
  const asked = codeOf(args['tindakan']);
  const [photo] = mediaIdsIn(args['foto'] ?? null);
  return {
    by,
    at,
    what: deeds.find((one) => one === asked) ?? 'dikerjakan',
    note: textOf(args['catatan']) ?? '',
    ...(photo !== undefined && { photo: toMediaRef(photo) }),
  };
}
