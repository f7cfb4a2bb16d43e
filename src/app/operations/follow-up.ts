import { endOf, entryOf } from '../../domain/batch.ts';
import { followUpAnswered, followUpMonths } from '../../domain/follow-up.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import type { DoDeed, ReadRows } from '../../domain/operation.ts';
import { smallestGroup } from '../../domain/survey.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, listOf, textOf, toRecord } from './read-args.ts';
import { titleOf } from './show-batch.ts';

/** Keeps what became of a participant, without their name; a later answer to the same question takes its place. */
export function simpanTindakLanjut(office: Office): DoDeed {
  return async (call) => {
    const batch = await office.batches.read(codeOf(call.args['pelatihan']) ?? '');
    const months = batch === null ? null : followUpAnswered(batch, call.now);
    const use = codeOf(call.args['dipakai']);
    const isTheirs = batch !== null && entryOf(batch, call.contact)?.state === 'seat';
    if (!isTheirs || months === null || use === null) return { result: 'ditutup', values: {} };
    const answer: FollowUp = {
      batch: batch.id,
      months,
      by: office.fingerprint('follow-up-by', call.id),
      day: localParts(call.now, office.tenant.zone).date,
      use,
      gains: listOf(call.args['hasil'])
        .map(codeOf)
        .filter((code) => code !== null),
      next: textOf(call.args['lanjutan']) ?? null,
    };
    await office.followUps.change(followUpId(office, batch.id, months, call.contact), (known) => ({
      doc: known?.by === answer.by ? null : answer,
      result: null,
    }));
    return { result: 'tersimpan', values: {} };
  };
}

/** Batches whose participants were asked, with how many use what they learnt; of fewer than five nothing is told. */
export function rekapAlumni(office: Office): ReadRows {
  return async ({ officer }) => {
    await requireOfficer(office, officer, 'melihat_rekap');
    const rows = (await answeredByEnough(office)).map(async ({ batch, months: bulan, answers }) => {
      const judul = await titleOf(office, batch);
      const name = office.say('layanan.nama_gelombang', { judul, gelombang: batch.number });
      const users = answers.filter(({ use }) => use !== unused).length;
      const gainers = answers.filter(({ gains }) => gains.length > 0).length;
      const counts = { jumlah: answers.length, memakai: users, berhasil: gainers };
      return toRecord(`${batch.id}.${bulan}`, name, { nama: name, bulan, ...counts });
    });
    return Promise.all(rows);
  };
}

/** What former participants would learn next, of the same batches, in an order that tells nobody who or of which. */
export function usulanAlumni(office: Office): ReadRows {
  return async ({ officer }) => {
    await requireOfficer(office, officer, 'melihat_rekap');
    const wishes = (await answeredByEnough(office)).flatMap(({ answers }) => answers.map(({ next }) => next));
    const told = wishes.filter((wish) => wish !== null).toSorted((a, b) => a.localeCompare(b, 'id'));
    return told.map((isi, index) => toRecord(String(index), isi, { isi }));
  };
}

/** The answers to each question that enough people answered, of the batch that ended last first. */
async function answeredByEnough(office: Office) {
  const batches = await findAll(office.batches, 'tenant', office.tenant.id);
  const newest = batches.toSorted((a, b) => endOf(b) - endOf(a));
  const groups = newest.map(async (batch) => {
    const all = await findAll(office.followUps, 'batch', batch.id);
    return followUpMonths.map((months) => ({ batch, months, answers: all.filter((one) => one.months === months) }));
  });
  return (await Promise.all(groups)).flat().filter(({ answers }) => answers.length >= smallestGroup);
}

/** The answer to whether they use it that is a no. */
const unused = 'belum';

/** The key of a person's answer; nobody can find the person from it. */
function followUpId({ fingerprint }: Pick<Office, 'fingerprint'>, batch: string, months: number, contact: string) {
  return `${batch}.${months}.${fingerprint(`follow-up ${batch}`, contact)}`;
}

/** Deletes what a person answered about a batch. */
export async function removeFollowUps(office: Office, batch: string, contact: string): Promise<void> {
  for (const months of followUpMonths) await office.followUps.remove(followUpId(office, batch, months, contact));
}
