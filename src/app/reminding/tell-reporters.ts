import { hearersOf } from '../../domain/report.ts';
import type { Report, Step } from '../../domain/report.ts';
import { addPushes } from '../add-pushes.ts';
import type { Office } from '../office.ts';
import { showReport } from '../operations/show-report.ts';
import { addressed } from './letter.ts';
import type { Letter } from './letter.ts';

/** News of a report is worth reading for a week: so long may somebody say that it is not solved. */
const newsForMs = 7 * 24 * 60 * 60_000;

/** The event that each step is for the person who made the report; the others are only told of. */
const eventOf: Partial<Record<Step['what'], string>> = {
  ditanya: 'laporan_perlu_keterangan',
  selesai: 'laporan_dinyatakan_selesai',
};

/**
 * R14 of F13: who made a report and who follows it hear at once what an officer did with it; a question goes to its maker
 * alone. Gives how many there are. Twice is once.
 */
export async function tellReporters(office: Office, report: Report, step: Step): Promise<number> {
  const hearers = step.what === 'ditanya' ? [report.contact].filter((one) => one !== '') : hearersOf(report);
  const letters = hearers.map((contact) => toLetter(office, report, step, contact));
  const rows = await addressed(office, letters);
  await addPushes(office, rows);
  return rows.length;
}

function toLetter(office: Office, report: Report, step: Step, contact: string): Letter {
  const event = contact === report.contact ? eventOf[step.what] : undefined;
  const flow = event === undefined ? null : office.pushed.startedBy(event);
  const args = { laporan: showReport(office, report), ...(step.what === 'ditanya' && { pertanyaan: step.note }) };
  return {
    contact,
    push: {
      id: ['report', step.by, contact].join('.'),
      class: 'change',
      source: 'report',
      ...(flow !== null && { start: { flow, args } }),
      due: step.at,
      until: step.at + newsForMs,
      zone: office.tenant.zone,
    },
    write: (say) => {
      const kategori = say(`layanan.kategori_laporan.${report.category}`);
      const values = { nomor: report.number, kategori, opd: report.office };
      if (flow !== null) return say(`layanan.laporan_${step.what}`, values);
      const status = say(`layanan.keadaan_laporan.${report.state}`);
      const news = say('layanan.laporan_berubah', { ...values, status });
      return step.note === '' ? news : `${news}\n${step.note}`;
    },
  };
}
