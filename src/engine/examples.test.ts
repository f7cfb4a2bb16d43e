import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { exampleCatalogue } from '../../test/engine/example-catalogue.ts';
import { ANSWER_KINDS } from './answers/table.ts';
import { loadFlows } from './loading/load-flows.ts';
import { readSentences } from './say.ts';
import { STEP_KINDS } from './steps/table.ts';
import { runTranscripts } from './transcript/run-transcripts.ts';

const locale = readFileSync(new URL('../../locales/id.yaml', import.meta.url), 'utf8');
const { sentences } = readSentences('id.yaml', locale);

const examples = [
  ...STEP_KINDS.map(({ word, example }) => [word, example] as const),
  ...ANSWER_KINDS.map(({ jenis, example }) => [`tanya, jenis: ${jenis}`, example] as const),
];

describe('the example of the manual', () => {
  test.each(examples)('of %s is a flow without fault whose transcripts hold', (_word, example) => {
    const files = example.split('\n---\n').map((text) => ({ name: /^alur: (\w+)$/mu.exec(text)?.[1] ?? '', text }));
    const { flows, issues } = loadFlows(files, exampleCatalogue, sentences);
    expect(issues.filter(({ severity }) => severity === 'fault')).toEqual([]);
    const verdicts = runTranscripts(flows, exampleCatalogue);
    expect(verdicts.length).toBeGreaterThan(0);
    expect(verdicts.filter(({ fault }) => fault !== null)).toEqual([]);
  });
});
