import { Readable } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { readFlowFiles } from '../../src/app/opening/load-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { chat } from '../../src/cli/chat.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import { createSay } from '../../src/engine/say.ts';
import { runTranscripts } from '../../src/engine/transcript/run-transcripts.ts';

const sentences = await loadSentences();

/** What `chat <flow> --record` prints when these lines are typed, from the transcript on. */
async function record(flow: string, typed: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const input = Readable.from([...typed, '/selesai'].map((line) => `${line}\n`));
  expect(await chat([flow, '--record'], { say: createSay(sentences), sentences, input, print, complain: print })).toBe(
    0,
  );
  return lines.at(-1) ?? '';
}

const TALKS: readonly (readonly [string, readonly string[]])[] = [
  [
    'pendaftaran',
    [
      '1',
      'ya',
      'setuju',
      '17-08-1995',
      'siti aminah',
      'perempuan',
      'toboali',
      'gadung',
      '0812 5555 0000',
      'lewati',
      '3',
    ].concat(['2', 'tidak perlu', 'ubah nama', 'Siti Aminah Putri', 'kirim', 'boleh', 'tidak']),
  ],
  ['minat', ['warga', '1', 'lewati', '1', 'semuanya', 'malam', 'lewati', 'lewati', 'lewati', 'tidak']],
  ['status', []],
  ['data_saya', ['4']],
];

describe('a talk with the service, written down, plays again as it was', () => {
  test.each(TALKS)('%s', { timeout: 60_000 }, async (flow, typed) => {
    const text = await record(flow, typed);
    const others = (await readFlowFiles()).filter(({ name }) => name !== `${flow}.uji.yaml`);
    const { flows } = loadFlows([...others, { name: `${flow}.uji`, text }], catalogue, sentences);
    const recorded = runTranscripts(flows, catalogue).filter(({ name }) => name === sentences['perintah.rekam_nama']);
    expect(recorded.map(({ fault }) => fault)).toEqual([null]);
  });
});
