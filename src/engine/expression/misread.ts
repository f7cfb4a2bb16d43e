import type { Fault } from './kind.ts';
import type { Token } from './token.ts';
import type { Node } from './tree.ts';

/** Words that people put between two values, and the sign for them here. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  adalah: '=',
  ialah: '=',
  sama: '=',
  is: '=',
  bukan: '!=',
  tidak: '!=',
  lebih: '>',
  kurang: '<',
  minimal: '>=',
  maksimal: '<=',
  and: 'dan',
  serta: 'dan',
  or: 'atau',
  in: 'termasuk',
};

/** The fault of an expression that goes on after it is complete: `x adalah y`, `x tidak kosong`, `x | usia + 1`. */
export function misreadWord(source: string, before: Node, token: Token): Fault {
  const left = source.slice(before.from, before.to);
  const rest = source.slice(token.to).trim();
  if (token.word === 'tidak' || token.word === 'bukan') {
    if (rest === 'kosong') return cure(token.word, `${left} ada`);
    if (rest === 'ada') return cure(token.word, `${left} kosong`);
    if (/^(?:termasuk|berisi)\b/u.test(rest)) return cure(token.word, `bukan ${left} ${rest}`);
  }
  const said = Object.hasOwn(SAID_OTHERWISE, token.word) ? SAID_OTHERWISE[token.word] : undefined;
  if (said !== undefined) return cure(token.word, `${left} ${said} ${rest.replace(/^(?:dengan|dari) /u, '')}`);
  return { code: 'kata_tak_terduga', params: { kata: token.word } };
}

function cure(kata: string, betul: string): Fault {
  return { code: 'cara_menulis_syarat', params: { kata, betul } };
}
