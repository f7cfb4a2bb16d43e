import type { Certificate } from '../../domain/certificate.ts';
import type { Office } from '../office.ts';
import { findAll, findOwn } from '../read-all.ts';

type Reading = Pick<Office, 'certificates' | 'tenant'>;

/** SR-0042, however it is typed: sr 42 and SR0042 are the same; as printed, letters may follow. */
const numberForm = /^\s*sr[\s-]*0*(?<serial>\d{1,9})(?:[\s-]*[a-z]{6})?\s*$/iu;

/** The certificate with a number as people type it; null: there is none, or it was revoked. */
export async function certificateNumbered(office: Reading, typed: string): Promise<Certificate | null> {
  const { serial } = numberForm.exec(typed)?.groups ?? {};
  if (serial === undefined) return null;
  const found = await findAll(office.certificates, 'number', `SR-${serial.padStart(4, '0')}`);
  return found.find(({ tenant, revokedAt }) => tenant === office.tenant.id && revokedAt === null) ?? null;
}

/** The certificates of a person that are good, the newest first. */
export async function certificatesOf(office: Reading, contact: string): Promise<readonly Certificate[]> {
  const mine = await findOwn(office.certificates, contact);
  return mine.filter(({ revokedAt }) => revokedAt === null).toSorted((a, b) => b.preparedAt - a.preparedAt);
}
