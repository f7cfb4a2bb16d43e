import { plannedMeetings, takesRegistrations } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import type { ReadRows } from '../../domain/operation.ts';
import type { Programme } from '../../domain/programme.ts';
import { freeSeats, waiting } from '../../domain/seats.ts';
import type { Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { toChoice, toRecord } from './read-args.ts';

/** Batches that take registrations, the next to begin first. A full one is shown too: one can wait for a seat. */
export function pelatihanDibuka(office: Office): ReadRows {
  return async ({ now }) => {
    const shown: { readonly startsAt: number; readonly row: ReturnType<typeof toRecord> }[] = [];
    const programmes = await findAll(office.programmes, 'tenant', office.tenant.id);
    for (const programme of programmes.filter(({ state }) => state === 'open')) {
      for (const batch of await findAll(office.batches, 'programme', programme.id)) {
        if (!takesRegistrations(batch, now)) continue;
        const row = await showBatch(office, programme, batch);
        shown.push({ startsAt: plannedMeetings(batch)[0]?.startsAt ?? 0, row });
      }
    }
    return shown.toSorted((a, b) => a.startsAt - b.startsAt).map(({ row }) => row);
  };
}

/** What a batch teaches, for a list of many; empty where its programme does not open. */
export async function titleOf({ programmes }: Pick<Office, 'programmes'>, { programme }: Batch): Promise<string> {
  return (await ifItOpens(programmes.read(programme)))?.title ?? '';
}

/** A batch as flows list it and are given it. */
export async function showBatch({ say, tracks }: Office, programme: Programme, batch: Batch): Promise<Value> {
  const name = say('layanan.nama_gelombang', { judul: programme.title, gelombang: batch.number });
  const meetings = plannedMeetings(batch);
  const [first] = meetings;
  const last = meetings.at(-1);
  const free = freeSeats(batch);
  return toRecord(batch.id, name, {
    judul: programme.title,
    tema: (await ifItOpens(tracks.read(programme.track)))?.name ?? '',
    jenjang: say(`layanan.jenjang.${programme.level}`),
    gelombang: batch.number,
    nomor: batch.number,
    mulai: first === undefined ? null : { type: 'moment', at: first.startsAt, zone: first.zone },
    selesai: last === undefined ? null : { type: 'moment', at: last.endsAt, zone: last.zone },
    tempat: first?.place ?? '',
    sisa: free,
    antrean: waiting(batch).length,
    keadaan: say(`layanan.keadaan_kursi.${free > 0 ? 'ada' : 'penuh'}`, { sisa: free, antrean: waiting(batch).length }),
    jumlah_pertemuan: meetings.length,
    usia_minimal: programme.minAge,
    terima_luar_daerah: programme.outsiders,
    formulir: programme.form ?? null,
    perlu_nik: programme.needsNik ?? false,
    isian: programme.fields.map((field) => toChoice({ code: field, name: field })),
  });
}
