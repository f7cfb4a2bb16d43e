import type { Announcement } from '../domain/announcement.ts';
import { isGroupsAlone } from '../domain/audience.ts';
import type { Office } from './office.ts';

/** Stands in a text for each person's name. */
const namePlace = '[nama]';

/** Whether people are called by their names in it: then everybody's message is another one. */
export function callsByName(text: string): boolean {
  return text.includes(namePlace);
}

/** The message as a group gets it: read by many at once, so nobody is called by name, and nobody there can stop it alone. */
export function composeForGroup({ say }: Pick<Office, 'say'>, { text, image }: Pick<Announcement, 'text' | 'image'>) {
  return { text: say('layanan.pengumuman_grup', { isi: text }), ...(image !== null && { image }) };
}

/** The message as officers are shown it: as people get it, or as groups do where it is for nobody else. */
export function composeSample(
  office: Pick<Office, 'say'>,
  announcement: Pick<Announcement, 'audience' | 'text' | 'image'>,
  name: string | null,
) {
  if (isGroupsAlone(announcement.audience)) return composeForGroup(office, announcement);
  return composeAnnouncement(office, announcement, name);
}

/** The message as one person gets it: their name for `[nama]`, the office's signature, and how to stop. */
export function composeAnnouncement(
  { say }: Pick<Office, 'say'>,
  { text, image }: Pick<Announcement, 'text' | 'image'>,
  name: string | null,
) {
  const called = say('layanan.sapaan_penerima', { nama: name }).trim();
  const isi = text.replaceAll(namePlace, called);
  return { text: say('layanan.pengumuman', { isi }), ...(image !== null && { image }) };
}
