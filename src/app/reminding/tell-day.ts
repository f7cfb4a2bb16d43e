import { waitingPeople } from '../../domain/handover.ts';
import { holds } from '../../domain/officer.ts';
import type { Officer } from '../../domain/officer.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { openReports } from '../read-reports.ts';
import { tellOfficers } from '../tell-officers.ts';

/** R20 of F13: every day at eight. Whoever starts later than nine leaves it for tomorrow: lists show the same at any hour. */
const [tellFrom, tellUntil] = ['08:00', '09:00'];

const dayMs = 24 * 60 * 60_000;

/**
 * A chore of the sweep: in the morning every officer hears what waits for them, by their rights: approvals, residents who asked
 * for a person, reports, and what failed or is uncertain of what they announced since yesterday. Nothing waits: nothing is said.
 */
export function createTellDay(office: Office): () => Promise<void> {
  let toldOn = '';
  return async () => {
    const now = office.clock.now();
    const { date, time } = localParts(now, office.tenant.zone);
    if (date === toldOn || time < tellFrom || time >= tellUntil) return;
    const day = await readDay(office, now);
    for (const officer of await findAll(office.officers, 'tenant', office.tenant.id)) {
      const butir = tellTasks(office, day, officer);
      if (butir.length === 0) continue;
      const values = { butir: butir.join('\n') };
      await tellOfficers(office, [officer], { id: `day.${date}`, key: 'ringkasan_pagi', values, now });
    }
    toldOn = date;
  };
}

interface Day {
  /** Authors of announcements that wait for a yes. */
  readonly waiting: readonly string[];
  readonly people: number;
  readonly reports: { readonly open: number; readonly late: number };
  readonly ended: readonly { readonly author: string; readonly failed: number; readonly uncertain: number }[];
}

async function readDay(office: Office, now: number): Promise<Day> {
  const { announcements, handovers, tenant } = office;
  const reports = await openReports(office);
  const all = await findAll(announcements, 'tenant', tenant.id);
  const fresh = all.filter(({ startAt }) => startAt !== null && startAt > now - dayMs);
  return {
    waiting: all.filter(({ state }) => state === 'waiting').map(({ author }) => author),
    reports: {
      open: reports.length,
      late: reports.filter(({ deadline }) => deadline !== null && deadline.at <= now).length,
    },
    people: waitingPeople(await findAll(handovers, 'state', 'waiting')).length,
    ended: fresh.flatMap(({ author, result }) => (result === null ? [] : [{ ...result, author }])),
  };
}

function tellTasks({ say }: Office, { waiting, people, reports, ended }: Day, officer: Officer): readonly string[] {
  const others = waiting.filter((author) => author !== officer.id).length;
  const own = ended.filter(({ author }) => author === officer.id);
  const gagal = own.reduce((sum, { failed }) => sum + failed, 0);
  const tidakPasti = own.reduce((sum, { uncertain }) => sum + uncertain, 0);
  const approvals = holds(officer, 'menyetujui_pengumuman') && others > 0;
  return [
    approvals ? say('layanan.ringkasan.persetujuan', { jumlah: others }) : '',
    holds(officer, 'mengelola_program') && people > 0 ? say('layanan.ringkasan.warga', { jumlah: people }) : '',
    holds(officer, 'menangani_laporan') && reports.open > 0
      ? say('layanan.ringkasan.laporan', { jumlah: reports.open, lewat: reports.late })
      : '',
    gagal + tidakPasti > 0 ? say('layanan.ringkasan.gagal', { gagal, tidak_pasti: tidakPasti }) : '',
  ].filter((line) => line !== '');
}
