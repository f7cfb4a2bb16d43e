import { cutText, listChoices, splitMedia } from '../../domain/parts.ts';
import type { Choice, Out } from '../../engine/turn.ts';
import { buttons, captionLength, interactiveLength, limits, rowDescriptionLength } from './limits.ts';

/** How the choices of one message are shown. */
export type Drawing = 'buttons' | 'list' | 'lines';

/**
 * Cuts a message into what the platform takes in one call each. Every call costs money, so choices that do not fit beside
 * their text become numbered lines of it rather than a message of their own. A part is cut into itself.
 */
export function toParts(out: Out): readonly Out[] {
  const { image, document, location, card, text, ...asking } = drawLines(out);
  const isTapped = asking.choices !== undefined || asking.offer !== undefined;
  const { ahead, bearer } = splitMedia(out, text, isTapped ? -1 : captionLength);
  if (bearer !== null) return [...ahead, { ...bearer, text }];
  const pieces = cutText(text, limits.textLength);
  const last = pieces.length - 1;
  return [...ahead, ...pieces.map((piece, index) => (index === last ? { text: piece, ...asking } : { text: piece }))];
}

/** Writes choices that cannot be tapped into the text; a message that asks for a place has no room for others. */
function drawLines(out: Out): Out {
  const { choices = [], offer, unnumbered: _drawn, ...rest } = out;
  const asksPlace = offer === 'location';
  if (choices.length === 0 || asksPlace || drawingOf(out) === 'lines') {
    const text = listChoices(out);
    return { ...rest, text, ...(asksPlace && text.length <= interactiveLength && { offer }) };
  }
  return { ...rest, choices };
}

/** Buttons for a few short choices, a list for up to ten, lines for whatever does not fit. */
export function drawingOf({ text, choices = [] }: Out): Drawing {
  const titles = choices.map(({ label }) => label);
  if (text === '' || text.length > interactiveLength || choices.length === 0) return 'lines';
  // The platform refuses buttons of the same title.
  if (new Set(titles).size < titles.length) return 'lines';
  const longest = Math.max(...titles.map((title) => title.length));
  if (choices.length <= buttons.most && longest <= buttons.titleLength) return 'buttons';
  return choices.length <= limits.choices && longest <= rowDescriptionLength ? 'list' : 'lines';
}

/** A row of a list: a label that is too long for its title stands whole below it. */
export function toRow({ id, label }: Choice): {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
} {
  if (label.length <= limits.labelLength) return { id, title: label };
  const [kept = ''] = cutText(label, limits.labelLength - 1);
  return { id, title: `${kept}…`, description: label };
}
