import { ownTextOn } from '../../domain/announcement-text.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isGroupsAlone } from '../../domain/audience.ts';
import type { MediaFacts, NewMedia } from '../../domain/ports/media.ts';
import { mediaIdOf } from '../../engine/media.ts';
import type { Out } from '../../engine/turn.ts';
import { composeSample } from '../announcing/compose-announcement.ts';
import { countableLinks, countedUrl } from '../counted-links/open-links.ts';
import type { Office, ShownOn } from '../office.ts';

/** What of an announcement is to be seen. */
export type Drawn = Pick<Announcement, 'audience' | 'text' | 'ownTexts' | 'image' | 'countsTaps'>;

/** An announcement as it will look, on each channel that is connected. */
export interface Preview {
  readonly channels: readonly ChannelPreview[];
  readonly file: Pick<MediaFacts, 'id' | 'type' | 'bytes'> | null;
  /** What a link becomes for those who agreed to counting; null: none is counted. */
  readonly counted: string | null;
}

export interface ChannelPreview {
  readonly kind: string;
  readonly name: string;
  /** One for each message that a person gets. */
  readonly bubbles: readonly Bubble[];
  /** Letters of the text, as the platforms count them. */
  readonly letters: number;
  /** What is different here, in sentences. */
  readonly notes: readonly string[];
}

export interface Bubble {
  readonly text: string;
  readonly hasFile: boolean;
}

/** Signs that WhatsApp's telephones turn into bold, italic and struck-through letters, and others show as they are. */
export const marks = /(?<![\p{L}\p{N}])(?<sign>[*_~])(?=\S)(?<inner>[^\n]*?\S)\k<sign>(?![\p{L}\p{N}])/gu;

/** How it will look everywhere. `shown`: the accounts that are connected; `given`: its file, where that is not kept yet. */
export async function drawChannels(
  office: Office,
  shown: readonly ShownOn[],
  drawn: Drawn,
  given: Pick<NewMedia, 'id' | 'type' | 'content'> | null = null,
): Promise<Preview> {
  const id = mediaIdOf(drawn.image);
  const stored = id === null ? null : await office.media.look(id);
  const file = given === null ? stored : { ...given, bytes: given.content.byteLength };
  const counts = drawn.countsTaps === true && !isGroupsAlone(drawn.audience);
  const [link] = counts ? countableLinks(office, drawn) : [];
  return {
    channels: shown.map((channel) => drawOn(office, channel, drawn, file)),
    file,
    counted: link === undefined ? null : countedUrl(office, 'pratinjau', link),
  };
}

function drawOn(
  office: Pick<Office, 'say'>,
  { kind, parts, window }: ShownOn,
  drawn: Drawn,
  file: Preview['file'],
): ChannelPreview {
  const { say } = office;
  const content: Out = composeSample(office, drawn, { kind, name: null });
  const bubbles = parts(content).map(({ text, image, document }) => ({
    text,
    hasFile: image !== undefined || document !== undefined,
  }));
  const isAhead = bubbles.some(({ hasFile, text }) => hasFile && text === '');
  const what = file?.type === 'pdf' ? 'berkas' : 'gambar';
  const hasForm = window === undefined || window.approve(content) !== null;
  const isMarked = content.text.search(marks) >= 0;
  const notes = [
    ...(ownTextOn(drawn, kind) === undefined ? [] : ['khusus']),
    ...(file === null ? [] : [`${what}_${isAhead ? 'dahulu' : 'bersama'}`]),
    ...(isMarked ? [kind.startsWith('whatsapp') ? 'tanda_menjadi' : 'tanda_tampil'] : []),
    ...(hasForm ? [] : ['templat']),
  ];
  return {
    kind,
    name: say('layanan.pratinjau.nama', {
      nama: say(`layanan.saluran.${kind}`),
      jenis: say(`halaman.keadaan.jenis.${kind}`),
    }).trim(),
    bubbles,
    letters: content.text.length,
    notes: notes.map((note) => say(`layanan.pratinjau.${note}`)),
  };
}

/** The same in words, a line for each channel. */
export function tellChannels({ say }: Pick<Office, 'say'>, { channels }: Preview): string {
  const lines = channels.map(({ name, bubbles, letters, notes }) =>
    say('layanan.pratinjau.baris', {
      saluran: name,
      pesan: bubbles.length,
      huruf: letters,
      catatan: notes.join(' '),
    }).trim(),
  );
  return lines.join('\n');
}
