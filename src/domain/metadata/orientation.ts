import { asciiAt, toBytes } from './bytes.ts';

const TAG = 0x0112;
const SHORT = 3;
const exifHead = 'Exif\0\0';

/** Which side of the picture is up, from the body of an Exif segment (CIPA DC-008, 4.6.4): 1 to 8; null: it does not say. */
export function readOrientation(body: Uint8Array): number | null {
  if (asciiAt(body, 0, exifHead.length) !== exifHead) return null;
  return readFromTiff(body.subarray(exifHead.length));
}

function readFromTiff(tiff: Uint8Array): number | null {
  if (tiff.length < 8) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = asciiAt(tiff, 0, 2) === 'II';
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return null;
  const count = view.getUint16(first, little);
  for (let at = first + 2; at < first + 2 + count * 12 && at + 12 <= tiff.length; at += 12) {
    if (view.getUint16(at, little) !== TAG || view.getUint16(at + 2, little) !== SHORT) continue;
    const side = view.getUint16(at + 8, little);
    return side >= 1 && side <= 8 ? side : null;
  }
  return null;
}

function writeTiff(side: number): Uint8Array {
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [TAG >> 8, TAG & 0xff, 0, SHORT, 0, 0, 0, 1, 0, side, 0, 0];
  return Uint8Array.from([...head, 0, 1, ...entry, 0, 0, 0, 0]);
}

/** The Exif segment of a JPEG that says nothing else. */
export function writeOrientation(side: number): Uint8Array {
  const body = toBytes(exifHead);
  const tiff = writeTiff(side);
  const length = 2 + body.length + tiff.length;
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 0xff, ...body, ...tiff]);
}
