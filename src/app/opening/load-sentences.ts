import { readFile } from 'node:fs/promises';

import type { Sentences } from '../../engine/flow.ts';
import { readSentences } from '../../engine/say.ts';

/** The service's own sentences in a language (`id`, `en`), as they stand in `locales/`. A broken file is a bug of ours. */
export async function loadSentences(language = 'id'): Promise<Sentences> {
  const file = new URL(`../../../locales/${language}.yaml`, import.meta.url);
  const { sentences, issues } = readSentences(`locales/${language}.yaml`, await readFile(file, 'utf8'));
  const [first] = issues;
  if (first !== undefined) throw new Error(`${first.file}:${first.line} ${first.code}`);
  return sentences;
}
