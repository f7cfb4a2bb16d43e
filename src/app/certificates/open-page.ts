import type { Certificate } from '../../domain/certificate.ts';
import { maskName } from '../../language/write-masked.ts';
import type { Office } from '../office.ts';
import { publicLink } from '../public-link.ts';
import { carriesCode, checkCode } from './check-code.ts';
import { readCertificateLink } from './link.ts';
import { certificateNumbered } from './read-certificates.ts';

/** A certificate as it is printed. */
export interface Printed extends Pick<Certificate, 'number' | 'name' | 'title' | 'finishedOn'> {
  /** What anybody types to check it, and where. */
  readonly code: string;
  readonly check: string;
}

/** What anybody is told of a number. */
export type Checked = Pick<Printed, 'number' | 'name' | 'title' | 'finishedOn'>;

/** The certificate, to whoever has its link; null: the link is over, or the certificate is not good any more. */
export async function showCertificate(office: Office, token: string): Promise<Printed | null> {
  const id = readCertificateLink(office, token, office.clock.now());
  const found = id === null ? null : await office.certificates.read(id);
  if (found?.issuedAt == null || found.revokedAt !== null) return null;
  const { number, name, title, finishedOn } = found;
  const code = checkCode(office, found);
  return { number, name, title, finishedOn, code, check: publicLink(office, '/sertifikat/periksa') ?? '' };
}

/** Whether a number with its letters belongs to a certificate that is issued and good: initials, class and day; null: it does not. */
export async function checkCertificate(office: Office, typed: string): Promise<Checked | null> {
  const found = await certificateNumbered(office, typed);
  if (found === null || found.issuedAt === null || !carriesCode(office, found, typed)) return null;
  const { number, name, title, finishedOn } = found;
  return { number, name: maskName(name), title, finishedOn };
}
