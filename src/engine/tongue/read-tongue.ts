import { z } from 'zod';

import { normalize } from '../../language/normal.ts';
import { isServiceWord } from '../hearing/service-word.ts';
import type { ServiceWord } from '../hearing/service-word.ts';
import type { Issue } from '../issue.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import { readFlowFile } from '../reading/read-flow-file.ts';
import type { ReadFile } from '../reading/read-flow-file.ts';
import { sentencesOf } from '../say.ts';
import type { Tongue, Translation } from './tongue.ts';
import { writingTable } from './writing-table.ts';

/** The head of a locale file: what the language is called and how it writes. */
const head = z.strictObject({
  nama: z.string().min(1).max(24),
  untuk: z.enum(['warga', 'semua']),
  kata: z.record(z.string().refine(isServiceWord), z.array(z.string().min(1))),
  kata_kunci: z.record(z.string(), z.array(z.string().min(1))).optional(),
  tulisan: writingTable,
});

/**
 * A language from its file `<code>.yaml`; null when the file cannot be read or has no head (`bahasa`), as one of which
 * only the checker's sentences are translated.
 */
export function readTongue(
  code: string,
  text: string,
): { readonly tongue: Tongue | null; readonly issues: readonly Issue[] } {
  const file = `locales/${code}.yaml`;
  const read = readFlowFile(file, text);
  const { sentences, issues } = sentencesOf(file, read);
  if (!isRawMap(read.data) || read.data['bahasa'] === undefined) return { tongue: null, issues };
  const parsed = head.safeParse(read.data['bahasa']);
  if (!parsed.success) {
    const misfits = parsed.error.issues.map(({ path }): Issue => {
      const place = ['bahasa', ...path.map(String)];
      const params = { kunci: place.join('.') };
      return { code: 'bahasa_tidak_lengkap', severity: 'fault', file, line: read.lineOf(place), params };
    });
    return { tongue: null, issues: [...issues, ...misfits] };
  }
  const { nama: name, untuk, kata, kata_kunci: triggers = {}, tulisan: table } = parsed.data;
  const flows = flowsOf(read.data['alur'], read);
  const lineOf: Tongue['lineOf'] = (flow) => read.lineOf(['alur', flow]);
  const forOfficers = untuk === 'semua';
  const keywords = new Map(
    Object.entries(triggers).flatMap(([flow, forms]) => forms.map((form) => [normalize(form), flow])),
  );
  const words = wordsOf(kata);
  return { tongue: { code, name, file, forOfficers, sentences, table, words, keywords, flows, lineOf }, issues };
}

function wordsOf(kata: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ServiceWord> {
  const words = new Map<string, ServiceWord>();
  for (const [word, forms] of Object.entries(kata)) {
    if (isServiceWord(word)) for (const form of forms) words.set(normalize(form), word);
  }
  return words;
}

/** What is translated so far; `""` is not. */
function flowsOf(raw: unknown, { lineOf }: Pick<ReadFile, 'lineOf'>): Tongue['flows'] {
  const flows: RawMap = isRawMap(raw) ? raw : {};
  return new Map(
    Object.entries(flows).map(([flow, texts]) => {
      const pairs = Object.entries(isRawMap(texts) ? texts : {}).flatMap(
        ([key, text]): readonly (readonly [string, Translation])[] =>
          typeof text === 'string' && text !== '' ? [[key, { text, line: lineOf(['alur', flow, key]) }]] : [],
      );
      return [flow, new Map(pairs)];
    }),
  );
}
