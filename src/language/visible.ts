/**
 * What a person sees of a text: without control characters (a terminal would obey them), without marks that turn the
 * direction of writing (they can make a sentence read as another), without spaces of no width. New lines, tabs and what
 * joins an emoji stay.
 */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu, keepBreaks);
}

function keepBreaks(mark: string): string {
  return mark === '\n' || mark === '\t' ? mark : '';
}
