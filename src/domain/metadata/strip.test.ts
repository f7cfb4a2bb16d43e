import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { archive, docx, pdf, phoneJpeg, phonePng, phoneWebp, secret } from '../../../test/media/samples.ts';
import { readOrientation } from './orientation.ts';
import { recognize } from './recognize.ts';
import { strip } from './strip.ts';

const samples = { jpg: phoneJpeg(), png: phonePng(), webp: phoneWebp(), pdf: pdf(), docx: docx() } as const;
const pictures = ['jpg', 'png', 'webp'] as const;

const holds = (file: Uint8Array, words: string): boolean => Buffer.from(file).includes(words, 0, 'latin1');

describe('what a file is', () => {
  test.each(Object.entries(samples))('%s is known by its bytes', (type, file) => {
    expect(recognize(file)).toBe(type);
  });

  test.each<[string, Uint8Array]>([
    ['a script that calls itself a picture', Buffer.from('<script>alert(1)</script>')],
    ['an SVG, which may run code', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a program', Buffer.from('MZ\u0090\u0000')],
    ['an archive that is no document', archive(['setup.exe'])],
    ['a document with a macro', archive(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'])],
    ['the beginning of an archive', docx().subarray(0, 40)],
    ['two bytes of a JPEG', Uint8Array.of(0xff, 0xd8)],
    ['nothing', new Uint8Array()],
  ])('%s is none', (_, file) => {
    expect(recognize(file)).toBe(null);
  });

  test.each([
    ['xl/workbook.xml', 'xlsx'],
    ['ppt/presentation.xml', 'pptx'],
  ])('with %s it is %s', (part, type) => {
    expect(recognize(archive(['[Content_Types].xml', part]))).toBe(type);
  });
});

describe('what a phone wrote into a picture', () => {
  test.each(pictures)('is gone from a %s, and the picture is not', (type) => {
    expect(holds(samples[type], secret)).toBe(true);
    const bare = strip(samples[type], type) ?? new Uint8Array();
    expect(holds(bare, secret)).toBe(false);
    expect(holds(bare, 'RAHASIA')).toBe(false);
    expect(recognize(bare)).toBe(type);
    expect(strip(bare, type)).toEqual(bare);
  });

  test.each([1, 3, 6, 8])('is gone but for which side is up (%i)', (side) => {
    const bare = strip(phoneJpeg({ side }), 'jpg') ?? new Uint8Array();
    const exif = Buffer.from(bare).indexOf('Exif\0\0', 0, 'latin1');
    expect(exif < 0 ? 1 : readOrientation(bare.subarray(exif))).toBe(side);
  });

  test.each(pictures)('a %s that was cut off is broken, or ends where it was cut', (type) => {
    const whole = strip(samples[type], type) ?? new Uint8Array();
    for (let length = 12; length < samples[type].length; length += 1) {
      const bare = strip(samples[type].subarray(0, length), type);
      expect(bare === null || bare.length <= whole.length + 2).toBe(true);
      expect(bare !== null && holds(bare, 'RAHASIA')).toBe(false);
    }
  });

  test('documents stay as they are; a PDF without its end is broken', () => {
    expect(strip(samples.docx, 'docx')).toBe(samples.docx);
    expect(strip(samples.pdf, 'pdf')).toBe(samples.pdf);
    expect(strip(samples.pdf.subarray(0, 30), 'pdf')).toBe(null);
  });

  test.each(pictures)('nothing that can be sent as a %s throws, hangs, or grows', (type) => {
    const head = samples[type];
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((tail) => Buffer.concat([head.subarray(0, 12), tail])),
      fc
        .array(fc.tuple(fc.nat(head.length - 1), fc.nat(255)), { maxLength: 8 })
        .map((changes) => changes.reduce((file, [at, byte]) => file.fill(byte, at, at + 1), Buffer.from(head))),
    );
    fc.assert(
      fc.property(anything, (file) => {
        recognize(file);
        const bare = strip(file, type);
        // At most an end mark and 36 bytes that say which side is up are added.
        expect(bare?.length ?? 0).toBeLessThanOrEqual(file.length + 38);
      }),
      { numRuns: 2000 },
    );
  });
});
