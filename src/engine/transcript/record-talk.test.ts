import { describe, expect, test } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { sentences } from '../../../test/engine/meet-person.ts';
import { ANSWER_KINDS } from '../answers/table.ts';
import { loadFlows } from '../loading/load-flows.ts';
import { STEP_KINDS } from '../steps/table.ts';
import { recordTalk } from './record-talk.ts';
import { runTranscripts } from './run-transcripts.ts';

const examples = [
  ...STEP_KINDS.map(({ word, example }) => [word, example] as const),
  ...ANSWER_KINDS.map(({ jenis, example }) => [jenis, example] as const),
].filter(([, example]) => !example.includes('\n---\n'));

describe('a recorded talk holds when it is pasted', () => {
  test.each(examples)('%s', (_word, example) => {
    const text = `${example.slice(0, example.indexOf('\nuji:'))}\n`;
    const { flows } = loadFlows([{ name: 'contoh', text }], exampleCatalogue, sentences);
    const recording = recordTalk(flows, exampleCatalogue, 'contoh');
    for (const said of ['1', 'siti aminah', 'ya', '17-08-1995', 'lewati', '???', 'kirim']) recording.say(said);
    const pasted = loadFlows(
      [{ name: 'contoh', text: text + recording.print('rekaman') }],
      exampleCatalogue,
      sentences,
    );
    const verdicts = runTranscripts(pasted.flows, exampleCatalogue).filter(({ flow }) => flow === 'contoh');
    expect(verdicts.map(({ fault }) => fault)).toEqual([null]);
  });
});
