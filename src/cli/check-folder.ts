import { readFlowFiles } from '../app/load-flows.ts';
import { loadSentences } from '../app/load-sentences.ts';
import { loadTongues } from '../app/load-tongues.ts';
import { catalogue } from '../domain/catalogue.ts';
import { writeIssue } from '../engine/check/write-issue.ts';
import { loadFlows } from '../engine/load-flows.ts';
import type { Terminal } from './terminal.ts';

export interface Checking {
  readonly folder: string;
  readonly english: boolean;
  readonly json: boolean;
  /** Every text that is not translated, not one line for each flow and language. */
  readonly each?: boolean;
}

/** Every fault with its place, reason and cure; as JSON one object a line, for editors and CI. */
export async function checkFolder(
  { folder, english, json, each = false }: Checking,
  { print, say, sentences }: Terminal,
): Promise<number> {
  const files = await readFlowFiles(folder);
  if (files.length === 0) {
    print(say('perintah.alur_tidak_ada', { folder }));
    return 1;
  }
  const words = english ? { ...sentences, ...(await loadSentences('en')) } : sentences;
  const { issues } = loadFlows(files, catalogue, sentences, [], { tongues: await loadTongues(), each });
  for (const issue of issues) {
    const text = writeIssue(issue, words);
    print(json ? JSON.stringify({ ...issue, text }) : text);
  }
  const faults = issues.filter(({ severity }) => severity === 'fault').length;
  const jumlah = files.filter(({ name }) => !name.endsWith('.uji.yaml')).length;
  const key = issues.length === 0 ? 'perintah.alur_baik' : 'perintah.alur_salah';
  if (!json) print(say(key, { jumlah, kesalahan: faults, peringatan: issues.length - faults }));
  return faults === 0 ? 0 : 1;
}
