import { ownMessengers, textOn } from '../../domain/announcement-text.ts';
import type { Wording } from '../../domain/announcement-text.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isGroupsAlone } from '../../domain/audience.ts';
import type { Office } from '../office.ts';

/** Stands in a text for each person's name. */
const namePlace = '[nama]';

/** Whether people are called by their names in it: then everybody's message is another one. */
export function callsByName(text: string): boolean {
  return text.includes(namePlace);
}

type Content = Wording & Pick<Announcement, 'image'>;

/** Whom a message is composed for. */
interface Receiver {
  /** The kind of channel it goes by, which decides about the text; null: one without a text of its own. */
  readonly kind: string | null;
  readonly name: string | null;
}

/** The message as a group gets it: read by many at once, so nobody is called by name, and nobody there can stop it alone. */
export function composeForGroup({ say }: Pick<Office, 'say'>, content: Content, kind: string | null) {
  const isi = textOn(content, kind);
  return { text: say('layanan.pengumuman_grup', { isi }), ...pictureOf(content) };
}

/** The message as one person gets it: their name for `[nama]`, the office's signature, and how to stop. */
export function composeAnnouncement({ say }: Pick<Office, 'say'>, content: Content, { kind, name }: Receiver) {
  const called = say('layanan.sapaan_penerima', { nama: name }).trim();
  const isi = textOn(content, kind).replaceAll(namePlace, called);
  return { text: say('layanan.pengumuman', { isi }), ...pictureOf(content) };
}

function pictureOf({ image }: Content) {
  return image === null ? {} : { image };
}

/** The message as officers are shown it: as people get it, or as groups do where it is for nobody else. */
export function composeSample(
  office: Pick<Office, 'say'>,
  announcement: Content & Pick<Announcement, 'audience'>,
  receiver: Receiver,
) {
  if (isGroupsAlone(announcement.audience)) return composeForGroup(office, announcement, receiver.kind);
  return composeAnnouncement(office, announcement, receiver);
}

/** Every text of it as officers are shown them, so that none is approved unread: the common one, then those of single messengers. */
export function composeAll(office: Pick<Office, 'say'>, announcement: Parameters<typeof composeSample>[1]): string {
  const { say } = office;
  const told = [null, ...ownMessengers(announcement)].map((kind) => {
    const { text } = composeSample(office, announcement, { kind, name: null });
    return kind === null ? text : say('layanan.isi_khusus', { saluran: say(`layanan.saluran.${kind}`), pesan: text });
  });
  return told.join('\n\n');
}
