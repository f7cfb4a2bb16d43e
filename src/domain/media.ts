import type { MediaType } from '../engine/media.ts';

/**
 * A file that no deed was given is deleted after this: four times as long as a draft lives when its flow says nothing,
 * so that nobody finds their picture gone who still finds their draft.
 */
export const unclaimedMs = 30 * 24 * 60 * 60_000;

/**
 * The fetches of one turn end within this: who holds an address and says nothing for ten seconds is taken for dead.
 */
export const fetchWithinMs = 6000;

/** A file as channels send it. */
export interface MediaFile {
  readonly content: Uint8Array;
  readonly type: MediaType;
  /** As telephones show it. */
  readonly name: string;
}

/** What a file of each type is called on the wire. */
export const mimeOf: Readonly<Record<MediaType, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const bitsOfLetter = 6;
const bitsOfSign = 5;

/**
 * A fingerprint (base64url) as the id of a file: the same bits in Crockford's base 32, whose signs nobody confuses when
 * they type one from a screen.
 */
export function toMediaId(fingerprint: string): string {
  const bits = Array.from(fingerprint, (letter) =>
    base64url.indexOf(letter).toString(2).padStart(bitsOfLetter, '0'),
  ).join('');
  const signs = Math.floor(bits.length / bitsOfSign);
  return Array.from({ length: signs }, (_, at) => {
    const group = bits.slice(at * bitsOfSign, (at + 1) * bitsOfSign);
    return alphabet.charAt(Number.parseInt(group, 2));
  }).join('');
}

/** What an officer typed as the code of a file: how its id begins; null: no code looks like that. */
export function readMediaCode(typed: string, length: number): string | null {
  const plain = typed.toLowerCase().replaceAll(/[\s-]/gu, '').replaceAll('o', '0').replaceAll(/[il]/gu, '1');
  return /^[0-9a-hjkmnp-tv-z]+$/u.test(plain) && plain.length >= length ? plain : null;
}
