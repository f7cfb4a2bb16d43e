import { cutText, listChoices } from '../../domain/parts.ts';
import type { Out } from '../../engine/turn.ts';
import { captionLength, limits } from './limits.ts';

/**
 * Cuts a message into what goes out in one call each. WhatsApp filters the buttons of unofficial clients away, so choices
 * are numbered lines, and a person answers with the number or the words. A picture or document whose text is too long for a
 * caption goes ahead of it.
 */
export function toParts(out: Out): readonly Out[] {
  const { image, document, location } = out;
  const text = listChoices(out);
  const media: Out[] = [
    ...(location === undefined ? [] : [{ text: '', location }]),
    ...(image === undefined ? [] : [{ text: '', image }]),
    ...(document === undefined ? [] : [{ text: '', document }]),
  ];
  const lastFile = image === undefined && document === undefined ? undefined : media.at(-1);
  if (lastFile !== undefined && text.length <= captionLength) return [...media.slice(0, -1), { ...lastFile, text }];
  return [...media, ...cutText(text, limits.textLength).map((piece) => ({ text: piece }))];
}
