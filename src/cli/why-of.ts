import type { Terminal } from './terminal.ts';

/** The code of a channel's trouble and, where there is a sentence about it, what it means. */
export function whyOf(code: string, { say, sentences }: Pick<Terminal, 'say' | 'sentences'>): string {
  const key = `halaman.keadaan.sebab.${code}`;
  return Object.hasOwn(sentences, key) ? `${code}. ${say(key)}` : code;
}
