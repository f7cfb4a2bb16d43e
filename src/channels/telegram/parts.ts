import { cutText, listChoices, splitMedia } from '../../domain/parts.ts';
import type { Choice, Out } from '../../engine/turn.ts';
import { captionLength, limits } from './limits.ts';

/**
 * Cuts a message into what Telegram takes in one call each: long choices become numbered lines, long texts are cut at
 * a paragraph, line, sentence or word; a place, a card, and a file whose text is too long for a caption go ahead of it. Choices and
 * offers stand under the last part. A part is cut into itself.
 */
export function toParts(out: Out): readonly Out[] {
  const { text, choices, image, document, location, card, ...offers } = drawChoices(out);
  const { ahead, bearer } = splitMedia(out, text, captionLength);
  const under: Partial<Out> = { ...offers, ...(choices === undefined ? {} : { choices }) };
  if (bearer !== null) return [...ahead, { ...bearer, ...under, text }];
  const pieces = cutText(text, limits.textLength);
  const last = pieces.length - 1;
  return [...ahead, ...pieces.map((piece, index) => (index === last ? { ...under, text: piece } : { text: piece }))];
}

/** Labels that a button cannot show whole are written as lines above it. */
function drawChoices(out: Out): Out {
  const { choices } = out;
  if (choices === undefined || choices.length === 0) return out;
  const fits = choices.length <= limits.choices && choices.every(({ label }) => label.length <= limits.labelLength);
  if (fits) return out;
  return {
    ...out,
    text: listChoices(out),
    choices: choices.slice(0, limits.choices).map((choice, index) => shorten(choice, index, out.unnumbered === true)),
  };
}

function shorten(choice: Choice, index: number, unnumbered: boolean): Choice {
  if (!unnumbered) return { ...choice, label: String(index + 1) };
  if (choice.label.length <= limits.labelLength) return choice;
  const [kept = ''] = cutText(choice.label, limits.labelLength - 1);
  return { ...choice, label: `${kept}…` };
}
