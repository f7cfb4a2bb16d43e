import { allTexts } from '../../domain/announcement-text.ts';
import type { Wording } from '../../domain/announcement-text.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { linkLifeMs, linksIn } from '../../domain/counted-link.ts';
import type { Office } from '../office.ts';
import { publicLink } from '../public-link.ts';

type Coding = Pick<Office, 'fingerprint' | 'publicUrl'>;

/** The links of all texts that can be counted; none where people reach no page of the service. */
export function countableLinks(office: Pick<Office, 'publicUrl'>, wording: Wording): readonly string[] {
  const own = publicLink(office, '/');
  return own === null ? [] : linksIn(allTexts(wording).join('\n'), own);
}

/**
 * The same for everybody: 132 bits of a keyed hash, which nobody finds who was not sent it, and which say of nobody who has it
 * that they are the one.
 */
export function codeOfLink({ fingerprint }: Pick<Office, 'fingerprint'>, announcement: string, url: string): string {
  return fingerprint('tautan-hitung', `${announcement}\n${url}`);
}

/** The address that is tapped instead of `url`; null: people reach no page of the service. */
export function countedUrl(office: Coding, announcement: string, url: string): string | null {
  return publicLink(office, `/t/${codeOfLink(office, announcement, url)}`);
}

/**
 * Opens the counted links of an announcement, before any of its messages can leave, and tells which they are. By derived ids, so a
 * snapshot that begins again opens the same.
 */
export async function openLinks(
  office: Coding & Pick<Office, 'countedLinks'>,
  announcement: Wording & Pick<Announcement, 'id' | 'countsTaps'>,
  now: number,
): Promise<readonly string[]> {
  const { id, countsTaps } = announcement;
  const links = countsTaps === true ? countableLinks(office, announcement) : [];
  for (const url of links) {
    const link = { announcement: id, url, until: now + linkLifeMs, carried: 0, taps: 0, added: [] };
    await office.countedLinks.create(codeOfLink(office, id, url), link);
  }
  return links;
}
