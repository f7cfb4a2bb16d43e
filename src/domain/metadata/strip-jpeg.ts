import { asciiAt, join } from './bytes.ts';
import { readOrientation, writeOrientation } from './orientation.ts';

const START_OF_SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;

/**
 * A JPEG (ITU T.81) without what was written about the picture: Exif with place, device and time, XMP, IPTC, comments,
 * thumbnails, maker's notes, further pictures and whatever else stands behind its end. Kept are colours (JFIF, ICC,
 * Adobe) and which side is up. null: it is broken.
 */
export function stripJpeg(file: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  let turned: number | null = null;
  let hasPicture = false;
  let at = 2;
  while (at < file.length) {
    if (file[at] !== 0xff) return null;
    const code = file[at + 1];
    if (code === undefined) return null;
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === END) return hasPicture ? finish(kept, turned) : null;
    const end = at + 2 + lengthAt(file, at + 2);
    if (lengthAt(file, at + 2) < 2 || end > file.length) return null;
    const body = file.subarray(at + 4, end);
    turned ??= code === APP1 ? readOrientation(body) : null;
    if (isKept(code, body)) kept.push(file.subarray(at, end));
    at = end;
    if (code !== START_OF_SCAN) continue;
    hasPicture = true;
    const scanEnd = endOfScan(file, at);
    kept.push(file.subarray(at, scanEnd));
    at = scanEnd;
  }
  // Some cameras forget the end; what was cut off on its way is shown as far as it goes.
  return hasPicture ? finish(kept, turned) : null;
}

function finish([start = new Uint8Array(), ...rest]: readonly Uint8Array[], turned: number | null): Uint8Array {
  const orientation = turned === null || turned === 1 ? [] : [writeOrientation(turned)];
  return join([start, ...orientation, ...rest, Uint8Array.of(0xff, END)]);
}

/** Of the application's own segments those that change how the picture looks, and all that is the picture. */
function isKept(code: number, body: Uint8Array): boolean {
  if (code === COMMENT) return false;
  if (code < APP0 || code > APP15) return true;
  if (code === APP0) return asciiAt(body, 0, 5) === 'JFIF\0';
  if (code === APP2) return asciiAt(body, 0, 12) === 'ICC_PROFILE\0';
  return code === APP14 && asciiAt(body, 0, 5) === 'Adobe';
}

/** Behind the coded picture; a 0xff inside it is followed by 0, by a restart mark, or by more of itself. */
function endOfScan(file: Uint8Array, start: number): number {
  let at = file.indexOf(0xff, start);
  while (at >= 0 && at + 1 < file.length) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at = file.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return file.length;
}

function lengthAt(file: Uint8Array, at: number): number {
  return ((file[at] ?? 0) << 8) | (file[at + 1] ?? 0);
}
