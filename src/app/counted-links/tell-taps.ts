import { mayShow } from '../../domain/counted-link.ts';
import type { CountedLink } from '../../domain/counted-link.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';

/** How often the links of an announcement were tapped, a sentence for each; empty: nothing was counted. */
export async function tellTaps(office: Pick<Office, 'countedLinks' | 'say'>, announcement: string): Promise<string> {
  const links = await findAll(office.countedLinks, 'announcement', announcement);
  const told = links.toSorted((a, b) => b.taps - a.taps).map((link) => tellLink(office, link, links.length > 1));
  return told.join(' ');
}

function tellLink({ say }: Pick<Office, 'say'>, link: CountedLink, isNamed: boolean): string {
  const nama = isNamed ? ` ${link.url}` : '';
  if (!mayShow(link)) return say('layanan.ketukan.sedikit', { nama });
  return say('layanan.ketukan.jumlah', { nama, ketukan: link.taps, orang: link.carried });
}
