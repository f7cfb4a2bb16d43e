import { wordsOf } from './normal.ts';

/** Whom a message is addressed to: never part of an answer, at its start or end. */
const CALLED = new Set(
  'kak kaka kakak ka min mimin pak bapak bu ibu mas mbak mba bang abang om tante bos gan sis bro sam dik dek adik pa kk sir uda'.split(
    ' ',
  ),
);

/** Little words that soften a sentence and change nothing: "boleh deh", "1 saja dulu ya". */
const SOFT = new Set(
  'ya yaa yah dong donk deh sih kok lah nih tuh saja doang loh lho kan pun mah atuh gih oh toh tok'.split(' '),
);

const THANKS = new Set('makasih terima kasih matur sampun banyak sebelumnya'.split(' '));
const HELLO = new Set(
  'halo hallo hai hi hei hello permisi punten maaf mohon selamat pagi siang sore malam assalamualaikum assalamu alaikum aslm askum asalamualaikum wr wb'.split(
    ' ',
  ),
);

/** True for a word that only names the person spoken to (kak, pak, min). */
export function isCalled(word: string): boolean {
  return CALLED.has(word);
}

/** True for a word that only softens (ya, dong, saja). */
export function isSoft(word: string): boolean {
  return SOFT.has(word);
}

/** True for a word of thanks. */
export function isThanks(word: string): boolean {
  return THANKS.has(word);
}

/** True when a message begins by thanking: it answers what was done, not what was asked. */
export function beginsWithThanks(words: readonly string[]): boolean {
  return words[0] === 'makasih' || (words[0] === 'terima' && words[1] === 'kasih') || words[0] === 'matur';
}

/**
 * The words that carry the answer: greeting, address, thanks and softeners at both ends are taken off, the inside is
 * left alone. Empty when nothing else was said.
 */
export function coreWords(text: string): string[] {
  return trimPolite(wordsOf(text));
}

/** The same for words that were already normalized. */
export function trimPolite(words: readonly string[]): string[] {
  let start = 0;
  let end = words.length;
  while (end > start && isTail(words, end)) end -= 1;
  while (start < end && isHead(words[start] ?? '')) start += 1;
  return words.slice(start, end);
}

function isTail(words: readonly string[], end: number): boolean {
  const word = words[end - 1] ?? '';
  return CALLED.has(word) || SOFT.has(word) || thanksEnding(words, end);
}

function thanksEnding(words: readonly string[], end: number): boolean {
  if (!THANKS.has(words[end - 1] ?? '')) return false;
  for (let at = end - 1; at >= 0 && THANKS.has(words[at] ?? ''); at -= 1) {
    if (words[at] === 'makasih' || words[at] === 'terima' || words[at] === 'matur') return true;
  }
  return false;
}

function isHead(word: string): boolean {
  return CALLED.has(word) || SOFT.has(word) || HELLO.has(word);
}
