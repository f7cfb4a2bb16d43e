import type { Out } from '../engine/turn.ts';

/**
 * Cuts a message into what a channel takes in one call, `length` UTF-16 units of text each, where a reader would
 * pause: at a paragraph, a line, a sentence or a word, never inside a character. Media go with the first part, the
 * choices with the last. The same message is always cut the same way, so that a part can be sent again by its index.
 */
export function toParts(out: Out, length: number): readonly Out[] {
  const texts = cutText(out.text, length);
  if (texts.length === 1) return [out];
  const { image, document, location, card, ...asking } = out;
  const { choices, unnumbered, offer, ...showing } = out;
  return texts.map((text, index) => {
    if (index === 0) return { ...showing, text };
    return index === texts.length - 1 ? { ...asking, text } : { text };
  });
}

/**
 * What goes beside the words, one message each. `bearer`: the file that takes the words as its caption, without them; null: there
 * is none, or they are too long for one and come behind `ahead`.
 */
export function splitMedia(
  { image, document, location, card }: Out,
  text: string,
  captionLength: number,
): { readonly ahead: readonly Out[]; readonly bearer: Out | null } {
  const files: Out[] = [
    ...(image === undefined ? [] : [{ text: '', image }]),
    ...(document === undefined ? [] : [{ text: '', document }]),
  ];
  const bearer = text.length <= captionLength ? (files.pop() ?? null) : null;
  const others: Out[] = [
    ...(location === undefined ? [] : [{ text: '', location }]),
    ...(card === undefined ? [] : [{ text: '', card }]),
  ];
  return { ahead: [...others, ...files], bearer };
}

/** The text with its choices below it, a line each: numbered, where the numbers are what is typed. */
export function listChoices({ text, choices = [], unnumbered }: Out): string {
  if (choices.length === 0) return text;
  const lines = choices.map(({ label }, index) => (unnumbered === true ? label : `${index + 1}. ${label}`));
  return `${text}\n\n${lines.join('\n')}`;
}

/** The pieces of a text, none longer than `length`; one empty piece for an empty text. */
export function cutText(text: string, length: number): readonly string[] {
  if (text.length <= length) return [text];
  const head = text.slice(0, length);
  const at = ['\n\n', '\n', '. ', ' '].map((mark) => head.lastIndexOf(mark)).find((found) => found > length / 2);
  const end = at === undefined ? length - (isHighSurrogate(head.charCodeAt(length - 1)) ? 1 : 0) : at + 1;
  return [text.slice(0, end).trimEnd(), ...cutText(text.slice(end).trimStart(), length)];
}

/** The first half of a character outside the basic plane (an emoji): cutting behind it would spoil both halves. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}
