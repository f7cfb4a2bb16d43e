import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { readSentences } from './say.ts';

const locale = readFileSync(new URL('../../locales/id.yaml', import.meta.url), 'utf8');
const { sentences } = readSentences('id.yaml', locale);
const known = Object.keys(sentences)
  .filter((key) => key.startsWith('percakapan.'))
  .map((key) => key.slice('percakapan.'.length));

const folder = new URL('.', import.meta.url).pathname;
const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('check/'))
  .map((file) => readFileSync(`${folder}${file}`, 'utf8'))
  .join('\n');

test('every sentence of the locale is said somewhere in the engine', () => {
  expect(known.filter((key) => !code.includes(`'${key}'`))).toEqual([]);
});

test('every sentence that the engine says is in the locale', () => {
  const said = [...code.matchAll(/sentence\(walk, '(\w+)'|(?:say|hint): \{ key: '(\w+)'/gu)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  expect(said.length).toBeGreaterThan(50);
  expect(said.filter((key) => !known.includes(key))).toEqual([]);
});
