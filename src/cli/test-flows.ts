import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readFlowFiles } from '../app/opening/load-flows.ts';
import { loadTongues } from '../app/opening/load-tongues.ts';
import { catalogue } from '../domain/catalogue.ts';
import { loadFlows } from '../engine/loading/load-flows.ts';
import type { FlowFile } from '../engine/loading/load-flows.ts';
import { countTranscripts, rewordFile, rewordingsOf } from '../engine/transcript/reword-lines.ts';
import type { Rewording } from '../engine/transcript/reword-lines.ts';
import { runTranscripts } from '../engine/transcript/run-transcripts.ts';
import type { TranscriptVerdict } from '../engine/transcript/run-transcripts.ts';
import { confirm } from './confirm.ts';
import type { Terminal } from './terminal.ts';

interface Testing {
  readonly folder: string;
  /** Rewrites the `bot` lines whose words changed, after a yes. */
  readonly update: boolean;
  readonly yes: boolean;
}

/** Plays every `uji` of a folder; prints those that do not hold with what was said instead. */
export async function testFlows({ folder, update, yes }: Testing, terminal: Terminal): Promise<number> {
  const { print, say, sentences } = terminal;
  const tongues = { tongues: await loadTongues(), each: false };
  const files = await readFlowFiles(folder);
  const { flows } = loadFlows(files, catalogue, sentences, [], tongues);
  const verdicts = runTranscripts(flows, catalogue);
  const isUpdated = update && (await updateFiles(folder, files, verdicts, yes, terminal));
  if (isUpdated) return testFlows({ folder, update: false, yes }, terminal);
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

/** Shows what would be rewritten, asks, and writes. False when nothing was written. */
async function updateFiles(
  folder: string,
  files: readonly FlowFile[],
  verdicts: readonly TranscriptVerdict[],
  yes: boolean,
  terminal: Terminal,
): Promise<boolean> {
  const changed = files.flatMap(({ name, text }) => {
    const rewordings = rewordingsIn(name, files, verdicts);
    const after = rewordFile(text, rewordings);
    return after === text ? [] : [{ name, text, after }];
  });
  if (changed.length === 0) return false;
  for (const { name, text, after } of changed) printChanges(name, text, after, terminal);
  if (!yes && !(await confirm(terminal.say('perintah.uji_tulis_ulang'), terminal))) return false;
  await Promise.all(
    changed.map(({ name, after }) => writeFile(join(folder, `${name.replace(/\.yaml$/u, '')}.yaml`), after)),
  );
  return true;
}

/** What changed in one file: transcripts that stand beside a flow count on from those in it. */
function rewordingsIn(
  file: string,
  files: readonly FlowFile[],
  verdicts: readonly TranscriptVerdict[],
): readonly Rewording[] {
  const [flow = '', beside] = file.replace(/\.yaml$/u, '').split('.');
  const own = files.find(({ name }) => name.replace(/\.yaml$/u, '') === flow);
  const inside = countTranscripts(own?.text ?? '');
  const all = verdicts.filter((verdict) => verdict.flow === flow);
  const those = beside === 'uji' ? all.slice(inside) : all.slice(0, inside);
  return those.flatMap((verdict, at) => rewordingsOf(verdict, at) ?? []);
}

function printChanges(name: string, before: string, after: string, { print }: Terminal): void {
  print(`${name.replace(/\.yaml$/u, '')}.yaml`);
  const [old, now] = [before.split('\n'), after.split('\n')];
  for (const [at, line] of now.entries()) {
    if (line !== old[at]) print(`- ${bare(old[at] ?? '')}\n+ ${bare(line)}`);
  }
}

/** A line of a list without its sign. */
function bare(line: string): string {
  return line.trim().replace(/^- /u, '');
}
