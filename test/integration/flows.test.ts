import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, it } from 'vitest';

import { readFlowFiles } from '../../src/app/load-flows.ts';
import { loadSentences } from '../../src/app/load-sentences.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import { loadFlows } from '../../src/engine/load-flows.ts';
import type { FlowFile } from '../../src/engine/load-flows.ts';
import { readTranscript } from '../../src/engine/transcript/read-transcript.ts';
import { runTranscript, runTranscripts } from '../../src/engine/transcript/run-transcripts.ts';

const sentences = await loadSentences();
const files = await readFlowFiles();
const { flows, issues } = loadFlows(files, catalogue, sentences);

describe('the flows that ship', () => {
  it('load without a fault or a warning', () => {
    expect(issues).toEqual([]);
  });

  it('are the flows that the service itself names', () => {
    const names = [...flows.current.keys()];
    expect(names).toEqual(expect.arrayContaining(['sambutan', 'menu', 'status', 'data_saya']));
  });

  it('each have a transcript', () => {
    const silent = [...flows.current.values()].filter(({ transcripts }) => transcripts.length === 0);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  describe.each([...flows.current])('%s', (_flow, { transcripts }) => {
    it.each(transcripts.map(readTranscript).map((read) => [nameOf(read), read] as const))('%s', (_name, read) => {
      if ('misfits' in read) expect.fail(read.misfits);
      expect(runTranscript(flows, catalogue, read.transcript)).toBeNull();
    });
  });
});

describe.each(['docs/panduan.md', 'README.md'])('the first flow of %s', (page) => {
  let example: FlowFile;

  beforeAll(async () => {
    const text = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
    const [, block = ''] = /```yaml\n(alur: [\s\S]*?)```/u.exec(text) ?? [];
    example = { name: /^alur: (\w+)/u.exec(block)?.[1] ?? '', text: block };
  });

  it('passes the checker, and its transcripts hold', () => {
    const loaded = loadFlows([...files, example], catalogue, sentences);
    expect(loaded.issues).toEqual([]);
    const verdicts = runTranscripts(loaded.flows, catalogue).filter(({ flow }) => flow === example.name);
    expect(verdicts.map(({ fault }) => fault)).not.toHaveLength(0);
    expect(verdicts.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  });
});

function nameOf(read: ReturnType<typeof readTranscript>): string {
  return 'misfits' in read ? read.misfits : read.transcript.nama;
}
