import type { Announcement } from '../domain/announcement.ts';
import type { Office } from './office.ts';

/** The message as one person gets it: their name for `[nama]`, the office's signature, and how to stop. */
export function composeAnnouncement(
  { say }: Pick<Office, 'say'>,
  { text, image }: Pick<Announcement, 'text' | 'image'>,
  name: string | null,
) {
  const called = say('layanan.sapaan_penerima', { nama: name }).trim();
  const isi = text.replaceAll('[nama]', called);
  return { text: say('layanan.pengumuman', { isi }), ...(image !== null && { image }) };
}
