import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';

import { livePublication } from '../domain/publication.ts';
import { nameOf } from '../engine/loading/name-versions.ts';
import { createRecorder } from '../engine/transcript/record-talk.ts';
import { draw } from '../engine/transcript/run-transcripts.ts';
import type { Service } from '../wire/service.ts';
import type { Terminal } from './terminal.ts';
import { withTrial } from './trial.ts';
import type { Trial } from './trial.ts';

/** Talks with one flow of a service of its own as `person`, then prints the talk as a transcript. */
export async function recordChat(flow: string, person: string, terminal: Terminal, trial: Trial): Promise<number> {
  const { input, print, complain, say } = terminal;
  const recorder = createRecorder();
  return withTrial(
    async (service) => {
      const { simulator, settle } = service;
      if (!(await liveFlows(service)).includes(flow)) {
        complain(say('perintah.gambar_tanpa_alur', { alur: flow }));
        return 1;
      }
      simulator.feed.watch(({ person: to, out }) => {
        if (out !== undefined && to === person) print(`  ${draw(out).replaceAll('\n', '\n  ')}\n`);
      });
      print(say('perintah.rekam_awal'));
      const act = async (said: { readonly start: string } | { readonly text: string }): Promise<void> => {
        await simulator.say(person, said, randomUUID());
        await settle();
      };
      await act({ start: flow });
      const lines = createInterface({ input });
      for await (const line of lines) {
        const text = line.trim();
        if (text === '/selesai') break;
        if (text !== '') await act({ text });
      }
      lines.close();
      print(recorder.print(say('perintah.rekam_nama')));
      return 0;
    },
    { ...trial, watchTurn: (round) => recorder.note(round) },
  );
}

/** The flows that are published, by name. */
async function liveFlows(service: Service): Promise<readonly string[]> {
  const answer = await service.manageFlows({ type: 'flows-ledger' });
  const ledger = answer.type === 'flows-ledger' ? answer.ledger : null;
  return (livePublication(ledger)?.versions ?? []).map(nameOf);
}
