import type { Choice, Out } from '../../engine/turn.ts';
import { captionLength, limits } from './limits.ts';

/**
 * Cuts a message into what Telegram takes in one call each: long choices become numbered lines, long texts are cut at
 * a paragraph, line, sentence or word, and a file whose text is too long for a caption goes ahead of it. Choices and
 * offers stand under the last part. A part is cut into itself.
 */
export function toParts(out: Out): readonly Out[] {
  const { text, choices, image, document, ...offers } = drawChoices(out);
  const media: Out[] = [
    ...(image === undefined ? [] : [{ text: '', image }]),
    ...(document === undefined ? [] : [{ text: '', document }]),
  ];
  const under: Partial<Out> = { ...offers, ...(choices === undefined ? {} : { choices }) };
  const lastFile = media.at(-1);
  if (lastFile !== undefined && text.length <= captionLength) {
    return [...media.slice(0, -1), { ...lastFile, ...under, text }];
  }
  const pieces = cutText(text, limits.textLength);
  const last = pieces.length - 1;
  return [...media, ...pieces.map((piece, index) => (index === last ? { ...under, text: piece } : { text: piece }))];
}

/** Labels that a button cannot show whole are written as lines above it. */
function drawChoices(out: Out): Out {
  const { choices } = out;
  if (choices === undefined || choices.length === 0) return out;
  const fits = choices.length <= limits.choices && choices.every(({ label }) => label.length <= limits.labelLength);
  if (fits) return out;
  const lines = choices.map(({ label }, index) => (out.unnumbered === true ? label : `${index + 1}. ${label}`));
  return {
    ...out,
    text: `${out.text}\n\n${lines.join('\n')}`,
    choices: choices.slice(0, limits.choices).map((choice, index) => shorten(choice, index, out.unnumbered === true)),
  };
}

function shorten(choice: Choice, index: number, unnumbered: boolean): Choice {
  if (!unnumbered) return { ...choice, label: String(index + 1) };
  if (choice.label.length <= limits.labelLength) return choice;
  return { ...choice, label: `${choice.label.slice(0, wholeEnd(choice.label, limits.labelLength - 1))}…` };
}

/** Places to cut, best first: after a paragraph, a line, a sentence, a word. */
const borders: readonly RegExp[] = [/\n\s*\n/gu, /\n/gu, /(?<=[.!?…]["')]?)\s/gu, /\s/gu];

function cutText(text: string, length: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > length) {
    const end = cutAt(rest, length);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  const filled = [...pieces, rest].filter((piece) => piece !== '');
  return filled.length === 0 ? [''] : filled;
}

/** The last best border in the second half of what fits, so that no piece is a mere crumb. */
function cutAt(text: string, length: number): number {
  // One more, because a border right behind the last character that fits is a border too.
  const window = text.slice(0, length + 1);
  for (const border of borders) {
    const end = [...window.matchAll(border)].at(-1)?.index ?? 0;
    if (end >= length / 2) return end;
  }
  return wholeEnd(text, length);
}

/** `length`, or one less where it would split a character of two UTF-16 units. */
function wholeEnd(text: string, length: number): number {
  const unit = text.charCodeAt(length - 1);
  return unit >= 0xd8_00 && unit <= 0xdb_ff ? length - 1 : length;
}
