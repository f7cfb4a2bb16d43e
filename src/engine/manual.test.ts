import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { ANSWER_KINDS } from './answers/table.ts';
import { STEP_KINDS } from './steps/table.ts';

const path = new URL('../../docs/alur.md', import.meta.url);

const examples = new Map([
  ...STEP_KINDS.map(({ word, example }) => [word, example] as const),
  ...ANSWER_KINDS.map(({ jenis, example }) => [`tanya, jenis: ${jenis}`, example] as const),
]);

const place = /<!-- contoh: (.+?) -->\n[\s\S]*?<!-- \/contoh -->/gu;

/** The manual with the examples of the code in their places. */
function print(manual: string): string {
  return manual.replaceAll(place, (_all, name: string) => {
    const example = examples.get(name)?.trim() ?? '';
    return `<!-- contoh: ${name} -->\n\`\`\`yaml\n${example}\n\`\`\`\n<!-- /contoh -->`;
  });
}

describe('docs/alur.md', () => {
  const manual = readFileSync(path, 'utf8');

  test('has a place for every word and every answer type', () => {
    expect([...manual.matchAll(place)].map(([, name]) => name)).toEqual([...examples.keys()]);
  });

  test('shows the examples that the tests run', async () => {
    await expect(print(manual)).toMatchFileSnapshot(path.pathname);
  });
});
