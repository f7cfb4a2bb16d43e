import { asciiAt, join, toBytes } from './bytes.ts';

const headBytes = 12;
const chunkHeadBytes = 8;
/** The bits of VP8X that promise Exif and XMP (WebP container specification). */
const exifAndXmp = 0x08 | 0x04;

const kept: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const pictures: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** A WebP without what was written about the picture, and without what stands behind its end. null: it is broken. */
export function stripWebp(file: Uint8Array): Uint8Array | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = chunkHeadBytes + view.getUint32(4, true);
  if (end > file.length || end < headBytes) return null;
  const pieces: Uint8Array[] = [];
  let hasPicture = false;
  for (let at = headBytes; at + chunkHeadBytes <= end;) {
    const name = asciiAt(file, at, at + 4);
    const length = view.getUint32(at + 4, true);
    // Chunks of odd length are followed by one byte; the last one sometimes is not.
    const next = at + chunkHeadBytes + length + (length % 2);
    if (at + chunkHeadBytes + length > end) return null;
    if (kept.has(name)) pieces.push(keepChunk(name, file.subarray(at, Math.min(next, end))));
    hasPicture ||= pictures.has(name);
    at = next;
  }
  return hasPicture ? finish(pieces) : null;
}

function keepChunk(name: string, chunk: Uint8Array): Uint8Array {
  if (name !== 'VP8X') return chunk;
  const changed = chunk.slice();
  const flags = changed[chunkHeadBytes];
  if (flags !== undefined) changed[chunkHeadBytes] = flags & ~exifAndXmp;
  return changed;
}

function finish(pieces: readonly Uint8Array[]): Uint8Array {
  const body = join(pieces);
  const head = new Uint8Array(headBytes);
  head.set(toBytes('RIFF'));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  head.set(toBytes('WEBP'), 8);
  return join([head, body]);
}
