import { describe, expect, test } from 'vitest';

import { exampleCatalogue } from '../../../test/engine/example-catalogue.ts';
import { sentences } from '../../../test/engine/meet-person.ts';
import { sampleWorld } from '../../../test/engine/sample-world.ts';
import { ANSWER_KINDS } from '../answers/table.ts';
import type { FlowSet } from '../flow.ts';
import { loadFlows } from '../loading/load-flows.ts';
import type { Session } from '../session.ts';
import { STEP_KINDS } from '../steps/table.ts';
import { takeTurn } from '../take-turn.ts';
import type { Facts, Found, Input, Need } from '../turn.ts';
import type { Value } from '../value.ts';
import { createRecorder } from './record-talk.ts';
import { runTranscripts } from './run-transcripts.ts';
import { suppose } from './suppose.ts';

const examples = [
  ...STEP_KINDS.map(({ word, example }) => [word, example] as const),
  ...ANSWER_KINDS.map(({ jenis, example }) => [jenis, example] as const),
].filter(([, example]) => !example.includes('\n---\n'));

/** A talk with the flow `contoh`, written down turn by turn. */
function record(flows: FlowSet, words: readonly string[], places: readonly Value[] = []): string {
  const recorder = createRecorder();
  const world = suppose(sampleWorld(exampleCatalogue), exampleCatalogue);
  let session: Session | null = null;
  const said = words.map((text): Input => ({ type: 'text', text }));
  const inputs: Input[] = [{ type: 'start', flow: 'contoh', args: {} }, ...said];
  for (let turns = 0, found: Facts['found'] = {}; inputs[0] !== undefined;) {
    const [input] = inputs;
    const facts = { ...world.facts(turns), found };
    const turn = takeTurn(flows, session, input, facts);
    recorder.note({ input, facts, turn });
    if (turn.type === 'need') {
      found = {
        ...found,
        ...Object.fromEntries(turn.needs.map((need) => [need.key, placesFor(need, places) ?? world.answer(need)])),
      };
      continue;
    }
    ({ session } = turn);
    const { deed } = turn;
    inputs.splice(0, 1, ...(deed === null ? [] : [{ type: 'result', id: deed.id, ...world.do(deed) } as const]));
    found = {};
    turns += 1;
  }
  return recorder.print('rekaman');
}

/** All regions there are, where a short list of them is shown to pick from. */
function placesFor({ type, args }: Need, places: readonly Value[]): Found | null {
  return type === 'region' && args['teks'] === null && places.length > 0 ? { type: 'rows', rows: places } : null;
}

describe('a recorded talk holds when it is pasted', () => {
  test.each(examples)('%s', (_word, example) => {
    const text = `${example.slice(0, example.indexOf('\nuji:'))}\n`;
    const { flows } = loadFlows([{ name: 'contoh', text }], exampleCatalogue, sentences);
    const printed = record(flows, ['1', 'siti aminah', 'ya', '17-08-1995', 'lewati', '???', 'kirim']);
    const pasted = loadFlows([{ name: 'contoh', text: text + printed }], exampleCatalogue, sentences);
    const verdicts = runTranscripts(pasted.flows, exampleCatalogue).filter(({ flow }) => flow === 'contoh');
    expect(verdicts.map(({ fault }) => fault)).toEqual([null]);
  });

  test('a region that was picked by its number stands there by its name', () => {
    const { example } = ANSWER_KINDS.find(({ jenis }) => jenis === 'wilayah') ?? { example: '' };
    const text = `${example.slice(0, example.indexOf('\nuji:'))}\n`;
    const places = ['Airgegas', 'Toboali'].map((name, at): Value => {
      const code = `19.03.0${at + 1}`;
      return { type: 'record', code, name, fields: { kode: code, nama: name, di_daerah_ini: true } };
    });
    const { flows } = loadFlows([{ name: 'contoh', text }], exampleCatalogue, sentences);
    const printed = record(flows, ['2', '1'], places);
    expect(printed).toContain('warga: Toboali');
    const pasted = loadFlows([{ name: 'contoh', text: text + printed }], exampleCatalogue, sentences);
    expect(runTranscripts(pasted.flows, exampleCatalogue).map(({ fault }) => fault)).toEqual([null]);
  });
});
