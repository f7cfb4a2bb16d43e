import { markText, readMarkedText } from './marked-text.ts';
import type { Office } from './office.ts';
import { publicLink } from './public-link.ts';

/** Long enough for a meeting about it; whoever needs more asks again. */
const lifeMs = 60 * 60_000;

/** What stands behind the link: an officer, and what of the page is theirs to see, where there is more than one thing. */
export interface LinkHolder {
  readonly officer: string;
  readonly about: string;
}

/** Base 36, behind an officer's id. */
const bodyForm = /^(?<officer>[a-z0-9-]{1,64})\.(?<until>[0-9a-z]{1,12})(?:\.(?<about>[a-z0-9-]{1,32}))?$/u;

type Marking = Pick<Office, 'fingerprint'>;

/** A link to a page (`/keadaan`) for one officer, good for an hour; null: people reach no page here. */
export function linkForOfficer(
  office: Marking & Pick<Office, 'publicUrl'>,
  page: string,
  { officer, about }: LinkHolder,
  now: number,
): { readonly link: string; readonly until: number } | null {
  const until = now + lifeMs;
  const body = [officer, until.toString(36), ...(about === '' ? [] : [about])].join('.');
  const link = publicLink(office, `${page}/${markText(office, page, body)}`);
  return link === null ? null : { link, until };
}

/** Whose link it is; null: nobody's, or it is over. Whether they still may is asked of the office. */
export function readOfficerLink(office: Marking, page: string, token: string, now: number): LinkHolder | null {
  const body = readMarkedText(office, page, token) ?? '';
  const { officer, until, about = '' } = bodyForm.exec(body)?.groups ?? {};
  if (officer === undefined || until === undefined) return null;
  return Number.parseInt(until, 36) > now ? { officer, about } : null;
}
