import { entryOf, plannedMeetings } from '../../domain/batch.ts';
import { sumFeedback, takesFeedback } from '../../domain/feedback.ts';
import type { Feedback } from '../../domain/feedback.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';
import { titleOf } from './show-batch.ts';

/** Marks are given from 1 to this. */
const best = 5;

/** Keeps what a participant thought, without their name; a later answer takes its place. */
export function simpanUmpanBalik(office: Office): DoDeed {
  return async (call) => {
    const batch = await office.batches.read(codeOf(call.args['pelatihan']) ?? '');
    const mark = Number(call.args['nilai']);
    const isTheirs = batch !== null && entryOf(batch, call.contact)?.state === 'seat';
    if (!isTheirs || !takesFeedback(batch, call.now) || !Number.isInteger(mark) || mark < 1 || mark > best) {
      return { result: 'ditutup', values: {} };
    }
    const feedback: Feedback = {
      batch: batch.id,
      by: office.fingerprint('feedback-by', call.id),
      day: localParts(call.now, office.tenant.zone).date,
      mark,
      useful: textOf(call.args['berguna']) ?? null,
      better: textOf(call.args['perbaikan']) ?? null,
    };
    await office.feedback.change(feedbackId(office, batch.id, call.contact), (known) => ({
      doc: known?.by === feedback.by ? null : feedback,
      result: null,
    }));
    return { result: 'tersimpan', values: {} };
  };
}

/** Batches that ended, with what their participants thought; of fewer than five nothing is told. */
export function rekapUmpanBalik(office: Office): ReadRows {
  return async ({ now }) => {
    const batches = await findAll(office.batches, 'tenant', office.tenant.id);
    const ended = batches
      .map((batch) => ({ batch, endsAt: plannedMeetings(batch).at(-1)?.endsAt ?? Infinity }))
      .filter(({ endsAt }) => endsAt <= now)
      .toSorted((a, b) => b.endsAt - a.endsAt);
    const rows = ended.map(async ({ batch }) => {
      const judul = await titleOf(office, batch);
      const name = office.say('layanan.nama_gelombang', { judul, gelombang: batch.number });
      const sum = sumFeedback(await findAll(office.feedback, 'batch', batch.id));
      const jumlah = sum === null ? office.say('layanan.kelompok_kecil') : String(sum.people);
      const nilai = sum === null ? null : sum.mark.toFixed(1).replace('.', ',');
      return toRecord(batch.id, name, { nama: name, jumlah, nilai });
    });
    return Promise.all(rows);
  };
}

/** What participants of a batch wrote, in no order that tells who. */
export function masukanGelombang(office: Office): ReadRows {
  return async ({ args }) => {
    const all = await findAll(office.feedback, 'batch', codeOf(args['gelombang']) ?? '');
    if (sumFeedback(all) === null) return [];
    const words = all.flatMap(({ useful, better }) => [
      ...(useful === null ? [] : [{ jenis: 'berguna', isi: useful }]),
      ...(better === null ? [] : [{ jenis: 'perbaikan', isi: better }]),
    ]);
    const sorted = words.toSorted((a, b) => a.jenis.localeCompare(b.jenis) || a.isi.localeCompare(b.isi));
    return sorted.map(({ jenis, isi }, index) => {
      const sebutan = office.say(`layanan.masukan.${jenis}`);
      return toRecord(String(index), sebutan, { sebutan, isi });
    });
  };
}

/** The key of a person's feedback; nobody can find the person from it. */
export function feedbackId({ fingerprint }: Pick<Office, 'fingerprint'>, batch: string, contact: string): string {
  return `${batch}.${fingerprint(`feedback ${batch}`, contact)}`;
}
