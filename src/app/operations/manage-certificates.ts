import { correctionDeadline, decideCorrection, revoke } from '../../domain/certificate.ts';
import type { DoDeed, Look, ReadRows } from '../../domain/operation.ts';
import { certificateNumbered } from '../certificates/read-certificates.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { tellCertificate } from '../reminding/tell-certificate.ts';
import { requireOfficer } from '../tell-officers.ts';
import { codeOf, textOf, toRecord } from './read-args.ts';
import { writeAudit } from './write-audit.ts';

/** Names that people ask to have put right, the oldest first. */
export function koreksiSertifikat(office: Office): ReadRows {
  return async ({ officer }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const asked = await findAll(office.certificates, 'asks', office.tenant.id);
    const oldest = asked.toSorted((a, b) => (a.correction?.at ?? 0) - (b.correction?.at ?? 0));
    return oldest.flatMap(({ id, title, name, correction }) => {
      if (correction === null) return [];
      const at = correctionDeadline(correction);
      return [
        // An officer decides about the wish that they read, not about a later one.
        toRecord(`${id}/${correction.number}`, correction.number, {
          nomor: correction.number,
          judul: title,
          nama_cetak: name,
          nama_diminta: correction.name,
          paling_lambat: { type: 'moment', at, zone: office.tenant.zone },
        }),
      ];
    });
  };
}

/** Decides about a name; its owner is told, and looks at it again. */
export function putuskanKoreksiNama(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const { id: by, now: at, args } = call;
    const [id = '', number] = (codeOf(args['koreksi']) ?? '').split('/');
    const decided = await office.certificates.change(id, (doc) => {
      if (doc?.correction?.decided?.by === by) return { doc: null, result: doc };
      if (doc?.correction?.number !== number) return { doc: null, result: null };
      const after = doc === null ? null : decideCorrection(doc, args['diterima'] === true, { by, at });
      return after === doc ? { doc: null, result: null } : { doc: after, result: after };
    });
    if (decided === null) return { result: 'sudah_diputuskan', values: {} };
    await writeAudit(office, call, 'certificate_name_decided', decided.id);
    await tellCertificate(office, decided, decided.correction?.decided?.at);
    return { result: 'tercatat', values: {} };
  };
}

/** Whose certificate a number is, before it is revoked. */
export function sertifikatBernomor(office: Office): Look {
  return async ({ officer, args }) => {
    await requireOfficer(office, officer, 'mengelola_program');
    const found = await certificateNumbered(office, textOf(args['nomor']) ?? '');
    if (found === null) return UNKNOWN;
    return { result: 'ada', values: { judul: found.title, nama_cetak: found.name } };
  };
}

const UNKNOWN = { result: 'tidak_dikenal', values: {} };

/** Revokes a certificate: its page and its check say so from now on. */
export function cabutSertifikat(office: Office): DoDeed {
  return async (call) => {
    await requireOfficer(office, call.officer, 'mengelola_program');
    const found = await certificateNumbered(office, textOf(call.args['nomor']) ?? '');
    if (found === null) return (await office.audit.read(call.id)) === null ? UNKNOWN : REVOKED;
    // Written before: a death in between would leave nobody who revoked it.
    await writeAudit(office, call, 'certificate_revoked', found.id);
    await office.certificates.change(found.id, (doc) => ({ doc: doc && revoke(doc, call.now), result: null }));
    return REVOKED;
  };
}

const REVOKED = { result: 'dicabut', values: {} };
