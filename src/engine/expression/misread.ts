import type { Fault } from './kind.ts';
import type { Token } from './token.ts';
import type { Node } from './tree.ts';

/** Words that people put between two values, and how the same is said here. `a` and `b` stand for the two values. */
const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  adalah: 'a = b',
  ialah: 'a = b',
  sama: 'a = b',
  bukan: 'a != b',
  tidak: 'a != b',
  lebih: 'a > b',
  kurang: 'a < b',
  minimal: 'a >= b',
  maksimal: 'a <= b',
  and: 'a dan b',
  serta: 'a dan b',
  or: 'a atau b',
  in: 'a termasuk (b, c)',
  is: 'a = b',
  not: 'bukan a',
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
  if (said !== undefined) return cure(token.word, said);
  return { code: 'kata_tak_terduga', params: { kata: token.word } };
}

function cure(kata: string, betul: string): Fault {
  return { code: 'cara_menulis_syarat', params: { kata, betul } };
}
