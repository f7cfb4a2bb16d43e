import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { StoreTrouble } from '../domain/ports/store-trouble.ts';
import { createSeal } from './seal.ts';

const OLD = 'old-'.repeat(11);
const NEW = 'new-'.repeat(11);
const wrongKey = (place: string) => new StoreTrouble('wrong_key', { place });

describe('a sealed value', () => {
  const seal = createSeal(OLD);

  test('opens to what was sealed, for any text and any JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.jsonValue(), (text, value) => {
        expect(seal.openText(seal.sealText(text, 'p'), 'p')).toBe(text);
        expect(seal.openJson(seal.sealJson(value, 'p'), 'p')).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('shows nothing of the text, and never looks the same twice', () => {
    const [one, two] = [seal.sealText('Siti Aminah', 'p'), seal.sealText('Siti Aminah', 'p')];
    expect(Buffer.from(one).includes('Siti')).toBe(false);
    expect(one).not.toEqual(two);
  });

  test('opens only in its place', () => {
    const sealed = seal.sealText('rahasia', 'inbox.a');
    expect(() => seal.openText(sealed, 'inbox.b')).toThrow(wrongKey('inbox.b'));
  });

  test('does not open when any byte was changed, or when it was cut', () => {
    const sealed = seal.sealText('rahasia', 'p');
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => seal.openText(changed, 'p')).toThrow(wrongKey('p'));
      expect(() => seal.openText(sealed.subarray(0, index), 'p')).toThrow(wrongKey('p'));
    }
  });

  test('does not open with another key', () => {
    expect(() => createSeal(NEW).openText(seal.sealText('rahasia', 'p'), 'p')).toThrow(wrongKey('p'));
  });
});

describe('a changed key', () => {
  const before = createSeal(OLD);
  const after = createSeal(`${NEW}, ${OLD}`);

  test('opens what the old one sealed, and seals with the new one', () => {
    expect(after.openText(before.sealText('lama', 'p'), 'p')).toBe('lama');
    expect(createSeal(NEW).openText(after.sealText('baru', 'p'), 'p')).toBe('baru');
  });

  test('keeps the fingerprints of the oldest', () => {
    expect(after.fingerprint('telegram', '12345')).toBe(before.fingerprint('telegram', '12345'));
    expect(createSeal(NEW).fingerprint('telegram', '12345')).not.toBe(before.fingerprint('telegram', '12345'));
  });
});

describe('a fingerprint', () => {
  const seal = createSeal(OLD);

  test('is 22 characters that fit into an id, the same every time', () => {
    expect(seal.fingerprint('telegram', '12345')).toMatch(/^[\w-]{22}$/u);
    expect(createSeal(OLD).fingerprint('telegram', '12345')).toBe(seal.fingerprint('telegram', '12345'));
  });

  test('differs by purpose and by text', () => {
    const texts = [
      ['telegram', '12345'],
      ['telegram', '12346'],
      ['simulator', '12345'],
      ['telegram1', '2345'],
    ] as const;
    expect(new Set(texts.map(([purpose, text]) => seal.fingerprint(purpose, text))).size).toBe(texts.length);
  });
});

test.each(['', 'short', `${OLD},`, `${OLD},short`, '   '])('%j is no key', (key) => {
  expect(() => createSeal(key)).toThrow(new StoreTrouble('key_invalid', { file: '' }));
});
