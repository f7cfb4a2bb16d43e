import { expect, test } from 'vitest';

import { codeOfMedia, mediaIdOf, mediaIdsIn, MEDIA_CODE_LENGTH, toMediaRef } from '../engine/media.ts';
import { readMediaCode, toMediaId } from './media.ts';

test('an id holds every bit of its fingerprint but the last two, in signs that nobody confuses', () => {
  const id = toMediaId('Aa0-_zZ9bcdefghijklmno');
  expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/u);
  expect(toMediaId('Ba0-_zZ9bcdefghijklmno')).not.toBe(id);
  expect(toMediaId('Aa0-_zZ9bcdefghijklmn8')).not.toBe(id);
});

test.each([
  ['0A1B2-C3D4E', '0a1b2c3d4e'],
  ['o a1b2 c3d4e', '0a1b2c3d4e'],
  ['IL1b2c3d4e5', '111b2c3d4e5'],
  ['0a1b2', null],
  ['0a1b2-c3d4u', null],
  ['', null],
])('the code %s is read as %s', (typed, read) => {
  expect(readMediaCode(typed, MEDIA_CODE_LENGTH)).toBe(read);
});

test('the code under a picture leads to the beginning of its id', () => {
  const id = toMediaId('Aa0-_zZ9bcdefghijklmno');
  expect(id.startsWith(readMediaCode(codeOfMedia(id), MEDIA_CODE_LENGTH) ?? '?')).toBe(true);
});

test('references are found wherever they stand in a value', () => {
  const record = { type: 'record', code: 'a', name: 'A', fields: { foto: toMediaRef('a1') } } as const;
  expect(mediaIdsIn([toMediaRef('b1'), ['teks', toMediaRef('b2')], record, null, 3])).toEqual(['b1', 'b2', 'a1']);
  expect(mediaIdOf('https://contoh.id/a.jpg')).toBe(null);
  expect(mediaIdOf('media:../a')).toBe(null);
});
