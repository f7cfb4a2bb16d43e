import type { MediaType } from '../../engine/media.ts';
import { asciiAt, startsWith } from './bytes.ts';

/**
 * What a file is, by its bytes; null: none of the types that the service takes. Names and claims of the sender are not
 * asked: a script called `foto.jpg` is no picture.
 */
export function recognize(file: Uint8Array): MediaType | null {
  if (startsWith(file, [0xff, 0xd8, 0xff])) return 'jpg';
  if (startsWith(file, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (asciiAt(file, 0, 4) === 'RIFF' && asciiAt(file, 8, 12) === 'WEBP') return 'webp';
  if (asciiAt(file, 0, 5) === '%PDF-') return 'pdf';
  return startsWith(file, [0x50, 0x4b, 0x03, 0x04]) ? readOffice(file) : null;
}

/** The part that each of these archives has, and only it (ECMA-376). */
const mainParts: readonly (readonly [string, MediaType])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
];

const directoryEntry = [0x50, 0x4b, 0x01, 0x02];
const endOfDirectory = [0x50, 0x4b, 0x05, 0x06];
const endBytes = 22;
/** A comment behind the directory may be this long. */
const longestComment = 65_535;

/** One of the office formats, by the names in the archive's directory; one with a macro in it is none. */
function readOffice(file: Uint8Array): MediaType | null {
  const names = namesIn(file);
  if (!names.includes('[Content_Types].xml') || names.some((name) => name.endsWith('vbaProject.bin'))) return null;
  return mainParts.find(([part]) => names.includes(part))?.[1] ?? null;
}

/** APPNOTE.TXT 4.3.12 and 4.3.16; [] where the directory is none. */
function namesIn(file: Uint8Array): readonly string[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(file);
  if (end === null) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= end && startsWith(file, directoryEntry, at)) {
    const length = view.getUint16(at + 28, true);
    names.push(asciiAt(file, at + 46, at + 46 + length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function findEnd(file: Uint8Array): number | null {
  const first = Math.max(0, file.length - endBytes - longestComment);
  for (let at = file.length - endBytes; at >= first; at -= 1) if (startsWith(file, endOfDirectory, at)) return at;
  return null;
}
