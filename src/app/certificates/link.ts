import { markText, readMarkedText } from '../marked-text.ts';
import type { Office } from '../office.ts';
import { publicLink } from '../public-link.ts';

/** Time to print it at a friend's or at school; SERTIFIKAT gives a new one. */
const lifeMs = 30 * 24 * 60 * 60_000;

const certificatePage = '/sertifikat';

/** Base 36, behind the id of a certificate. */
const bodyForm = /^(?<id>[\w-]{22})\.(?<until>[0-9a-z]{1,12})$/u;

/** The links of one certificate: its own page, good for a month, and where anybody checks it; null: people reach no page here. */
export function linksOf(
  office: Pick<Office, 'fingerprint' | 'publicUrl'>,
  id: string,
  now: number,
): { readonly own: string; readonly until: number; readonly check: string } | null {
  const until = now + lifeMs;
  const token = markText(office, certificatePage, `${id}.${until.toString(36)}`);
  const own = publicLink(office, `${certificatePage}/${token}`);
  const check = publicLink(office, `${certificatePage}/periksa`);
  return own === null || check === null ? null : { own, until, check };
}

/** The certificate behind a token; null: none, or its month is over. */
export function readCertificateLink(office: Pick<Office, 'fingerprint'>, token: string, now: number): string | null {
  const body = readMarkedText(office, certificatePage, token) ?? '';
  const { id, until } = bodyForm.exec(body)?.groups ?? {};
  return id === undefined || until === undefined || Number.parseInt(until, 36) <= now ? null : id;
}
