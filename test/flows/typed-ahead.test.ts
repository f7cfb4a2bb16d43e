import { expect, test } from 'vitest';

import type { Flow } from '../../src/engine/flow.ts';
import { playLine } from '../../src/engine/transcript/play-line.ts';
import { readTranscript } from '../../src/engine/transcript/read-transcript.ts';
import type { Supposed } from '../../src/engine/transcript/read-transcript.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import { createTalk } from '../../src/engine/transcript/talk.ts';
import { live } from './all-flows.ts';

const officersFlows = [...live.flows.current.values()].filter(({ head }) => head.forOfficers);

/** Deeds that only show something to the officer, or note that they looked. */
const SHOWING: ReadonlySet<string> = new Set(['lihat_belum_hadir', 'kirim_contoh_pengumuman', 'catat_pembacaan']);
/** What is done to an announcement and taken back with one more word. */
const BACK_AGAIN: ReadonlySet<string> = new Set(['jeda', 'lanjutkan']);

/** What is done when this number comes in before the open question could be read. */
function doneAhead(stored: string | null, given: Supposed, text: string): readonly string[] {
  const world = suppose(given, live.catalogue);
  const unread = { ...world, facts: (turn: number) => ({ ...world.facts(turn), unread: true as const }) };
  const { deeds } = createTalk(live.flows, unread, stored).take({ type: 'text', text });
  return deeds.flatMap(({ name, args: { tindakan: action } }) => {
    const code = typeof action === 'object' && action !== null && 'code' in action ? action.code : '';
    return SHOWING.has(name) || BACK_AGAIN.has(code) ? [] : [name];
  });
}

/** Every place of the flow's transcripts, and what a number does there that was typed ahead of the question. */
function deedsAhead(flow: Flow): readonly string[] {
  return flow.transcripts.flatMap((data) => {
    const read = readTranscript(data);
    if ('misfits' in read) throw new Error(read.misfits);
    const { nama, misalkan: given = {}, percakapan: lines } = read.transcript;
    const world = suppose(given, live.catalogue);
    const stage = { flows: live.flows, world, talk: createTalk(live.flows, world), given };
    return lines.flatMap((line, at) => {
      if (playLine(stage, line) === null) return [];
      const done = ['1', '2', '3', '4', '5'].flatMap((text) => doneAhead(stage.talk.stored(), given, text));
      return done.map((deed) => `${nama}, line ${at + 1}: ${deed}`);
    });
  });
}

test.each(officersFlows.map((flow) => [flow.name, flow] as const))(
  'in %s an officer who types numbers ahead of the questions does nothing that stays',
  (_name, flow) => {
    expect(deedsAhead(flow)).toEqual([]);
  },
);
