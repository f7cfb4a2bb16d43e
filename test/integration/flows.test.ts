import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { readFlowFiles } from '../../src/app/opening/load-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { loadTongues } from '../../src/app/opening/load-tongues.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import { runTranscripts } from '../../src/engine/transcript/run-transcripts.ts';

const sentences = await loadSentences();
const files = await readFlowFiles();
const tongues = { tongues: await loadTongues(), each: false };
const { flows } = loadFlows(files, catalogue, sentences, [], tongues);
const { issues } = loadFlows(files, catalogue, sentences);
const verdicts = runTranscripts(flows, catalogue);

describe('the flows that ship', () => {
  it('load without a fault or a warning', () => {
    expect(issues).toEqual([]);
  });

  it('are there for every keyword that the service itself knows', () => {
    expect([...flows.current.keys()]).toEqual(expect.arrayContaining(['sambutan', 'menu', 'status', 'data_saya']));
  });

  it('each have a transcript', () => {
    const told = new Set(verdicts.map(({ flow }) => flow));
    expect([...flows.current.keys()].filter((name) => !told.has(name))).toEqual([]);
  });

  it.each(verdicts.map(({ flow, name, fault }) => [flow, name, fault] as const))('%s: %s', (_flow, _name, fault) => {
    expect(fault).toBeNull();
  });
});

describe.each(['docs/panduan.md', 'README.md'])('the first flow of %s', (page) => {
  it('passes the checker among the others, and its transcripts hold', async () => {
    const text = await readFile(new URL(`../../${page}`, import.meta.url), 'utf8');
    const [, example = '', name = ''] = /```yaml\n(alur: (\w+)\n[\s\S]*?)```/u.exec(text) ?? [];
    const loaded = loadFlows([...files, { name, text: example }], catalogue, sentences);
    expect(loaded.issues).toEqual([]);
    const own = runTranscripts(loaded.flows, catalogue).filter(({ flow }) => flow === name);
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  });
});
