import { expect, test } from 'vitest';

import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import { suppose } from '../../src/engine/transcript/suppose.ts';
import { createTalk } from '../../src/engine/transcript/talk.ts';
import { exampleCatalogue } from '../engine/example-catalogue.ts';
import { sentences } from '../engine/meet-person.ts';
import { answerAt, goesRound, STEPS, stressFiles } from './stress-flow.ts';

/** What a session may weigh after fifty answers. */
const SESSION_BYTES = 4096;

/** Five hundred turns, on a machine that does other things too. */
const SLOW_MS = 60_000;

const { flows, issues } = loadFlows(stressFiles, exampleCatalogue, sentences);

/** Steps that were looked at in each turn, and the session after it. */
function talkFor(turns: number): readonly { readonly steps: number; readonly bytes: number }[] {
  let steps = 0;
  const counted = [...flows.versions].map(([version, flow]) => {
    const seen = flow.steps.map((step) => ({
      ...step,
      get next(): number {
        steps += 1;
        return step.next;
      },
    }));
    return [version, { ...flow, steps: seen, byKey: new Map(seen.map((step) => [step.key, step])) }] as const;
  });
  const versions = new Map(counted);
  const current = new Map(counted.map(([, flow]) => [flow.name, flow]));
  const talk = createTalk({ ...flows, versions, current }, suppose({}, exampleCatalogue));
  return Array.from({ length: turns }, (_empty, turn) => {
    steps = 0;
    talk.take({ type: 'text', text: answerAt(turn) });
    return { steps, bytes: Buffer.byteLength(talk.stored() ?? '') };
  });
}

test('a flow of 200 steps, with others six deep and a loop, has no fault', () => {
  expect(issues.filter(({ severity }) => severity === 'fault')).toEqual([]);
  expect(flows.current.get('besar')?.steps).toHaveLength(STEPS);
});

test('a session stays under 4 kB after fifty answers', () => {
  expect(talkFor(51).at(-1)?.bytes).toBeLessThan(SESSION_BYTES);
});

test('a turn looks at as many steps at its 500th answer as at the first', { timeout: SLOW_MS }, () => {
  const talk = talkFor(501);
  const ordinary = talk.filter((_turn, at) => at > 6 && !goesRound(at));
  expect(new Set(ordinary.map(({ steps }) => steps)).size).toBe(1);
});
