import { asciiAt, join } from './bytes.ts';

const signatureBytes = 8;
/** Length, name and check sum. */
const frameBytes = 12;

/**
 * What of a PNG (ISO 15948, and APNG) is kept: the picture, its colours and its movement. Everything else may tell of
 * the person: text, Exif, time, and names that nobody knows.
 */
const kept: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT'.split(' '),
);

/** A PNG without what was written about the picture, and without what stands behind its end. null: it is broken. */
export function stripPng(file: Uint8Array): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pieces: Uint8Array[] = [file.subarray(0, signatureBytes)];
  let hasPicture = false;
  for (let at = signatureBytes; at + frameBytes <= file.length;) {
    const end = at + frameBytes + view.getUint32(at);
    const name = asciiAt(file, at + 4, at + 8);
    if (end > file.length || (at === signatureBytes && name !== 'IHDR')) return null;
    if (kept.has(name)) pieces.push(file.subarray(at, end));
    hasPicture ||= name === 'IDAT';
    if (name === 'IEND') return hasPicture ? join(pieces) : null;
    at = end;
  }
  return null;
}
