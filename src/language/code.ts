import { unreadable } from './normal.ts';
import { clear, none } from './reading.ts';
import type { Reading } from './reading.ts';

/** What a code looks like, in the words of a flow: `bentuk: 4 huruf atau angka`. */
export interface CodeShape {
  readonly length: number;
  readonly of: 'angka' | 'huruf' | 'huruf atau angka';
}

const LETTERS: Readonly<Record<CodeShape['of'], RegExp>> = {
  angka: /^\d+$/u,
  huruf: /^[A-Z]+$/u,
  'huruf atau angka': /^[A-Z0-9]+$/u,
};

/**
 * A code of a known shape, upper-cased, without the spaces and dashes people put in, alone or behind "kode".
 * Letters are never turned into digits. Reasons: length, shape, empty, too_long.
 */
export function readCode(text: string, shape: CodeShape): Reading<string> {
  const unread = unreadable(text);
  if (unread !== null) return none(unread);
  const parts = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[^A-Z0-9]+/u)
    .filter((part) => part !== '');
  const whole = parts.join('');
  const fits = (code: string): boolean => code.length === shape.length && LETTERS[shape.of].test(code);
  if (fits(whole)) return clear(whole);
  const after = parts.lastIndexOf('KODE') < 0 ? parts.lastIndexOf('KODENYA') : parts.lastIndexOf('KODE');
  const named = parts.slice(after + 1).join('');
  if (after >= 0 && fits(named)) return clear(named);
  const [only, ...others] = parts.filter((part) => fits(part) && (shape.of === 'angka' || /\d/u.test(part)));
  if (only !== undefined && others.length === 0) return clear(only);
  return none(whole.length === shape.length ? 'shape' : 'length');
}
