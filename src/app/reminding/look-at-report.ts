import { openWarnings, settleReport } from '../../domain/report.ts';
import type { Report, Warning } from '../../domain/report.ts';
import type { Office } from '../office.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';

/**
 * R15 of F13: when most of a report's time is over, those who handle reports are told; when all of it is, those who watch over
 * the office too. A report that nobody called unsolved for a week is closed.
 */
export async function lookAtReport(office: Office, id: string, now: number): Promise<void> {
  const report = await office.reports.read(id);
  if (report === null) return;
  const due = openWarnings(report).filter(({ at }) => at <= now);
  const newest = due.at(-1);
  if (newest !== undefined) await warn(office, report, newest, now);
  const told = due.map(({ key }) => key);
  await office.reports.change(id, (doc) => ({ doc: doc === null ? null : settleReport(doc, told, now), result: null }));
}

async function warn(office: Office, report: Report, { part, key }: Warning, now: number): Promise<void> {
  const isOver = part === 100;
  const handlers = await officersWith(office, 'menangani_laporan');
  const watchers = isOver ? await officersWith(office, 'mengawasi_laporan') : [];
  const officers = [...new Map([...handlers, ...watchers].map((one) => [one.id, one])).values()];
  const { zone } = office.tenant;
  const values = {
    nomor: report.number,
    kategori: office.say(`layanan.kategori_laporan.${report.category}`),
    batas: report.deadline && ({ type: 'moment', at: report.deadline.at, zone } as const),
  };
  await tellOfficers(office, officers, {
    id: `report.${report.id}.${key}`,
    key: isOver ? 'laporan_lewat_batas' : 'laporan_mendesak',
    values,
    now,
  });
}
