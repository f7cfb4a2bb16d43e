import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readSentences } from '../../src/engine/say.ts';

const id = readSentences('id.yaml', readFileSync('locales/id.yaml', 'utf8'));
const en = readSentences('en.yaml', readFileSync('locales/en.yaml', 'utf8'));
const others = readdirSync('locales')
  .filter((file) => file !== 'id.yaml')
  .map((file) => [file, readSentences(file, readFileSync(join('locales', file), 'utf8'))] as const);
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

/** The names inside a sentence's `{{ }}`. */
function holes(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/gu)].map((match) => match[1] ?? '').toSorted();
}

describe('the sentences of the locales', () => {
  it('can all be read and said', () => {
    expect([...id.issues, ...others.flatMap(([, { issues }]) => issues)]).toEqual([]);
    expect(Object.keys(id.sentences).length).toBeGreaterThan(200);
  });

  it('exist wherever the code says one by its key', () => {
    const whole = [...code.matchAll(/\bsay\(\s*'(\w+\.[\w.]+)'/gu)].map((match) => match[1] ?? '');
    const own = [...code.matchAll(/\bsentence\(\w+, '(\w+)'/gu)].map((match) => `percakapan.${match[1] ?? ''}`);
    const keys = [...whole, ...own];
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => id.sentences[key] === undefined)).toEqual([]);
  });

  it.each([
    ['store-trouble.ts', 'penyimpanan'],
    ['queue-trouble.ts', 'redis'],
  ])('exist for every code of %s', (file, section) => {
    const codes = [...readFileSync(join('src/domain/ports', file), 'utf8').matchAll(/^\s+\| '(\w+)'/gmu)];
    expect(codes.length).toBeGreaterThan(3);
    expect(codes.filter(([, name = '']) => id.sentences[`${section}.${name}`] === undefined)).toEqual([]);
  });

  it.each(others)('have the same keys and the same holes in %s', (_file, { sentences }) => {
    const differing = Object.entries(sentences).filter(([key, text]) => {
      const indonesian = id.sentences[key];
      return indonesian === undefined || holes(text).join() !== holes(indonesian).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are all there in English for whoever is spoken to', () => {
    const spoken = Object.keys(id.sentences).filter((key) =>
      /^(?:percakapan|layanan|telegram|whatsapp_cloud)\./u.test(key),
    );
    expect(spoken.filter((key) => en.sentences[key] === undefined)).toEqual(['layanan.bahasa_sendiri']);
  });

  it('of the checker stand in English too', () => {
    const faults = Object.keys(id.sentences).filter((key) => key.startsWith('periksa.'));
    expect(faults.filter((key) => en.sentences[key] === undefined)).toEqual([]);
  });
});
