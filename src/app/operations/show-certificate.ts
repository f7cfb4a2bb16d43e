import type { Certificate } from '../../domain/certificate.ts';
import type { Value } from '../../engine/value.ts';
import { toRecord } from './read-args.ts';

/** A certificate as its owner sees it in a chat. */
export function showCertificate({ id, number, title, name, finishedOn, issuedAt, correction }: Certificate): Value {
  return toRecord(id, title, {
    nomor: number,
    judul: title,
    tanggal_lulus: { type: 'date', date: finishedOn },
    nama_cetak: name,
    terbit: issuedAt !== null,
    koreksi: correction?.state === 'asked' ? correction.number : null,
    koreksi_ditolak: correction?.state === 'refused',
  });
}
