import { endOf, plannedMeetings } from '../../domain/batch.ts';
import type { Batch } from '../../domain/batch.ts';
import { classesNeeded, hasEnded, hasFinished } from '../../domain/certificate.ts';
import type { Certificate } from '../../domain/certificate.ts';
import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import type { Registration } from '../../domain/registration.ts';
import { localParts } from '../../language/calendar.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';
import { tellCertificate } from '../reminding/tell-certificate.ts';
import { requireOfficer } from '../tell-officers.ts';
import { allotNumber } from './allot-number.ts';
import { seatedIn } from './keep-attendance.ts';
import { codeOf, toRecord } from './read-args.ts';
import { titleOf } from './show-batch.ts';
import { writeAudit } from './write-audit.ts';

/** Batches that ended, the newest first: how many were in enough classes, and who of them has a certificate already. */
export function gelombangBersertifikat(office: Office): ReadRows {
  return async ({ officer, now }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const batches = await findAll(office.batches, 'tenant', office.tenant.id);
    const ended = batches.filter((batch) => hasEnded(batch, now));
    const newest = ended.toSorted((a, b) => endOf(b) - endOf(a));
    return Promise.all(newest.map((batch) => showEnded(office, batch)));
  };
}

async function showEnded(office: Office, batch: Batch) {
  const title = await titleOf(office, batch);
  const seated = await seatedIn(office, batch);
  const known = await preparedIn(office, batch);
  const finished = seated.filter((one) => hasFinished(batch, one));
  const last = plannedMeetings(batch).at(-1);
  return toRecord(batch.id, office.say('layanan.nama_gelombang', { judul: title, gelombang: batch.number }), {
    judul: title,
    gelombang: batch.number,
    selesai: last === undefined ? null : { type: 'moment', at: last.endsAt, zone: last.zone },
    pertemuan: plannedMeetings(batch).length,
    syarat: classesNeeded(batch),
    peserta: seated.length,
    memenuhi: finished.length,
    sudah: known.size,
    baru: finished.filter((one) => !known.has(certificateId(office, one))).length,
  });
}

/** Prepares a certificate for everybody who was in enough classes, and tells them; who has one keeps it. Twice is once. */
export function siapkanSertifikat(office: Office): DoDeed {
  return async (call) => {
    const { id: officer } = await requireOfficer(office, call.officer, 'mengelola_program');
    const batch = await office.batches.read(codeOf(call.args['gelombang']) ?? '');
    if (batch === null || !hasEnded(batch, call.now)) return { result: 'belum_berakhir', values: {} };
    const finished = (await seatedIn(office, batch)).filter((one) => hasFinished(batch, one));
    const known = await preparedIn(office, batch);
    const programme = await office.programmes.read(batch.programme);
    const values = { judul: programme?.title ?? '', gelombang: batch.number };
    const title = office.say('layanan.nama_gelombang', values);
    let prepared = 0;
    for (const registration of finished) {
      const id = certificateId(office, registration);
      const made = known.get(id) ?? (await prepare(office, call, { id, officer, batch, registration, title }));
      if (made?.by !== call.id) continue;
      await tellCertificate(office, made);
      prepared += 1;
    }
    await writeAudit(office, call, 'certificates_prepared', batch.id);
    return { result: 'disiapkan', values: { orang: prepared } };
  };
}

interface Plan {
  readonly id: string;
  readonly officer: string;
  readonly batch: Batch;
  readonly registration: Registration;
  readonly title: string;
}

/** null: another officer was faster, or the person had their data deleted meanwhile, or does not open and is prepared another time. */
async function prepare(office: Office, { id: by, now }: Call, plan: Plan): Promise<Certificate | null> {
  const { id, officer, batch, registration, title } = plan;
  const last = plannedMeetings(batch).at(-1);
  const certificate: Certificate = {
    id,
    tenant: office.tenant.id,
    number: await allotNumber(office, 'SR'),
    programme: batch.programme,
    batch: batch.id,
    contact: registration.contact,
    title,
    name: registration.answers.name ?? '',
    finishedOn: localParts(last?.endsAt ?? now, last?.zone ?? office.tenant.zone).date,
    officer,
    by,
    preparedAt: now,
    issuedAt: null,
    revokedAt: null,
    correction: null,
  };
  if ((await office.certificates.create(id, certificate)) === 'known') return null;
  if ((await ifItOpens(office.contacts.read(registration.contact))) !== null) return certificate;
  await office.certificates.remove(id);
  return null;
}

/** One for each registration: prepared twice, it is the same. */
function certificateId({ fingerprint }: Office, { id, n }: Registration): string {
  return fingerprint('certificate', `${id}.${n ?? 0}`);
}

/** Revoked ones too: who has lost theirs is not given another by the next preparation. */
async function preparedIn(office: Office, { id }: Batch): Promise<ReadonlyMap<string, Certificate>> {
  const all = await findAll(office.certificates, 'batch', id);
  return new Map(all.map((one) => [one.id, one]));
}
