import { plannedMeetings, takesRegistrations } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import type { Look, ReadRows } from '../../domain/operation.ts';
import type { Programme } from '../../domain/programme.ts';
import { freeSeats, waiting } from '../../domain/seats.ts';
import type { Fields, Value } from '../../engine/value.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { codeOf, toChoice, toRecord } from './read-args.ts';

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

/** The batch of a deep link or an old draft as it is now. */
export function keadaanPelatihan(office: Office): Look {
  return async ({ args, now }) => {
    const batch = await office.batches.read(codeOf(args['pelatihan']) ?? '');
    const programme = batch === null ? null : await office.programmes.read(batch.programme);
    if (batch === null || programme?.state !== 'open' || !takesRegistrations(batch, now)) {
      return { result: 'ditutup', values: {} };
    }
    const values = { kode: batch.id, ...(await batchFields(office, programme, batch)) };
    return { result: freeSeats(batch) > 0 ? 'ada_kursi' : 'penuh', values };
  };
}

/** A batch as flows list it and are given it. */
export async function showBatch(office: Office, programme: Programme, batch: Batch): Promise<Value> {
  const name = office.say('layanan.nama_gelombang', { judul: programme.title, gelombang: batch.number });
  return toRecord(batch.id, name, await batchFields(office, programme, batch));
}

/** What flows may say about a batch. */
async function batchFields({ say, tracks }: Office, programme: Programme, batch: Batch): Promise<Fields> {
  const meetings = plannedMeetings(batch);
  const [first] = meetings;
  const last = meetings.at(-1);
  const free = freeSeats(batch);
  return {
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
  };
}
