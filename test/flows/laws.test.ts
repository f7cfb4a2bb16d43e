import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { often, patience } from '../engine/often.ts';
import { coming, live } from './all-flows.ts';
import type { FlowFolder } from './all-flows.ts';
import { LAWS } from './laws.ts';
import { comparable, createScene, move, sessionOf, transcriptsOf } from './scene.ts';
import type { Move, Scene, Script } from './scene.ts';
import { choose } from './wander.ts';

/** Thousands of talks, on a machine that does other things too. */
const SLOW_MS = 120_000;

const SESSION_BYTES = 4096;

function reach(folder: FlowFolder, { given }: Script, moves: readonly Move[]): Scene {
  const scene = createScene(folder, given);
  for (const one of moves) move(scene, one);
  return scene;
}

/** Every way to a state in which no transcript was before. */
function pointsOf(folder: FlowFolder): readonly { readonly script: Script; readonly upTo: number }[] {
  const seen = new Set<string>();
  return transcriptsOf(folder).flatMap((script) => {
    const scene = createScene(folder, script.given);
    return script.lines.flatMap((line, at) => {
      move(scene, line);
      const state = JSON.stringify([comparable(sessionOf(scene)), scene.stage.talk.session()?.wait.type]);
      if (sessionOf(scene) === null || seen.has(state)) return [];
      seen.add(state);
      return [{ script, upTo: at + 1 }];
    });
  });
}

const folders = [
  ['live', live],
  ['later', coming],
] as const;

describe.each(folders)('at every point of every transcript (%s)', { timeout: SLOW_MS }, (_which, folder) => {
  const points = pointsOf(folder);

  test.each(Object.entries(LAWS))('%s', (_name, law) => {
    const broken = points.flatMap(({ script, upTo }) => {
      const wrong = law(reach(folder, script, script.lines.slice(0, upTo)));
      return wrong === null ? [] : [`${script.flow}, ${script.name}, ${upTo}: ${wrong}`];
    });
    expect(broken).toEqual([]);
  });
});

describe.each(folders)('wherever a talk wanders (%s)', { timeout: patience(SLOW_MS) }, (_which, folder) => {
  const scripts = transcriptsOf(folder);
  const wandering = fc.record({
    script: fc.constantFrom(...scripts),
    upTo: fc.nat(40),
    picks: fc.array(fc.nat(1000), { maxLength: 12 }),
  });

  test.each(Object.entries(LAWS))('%s', (_name, law) => {
    fc.assert(
      fc.property(wandering, ({ script, upTo, picks }) => {
        const scene = reach(folder, script, script.lines.slice(0, 1 + (upTo % script.lines.length)));
        for (const pick of picks) {
          move(scene, choose(scene, pick));
          expect(Buffer.byteLength(scene.stage.talk.stored() ?? '')).toBeLessThan(SESSION_BYTES);
        }
        expect(law(scene)).toBeNull();
      }),
      often(30),
    );
  });
});
