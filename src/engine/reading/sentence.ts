/** A sentence as it can safely stand in a flow file: between double quotes. */
export function quote(sentence: string): string {
  return `"${sentence.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** What stands between the quotes that `quote` has put around a sentence, also where `\n` breaks its line. */
export function unquote(inside: string): string {
  return inside.includes('\\')
    ? inside.replaceAll(/\\(["\\n])/gu, (_both, sign: string) => (sign === 'n' ? '\n' : sign))
    : inside;
}

/** A text without the spaces at its end. Other blanks there are signs like any other, as they are to a YAML parser. */
export function withoutSpaces(text: string): string {
  return text.endsWith(' ') ? text.replace(/(?<! ) +$/u, '') : text;
}

/** A text without the spaces that word processors and web pages put in place of ours, and without invisible marks. */
export function withPlainSpaces(text: string): string {
  if (!FOREIGN.test(text)) return text;
  return text.replaceAll(/[\u200B\u2060\uFEFF]/gu, '').replaceAll(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' ');
}

/** Nearly every text has none of them. */
const FOREIGN = /[\u00A0\u2000-\u200B\u202F\u205F\u2060\u3000\uFEFF]/u;
