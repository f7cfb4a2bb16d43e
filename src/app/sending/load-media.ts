import type { Part } from '../../domain/channel.ts';
import type { Media } from '../../domain/ports/media.ts';
import type { MediaType } from '../../engine/media.ts';
import { codeOfMedia, mediaIdOf } from '../../engine/media.ts';

/** What phones show in the chat itself; everything else is a document, whatever it was sent as. */
const pictures: ReadonlySet<MediaType> = new Set(['jpg', 'png', 'webp']);

/**
 * The part with the bytes of the file that it names, where that is one of the service's own, as the picture or the document that
 * it is. One that was deleted meanwhile is left out; null: then nothing is left to be said.
 */
export async function loadMedia({ media }: { readonly media: Pick<Media, 'read'> }, part: Part): Promise<Part | null> {
  const { image, document, ...words } = part;
  const ref = image ?? document ?? null;
  const id = mediaIdOf(ref);
  if (id === null || ref === null) return part;
  const stored = await media.read(id);
  if (stored === null) return words.text === '' ? null : words;
  const { content, type } = stored;
  const file = { content, type, name: `${codeOfMedia(id)}.${type}` };
  return pictures.has(type) ? { ...words, image: ref, file } : { ...words, document: ref, file };
}
