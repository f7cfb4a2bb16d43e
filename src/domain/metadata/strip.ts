import type { MediaType } from '../../engine/media.ts';
import { asciiAt } from './bytes.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

/** Behind the end of a PDF some writers leave a line or two. */
const pdfTail = 1024;

/**
 * The file as it may be kept: pictures without place, device, time and all other notes about them. Documents stay as
 * they are: what stands in them was written to be read. null: the file is broken or cut off.
 */
export function strip(file: Uint8Array, type: MediaType): Uint8Array | null {
  switch (type) {
    case 'jpg':
      return stripJpeg(file);
    case 'png':
      return stripPng(file);
    case 'webp':
      return stripWebp(file);
    case 'pdf':
      return asciiAt(file, Math.max(0, file.length - pdfTail), file.length).includes('%%EOF') ? file : null;
    case 'docx':
    case 'xlsx':
    case 'pptx':
    default:
      // Whoever recognized it has read the directory at its end.
      return file;
  }
}
