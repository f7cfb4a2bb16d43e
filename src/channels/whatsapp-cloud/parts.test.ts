import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Out } from '../../engine/turn.ts';
import { drawingOf, toParts, toRow } from './parts.ts';

const label = (length: number) => (letter: string) => letter.repeat(length);
const ask = (labels: readonly string[], text = 'Pilih:'): Out => ({
  text,
  choices: labels.map((one, index) => ({ id: `p${index}`, code: `k${index}`, label: one })),
});
const letters = 'a b c d e f g h i j k'.split(' ');

test.each([
  ['three short ones', letters.slice(0, 3).map(label(20)), 'buttons'],
  ['four short ones', letters.slice(0, 4).map(label(20)), 'list'],
  ['two that are longer', letters.slice(0, 2).map(label(21)), 'list'],
  ['ten as long as a row shows', letters.slice(0, 10).map(label(72)), 'list'],
  ['one longer than that', ['a'.repeat(73)], 'lines'],
  ['eleven', letters, 'lines'],
  ['two that read the same', ['Ya', 'Ya'], 'lines'],
])('choices are drawn: %s', (_name, labels, drawing) => {
  expect(drawingOf(ask(labels))).toBe(drawing);
});

test('what cannot be tapped stands as numbered lines in the same message', () => {
  const [part, ...others] = toParts(ask(letters));
  expect(others).toEqual([]);
  expect(part).toEqual({ text: `Pilih:\n\n${letters.map((one, index) => `${index + 1}. ${one}`).join('\n')}` });
  expect(toParts(ask(['Ya', 'Tidak'], 'a'.repeat(1025)))).toHaveLength(1);
});

test('a row that is too long for its title stands whole below it', () => {
  const row = toRow({ id: 'p', code: 'k', label: 'Keterampilan dasar komputer untuk pemula' });
  expect(row).toMatchObject({ description: 'Keterampilan dasar komputer untuk pemula' });
  expect(row.title.length).toBeLessThanOrEqual(24);
});

test('a message that asks for a place writes its choices down', () => {
  expect(toParts({ ...ask(['Lewati']), offer: 'location' })).toEqual([
    { text: 'Pilih:\n\n1. Lewati', offer: 'location' },
  ]);
});

test('a picture takes a short text along and stands before what is asked', () => {
  const image = 'https://contoh.go.id/a.jpg';
  expect(toParts({ text: 'Ini petanya.', image })).toEqual([{ text: 'Ini petanya.', image }]);
  expect(toParts({ ...ask(['Ya']), image })).toMatchObject([
    { text: '', image },
    { text: 'Pilih:', choices: [{ label: 'Ya' }] },
  ]);
});

const choice = fc.record({
  id: fc.stringMatching(/^[a-z]{1,8}$/u),
  code: fc.constant('k'),
  label: fc.string({ minLength: 1, maxLength: 80 }),
});
const out: fc.Arbitrary<Out> = fc.record(
  {
    text: fc.string({ minLength: 1, maxLength: 6000 }),
    choices: fc.uniqueArray(choice, { maxLength: 14, selector: ({ id }) => id }),
    unnumbered: fc.constant(true as const),
    offer: fc.constantFrom('contact' as const, 'location' as const),
    image: fc.constant('https://contoh.go.id/a.jpg'),
    document: fc.constant('https://contoh.go.id/a.pdf'),
  },
  { requiredKeys: ['text'] },
);

test('every part is within the limits, and is cut into itself', () => {
  fc.assert(
    fc.property(out, (whole) => {
      for (const part of toParts(whole)) {
        const hasFile = part.image !== undefined || part.document !== undefined;
        const isAsking = part.choices !== undefined || part.offer !== undefined;
        expect(part.text.length).toBeLessThanOrEqual(hasFile || isAsking ? 1024 : 4096);
        expect(part.choices === undefined || drawingOf(part) !== 'lines').toBe(true);
        expect(toParts(part)).toEqual([part]);
      }
    }),
  );
});
