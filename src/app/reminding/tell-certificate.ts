import { stageOf } from '../../domain/certificate.ts';
import type { Certificate } from '../../domain/certificate.ts';
import { addPushes } from '../add-pushes.ts';
import type { Office } from '../office.ts';
import { showCertificate } from '../operations/show-certificate.ts';
import { addressed } from './letter.ts';
import type { Letter } from './letter.ts';

const dayMs = 24 * 60 * 60_000;

/** R10 of F13: at once, and once more a week later while nobody opened it; each is worth reading for a week. */
const toldAfterMs = [0, 7 * dayMs];
const newsForMs = 7 * dayMs;

/**
 * Tells the owner of a certificate that its name waits to be looked at, by the flow that this starts. Who had a name put right is
 * told anew, from `since`. Twice is once.
 */
export async function tellCertificate(
  office: Office,
  certificate: Certificate,
  since = certificate.preparedAt,
): Promise<void> {
  const letters = toldAfterMs.map((after) => toLetter(office, certificate, since + after));
  await addPushes(office, await addressed(office, letters));
}

function toLetter(office: Office, certificate: Certificate, due: number): Letter {
  const { id, contact, title } = certificate;
  const flow = office.pushed.startedBy('sertifikat_siap');
  return {
    contact,
    write: (say) => say('layanan.sertifikat_siap', { judul: title }),
    push: {
      id: ['sertifikat', id, due].join('.'),
      class: 'reminder',
      source: 'sertifikat',
      ...(flow !== null && { start: { flow, args: { sertifikat: showCertificate(certificate) } } }),
      due,
      until: due + newsForMs,
      zone: office.tenant.zone,
      purpose: 'pengingat',
      depends: { on: id, version: 0, fields: { type: 'certificate', certificate: id, stage: stageOf(certificate) } },
    },
  };
}
