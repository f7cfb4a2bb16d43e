import { createInterface } from 'node:readline';

import { flowFolder, readFlowFiles } from '../app/load-flows.ts';
import { loadTongues } from '../app/load-tongues.ts';
import { catalogue } from '../domain/catalogue.ts';
import { loadFlows } from '../engine/loading/load-flows.ts';
import { recordTalk } from '../engine/transcript/record-talk.ts';
import { draw } from '../engine/transcript/run-transcripts.ts';
import type { Reply } from '../engine/transcript/talk.ts';
import type { Terminal } from './terminal.ts';

/** Talks with one flow of the folder in a world of examples, then prints the talk as a transcript. */
export async function recordChat(flow: string, { input, print, complain, say, sentences }: Terminal): Promise<number> {
  const tongues = { tongues: await loadTongues(), each: false };
  const { flows } = loadFlows(await readFlowFiles(flowFolder), catalogue, sentences, [], tongues);
  if (!flows.current.has(flow)) {
    complain(say('perintah.gambar_tanpa_alur', { alur: flow }));
    return 1;
  }
  print(say('perintah.rekam_awal'));
  const recording = recordTalk(flows, catalogue, flow);
  const show = ({ out, deeds }: Reply): void => {
    for (const { name } of deeds) print(`  (${name})`);
    for (const one of out) print(`  ${draw(one).replaceAll('\n', '\n  ')}\n`);
  };
  show(recording.first);
  const lines = createInterface({ input });
  for await (const line of lines) {
    const text = line.trim();
    if (text === '/selesai') break;
    if (text !== '') show(recording.say(text));
  }
  lines.close();
  print(recording.print(say('perintah.rekam_nama')));
  return 0;
}
