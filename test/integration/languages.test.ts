import { describe, expect, it } from 'vitest';

import { readFlowFiles } from '../../src/app/opening/load-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { loadTongues } from '../../src/app/opening/load-tongues.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import type { Flow, FlowSet } from '../../src/engine/flow.ts';
import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import { readTranscript } from '../../src/engine/transcript/read-transcript.ts';
import type { Transcript } from '../../src/engine/transcript/read-transcript.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import { createTalk } from '../../src/engine/transcript/talk.ts';
import type { Reply } from '../../src/engine/transcript/talk.ts';
import { mirrorOf } from '../engine/mirror-tongue.ts';

const sentences = await loadSentences();
const files = await readFlowFiles();
const spoken = await loadTongues();
const { seen } = loadFlows(files, catalogue, sentences);
const tongues = [...spoken, mirrorOf(seen, sentences)];
const { flows, issues } = loadFlows(files, catalogue, sentences, [], { tongues, each: false });

/** The longest message of a channel, in characters (Telegram). */
const LONGEST = 4096;

/** Every transcript in which nobody chooses a language. */
const transcripts = [...flows.current.values()].flatMap((flow) =>
  flow.transcripts.flatMap((data) => {
    const read = readTranscript(data);
    return 'transcript' in read && flow.name !== 'bahasa' ? [{ flow, transcript: read.transcript }] : [];
  }),
);

/** The person's lines of a transcript, said in a language; `back`: after each, this word and the same line again. */
function play(
  { flow, transcript }: { readonly flow: Flow; readonly transcript: Transcript },
  language: string,
  back?: string,
) {
  const { misalkan: given = {}, percakapan: lines } = transcript;
  const world = suppose({ ...given, kontak: { ...given.kontak, bahasa: language } }, catalogue);
  const talk = createTalk(flows, world);
  const replies: Reply[] = [];
  const kept: unknown[] = [];
  for (const line of lines) {
    const text = 'warga' in line ? line.warga : 'petugas' in line ? line.petugas : null;
    const again = back === undefined || text === null ? [] : [back, text];
    for (const said of text === null ? [] : [text, ...again]) replies.push(talk.take({ type: 'text', text: said }));
    if ('jalankan' in line) replies.push(talk.take({ type: 'start', flow: flow.name, args: {} }));
    kept.push(withoutWords(talk.session()));
  }
  return { replies, kept };
}

/** A session without what depends on its language: the labels of rows that were shown, and what was said before. */
function withoutWords(session: unknown): unknown {
  const text = JSON.stringify(session, (key, value: unknown) => (WORDS.has(key) ? undefined : value));
  return text === undefined ? null : JSON.parse(text);
}

const WORDS: ReadonlySet<string> = new Set(['tongue', 'l', 'f', 'text', 'n']);

function outsOf(replies: readonly Reply[]) {
  return replies.flatMap(({ out }) => out);
}

function deedsOf(replies: readonly Reply[]): unknown {
  return replies.flatMap(({ deeds }) =>
    deeds.map(({ name, args: { teks: _shown, jawaban: _said, ...args } }) => [name, args]),
  );
}

describe('the languages of the service', () => {
  it('are translated without a fault', () => {
    expect(issues.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });

  it('are whole: English for all, the regional language for residents', () => {
    expect(loadFlows(files, catalogue, sentences, [], { tongues: spoken, each: true }).issues).toEqual([]);
  });

  it.each(tongues.map(({ code }) => code))('%s has every sentence that it should', (code) => {
    const own = flows.tongues.get(code);
    expect(own?.say('percakapan.bantuan')).not.toBe(flows.say('percakapan.bantuan'));
  });

  it.each(transcripts.map((one) => [one.flow.name, one.transcript.nama, one] as const))(
    'change nothing but the words: %s, %s',
    (_flow, _name, one) => {
      const home = play(one, 'id');
      for (const { code } of tongues) {
        const { replies, kept } = play(one, code);
        expect(kept).toEqual(home.kept);
        expect(deedsOf(replies)).toEqual(deedsOf(home.replies));
        expect(outsOf(replies).map(({ choices = [] }) => choices.map((choice) => choice.code))).toEqual(
          outsOf(home.replies).map(({ choices = [] }) => choices.map((choice) => choice.code)),
        );
        for (const { text, choices = [] } of outsOf(replies)) {
          const all = [text, ...choices.map(({ label }) => label)].join('\n');
          expect(all).not.toMatch(/\{\{|\}\}|undefined|\[object/u);
          expect(all.length).toBeLessThan(LONGEST);
        }
      }
    },
  );

  it('go back to the same place, by their own word or by the Indonesian one', () => {
    for (const one of transcripts) {
      const home = play(one, 'id', 'kembali').kept;
      expect(play(one, 'qq', 'nruter').kept).toEqual(home);
      expect(play(one, 'en', 'back').kept).toEqual(home);
      expect(play(one, 'jv', 'kembali').kept).toEqual(home);
    }
  });

  it('keep the Indonesian byte for byte beside others', () => {
    const alone: FlowSet = loadFlows(files, catalogue, sentences).flows;
    for (const { flow, transcript } of transcripts) {
      const text = (set: FlowSet): unknown => {
        const talk = createTalk(set, suppose(transcript.misalkan ?? {}, catalogue));
        return transcript.percakapan.map((line) =>
          'warga' in line ? talk.take({ type: 'text', text: line.warga }) : flow.name,
        );
      };
      expect(text(flows)).toEqual(text(alone));
    }
  });
});
