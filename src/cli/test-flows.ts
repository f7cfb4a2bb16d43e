import { readFlowFiles } from '../app/load-flows.ts';
import { loadTongues } from '../app/load-tongues.ts';
import { catalogue } from '../domain/catalogue.ts';
import { loadFlows } from '../engine/load-flows.ts';
import { runTranscripts } from '../engine/transcript/run-transcripts.ts';
import type { Terminal } from './terminal.ts';

/** Plays every `uji` of a folder; prints those that do not hold with what was said instead. */
export async function testFlows(folder: string, { print, say, sentences }: Terminal): Promise<number> {
  const tongues = { tongues: await loadTongues(), each: false };
  const { flows } = loadFlows(await readFlowFiles(folder), catalogue, sentences, [], tongues);
  const verdicts = runTranscripts(flows, catalogue);
  for (const { flow, name, fault } of verdicts) {
    if (fault !== null) {
      const { line, expected, got } = fault;
      print(say('perintah.percakapan_beda', { alur: flow, nama: name, baris: line, harapan: expected, jawaban: got }));
    }
  }
  const gagal = verdicts.filter(({ fault }) => fault !== null).length;
  print(
    say(gagal === 0 ? 'perintah.percakapan_baik' : 'perintah.percakapan_salah', { jumlah: verdicts.length, gagal }),
  );
  return gagal === 0 ? 0 : 1;
}
