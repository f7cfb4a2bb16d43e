import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Out } from '../../engine/turn.ts';
import { captionLength, limits } from './limits.ts';
import { toParts } from './parts.ts';

const choicesOf = (...labels: string[]) =>
  labels.map((label, index) => ({ id: `c.${index}`, code: `kode_${index}`, label }));
const paragraph = 'Kelas dimulai pukul sembilan. Mohon membawa laptop.';

describe('how a message is cut for Telegram', () => {
  it('leaves alone what fits', () => {
    const out: Out = { text: 'Lanjut?', choices: choicesOf('Ya', 'Tidak') };
    expect(toParts(out)).toEqual([out]);
  });

  it('writes long labels as numbered lines and keeps short buttons', () => {
    const [part] = toParts({
      text: 'Pilih:',
      choices: choicesOf('Konten kreator', 'Pemasaran digital untuk usaha mikro'),
    });
    expect(part?.text).toBe('Pilih:\n\n1. Konten kreator\n2. Pemasaran digital untuk usaha mikro');
    expect(part?.choices?.map(({ id, label }) => [id, label])).toEqual([
      ['c.0', '1'],
      ['c.1', '2'],
    ]);
  });

  it('does not number what stands numbered above already', () => {
    const long = 'Perbaiki nomor telepon yang dapat dihubungi';
    const [part] = toParts({ text: 'Periksa:', choices: choicesOf('Benar', long), unnumbered: true });
    expect(part?.text).toBe(`Periksa:\n\nBenar\n${long}`);
    expect(part?.choices?.map(({ label }) => label)).toEqual(['Benar', 'Perbaiki nomor telepon yang…']);
  });

  it('gives the first choices of a very long list a button, and all of them a line', () => {
    const labels = Array.from({ length: limits.choices + 5 }, (_, index) => `Desa ${index}`);
    const [part] = toParts({ text: 'Desa?', choices: choicesOf(...labels) });
    expect(part?.choices).toHaveLength(limits.choices);
    expect(part?.text).toContain(`${labels.length}. ${labels.at(-1)}`);
  });

  it.each([
    ['a paragraph', 'Kelas\npukul\nsembilan.\nBawa\nlaptop.', '\n\n', /^Kelas[^]*laptop\.$/u],
    ['a line', 'Kelas dimulai. Mohon membawa laptop', '\n', /^Kelas[^]*laptop$/u],
    ['a sentence', paragraph, ' ', /^(?:Kelas|Mohon)[^]*\.$/u],
    ['a word', 'mendaftar', ' ', /^mendaftar[^]*mendaftar$/u],
  ])('cuts at %s', (_, piece, between, whole) => {
    const parts = toParts({ text: Array.from({ length: 700 }, () => piece).join(between) });
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text).toMatch(whole);
  });

  it('cuts what has no border beside a character of two units, never inside', () => {
    const parts = toParts({ text: `a${'😀'.repeat(3000)}` });
    expect(parts.map(({ text }) => text.length)).toEqual([4095, 1906]);
  });

  it('lays choices and offers under the last part only', () => {
    const parts = toParts({ text: paragraph.repeat(200), choices: choicesOf('Ya'), offer: 'contact' });
    expect(parts.map(({ choices, offer }) => [choices?.length, offer])).toEqual([
      ...parts.slice(1).map(() => [undefined, undefined]),
      [1, 'contact'],
    ]);
  });

  it('sends a file ahead of a text that is too long for a caption', () => {
    const text = 'a'.repeat(captionLength + 1);
    expect(toParts({ text: 'Peta', image: 'x', choices: choicesOf('Ya') })).toHaveLength(1);
    expect(toParts({ text, image: 'x', document: 'y' })).toEqual([
      { text: '', image: 'x' },
      { text: '', document: 'y' },
      { text },
    ]);
  });

  it('never exceeds a limit, never splits a character, loses only white space, and cuts a part into itself', () => {
    const word = fc.oneof(fc.lorem(), fc.constantFrom('😀', '\n\n', ' ', '👩‍🌾'), fc.string({ unit: 'grapheme' }));
    const long = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join('').repeat(60));
    const label = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
    fc.assert(
      fc.property(long, fc.array(label, { maxLength: 60 }), fc.boolean(), (text, labels, withImage) => {
        const parts = toParts({ text, choices: choicesOf(...labels), ...(withImage ? { image: 'x' } : {}) });
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(part.image === undefined ? limits.textLength : captionLength);
          expect(part.text).not.toMatch(/\p{Surrogate}/u);
          for (const { label: drawn } of part.choices ?? [])
            expect(drawn.length).toBeLessThanOrEqual(limits.labelLength);
          expect(toParts(part)).toEqual([part]);
        }
        const written = parts.map((part) => part.text).join('');
        expect(written.replaceAll(/\s/gu, '').startsWith(text.replaceAll(/\s/gu, ''))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
