import { cutText, listChoices, splitMedia } from '../../domain/parts.ts';
import type { Out } from '../../engine/turn.ts';
import { captionLength, limits } from './limits.ts';

/**
 * Cuts a message into what goes out in one call each. WhatsApp filters the buttons of unofficial clients away, so choices
 * are numbered lines, and a person answers with the number or the words. A place, a card, and a file whose text is too long for a
 * caption go ahead of it.
 */
export function toParts(out: Out): readonly Out[] {
  const text = listChoices(out);
  const { ahead, bearer } = splitMedia(out, text, captionLength);
  if (bearer !== null) return [...ahead, { ...bearer, text }];
  return [...ahead, ...cutText(text, limits.textLength).map((piece) => ({ text: piece }))];
}
