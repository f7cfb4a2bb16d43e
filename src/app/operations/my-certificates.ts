import { entryOf, plannedMeetings } from '../../domain/batch.ts';
import {
  askCorrection,
  classesAttended,
  classesNeeded,
  correctionDeadline,
  hasEnded,
  issue,
} from '../../domain/certificate.ts';
import type { Certificate } from '../../domain/certificate.ts';
import type { Call, DoDeed, ReadRows } from '../../domain/operation.ts';
import { linksOf } from '../certificates/link.ts';
import { certificatesOf } from '../certificates/read-certificates.ts';
import type { Office } from '../office.ts';
import { findOwn } from '../read-all.ts';
import { officersWith, tellOfficers } from '../tell-officers.ts';
import { allotNumber } from './allot-number.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';
import { showCertificate } from './show-certificate.ts';
import { writeAudit } from './write-audit.ts';

/** The person's own certificates, the newest first. */
export function sertifikatSaya(office: Office): ReadRows {
  return async ({ contact }) => (await certificatesOf(office, contact)).map(showCertificate);
}

/** In how many classes the person was of the trainings that ended with a seat of theirs, and in how many they must have been. */
export function kekuranganSertifikat(office: Office): ReadRows {
  return async ({ contact, now }) => {
    const registrations = await findOwn(office.registrations, contact);
    const rows = registrations.map(async (registration) => {
      const batch = registration.state === 'in' ? await office.batches.read(registration.batch) : null;
      if (batch === null || !hasEnded(batch, now) || entryOf(batch, contact)?.state !== 'seat') return [];
      const judul = (await office.programmes.read(batch.programme))?.title ?? '';
      const hadir = classesAttended(batch, registration);
      const [pertemuan, syarat] = [plannedMeetings(batch).length, classesNeeded(batch)];
      return [toRecord(registration.id, judul, { judul, hadir, pertemuan, syarat })];
    });
    return (await Promise.all(rows)).flat();
  };
}

/** Issues a certificate whose owner found the name right, and gives its links; for an issued one, new ones. */
export function terbitkanSertifikat(office: Office): DoDeed {
  return async (call) => {
    const issued = await changeOwn(office, call, (one) => issue(one, call.now));
    if (issued === null) return INVALID;
    await writeAudit(office, call, 'certificate_issued', issued.id);
    const links = linksOf(office, issued.id, call.now);
    if (links === null) return { result: 'tanpa_tautan', values: { nomor: issued.number } };
    const sampai = { type: 'moment', at: links.until, zone: office.tenant.zone } as const;
    const values = { nomor: issued.number, tautan: links.own, sampai, periksa: links.check };
    return { result: 'terbit', values };
  };
}

/** Notes that the name is written otherwise; officers are told, and decide. */
export function mintaKoreksiNama(office: Office): DoDeed {
  return async (call) => {
    const name = textOf(call.args['nama_seharusnya']) ?? '';
    const known = await changeOwn(office, call, (one) => one);
    const before = known?.correction?.by === call.id ? known.correction : null;
    const asked = before ?? { number: await allotNumber(office, 'PB'), by: call.id, name, at: call.now };
    const kept = await changeOwn(office, call, (one) => askCorrection(one, asked));
    if (kept?.correction?.by !== call.id) return INVALID;
    const { number } = kept.correction;
    const officers = await officersWith(office, 'mengelola_program');
    const news = { id: `sertifikat.${call.id}`, key: 'koreksi_sertifikat', values: { nomor: number }, now: call.now };
    await tellOfficers(office, officers, news);
    const at = correctionDeadline(kept.correction);
    return {
      result: 'dicatat',
      values: { nomor: number, paling_lambat: { type: 'moment', at, zone: office.tenant.zone } },
    };
  };
}

const INVALID = { result: 'tidak_berlaku', values: {} };

/** The person's own certificate after a change; null: there is none that is good. */
function changeOwn(
  { certificates }: Office,
  { args, contact }: Call,
  to: (certificate: Certificate) => Certificate,
): Promise<Certificate | null> {
  return certificates.change(codeOf(args['sertifikat']) ?? '', (doc) => {
    if (doc === null || doc.contact !== contact || doc.revokedAt !== null) return { doc: null, result: null };
    const after = to(doc);
    return { doc: after === doc ? null : after, result: after };
  });
}
