import type { Part } from '../../domain/channel.ts';
import type { Media } from '../../domain/ports/media.ts';
import { codeOfMedia, mediaIdOf } from '../../engine/media.ts';

/**
 * The part with the bytes of the file that it names, where that is one of the service's own. One that was deleted
 * meanwhile is left out; null: then nothing is left to be said.
 */
export async function loadMedia({ media }: { readonly media: Pick<Media, 'read'> }, part: Part): Promise<Part | null> {
  const { image, document, ...words } = part;
  const id = mediaIdOf(image ?? document ?? null);
  if (id === null) return part;
  const stored = await media.read(id);
  if (stored === null) return words.text === '' ? null : words;
  const { content, type } = stored;
  return { ...part, file: { content, type, name: `${codeOfMedia(id)}.${type}` } };
}
