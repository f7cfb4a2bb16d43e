import type { Fault } from './kind.ts';

/** A text cut at its `{{ }}`: the words as they are, and what stands inside the braces. */
export type Piece = { readonly words: string } | { readonly inside: string };

/** As much of a text as a fault quotes. */
const SHOWN = 40;

/** True for a text without a value in it, as most are. */
export function isPlain(text: string): boolean {
  return !/[{}]/u.test(text);
}

/** The pieces of a text, in order; a fault when braces are left open, missing or single. */
export function cutTemplate(text: string): readonly Piece[] | Fault {
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    const words = text.slice(at, open < 0 ? text.length : open);
    const fault = strayBrace(words);
    if (fault !== null) return fault;
    if (words !== '') pieces.push({ words });
    if (open < 0) return pieces;
    const close = text.indexOf('}}', open + 2);
    if (close < 0) return { code: 'kurung_kurawal_terbuka', params: { bagian: text.slice(open, open + SHOWN) } };
    pieces.push({ inside: text.slice(open + 2, close) });
    at = close + 2;
  }
}

/** `{nama}`, `${nama}` and a `}}` without its beginning: written with a slip, they would be sent to people as they are. */
function strayBrace(words: string): Fault | null {
  const single = /\$?\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}/u.exec(words);
  if (single !== null) return tooFewBraces(single[0], single[1] ?? '');
  if (words.includes('}}')) return { code: 'kurung_kurawal_tertutup', params: {} };
  return words.includes('{%') ? tooFewBraces('{%', '...') : null;
}

function tooFewBraces(bagian: string, inside: string): Fault {
  return { code: 'kurung_kurawal_tunggal', params: { bagian, betul: `{{ ${inside} }}` } };
}
