import fc from 'fast-check';
import { expect, test } from 'vitest';

import { loadFlows } from '../../src/engine/loading/load-flows.ts';
import type { FlowFile } from '../../src/engine/loading/load-flows.ts';
import { sentences } from '../engine/meet-person.ts';
import { often, patience } from '../engine/often.ts';
import { coming, live } from './all-flows.ts';
import type { FlowFolder } from './all-flows.ts';
import { mutateFlow, mutation } from './mutate-flow.ts';
import { flowOf } from './read-folder.ts';
import { createScene, move, saidIn, sessionOf } from './scene.ts';
import { choose } from './wander.ts';

/** Hundreds of flows are loaded, each with those that it runs. */
const SLOW_MS = 60_000;

/** Whatever an author wrote: beyond it a turn is told of and let go. */
const SESSION_BYTES = 8192;

const MUTATIONS = 3;
const TURNS = 25;

interface Broken {
  readonly folder: FlowFolder;
  /** The flow that is broken, and those that it runs. */
  readonly files: readonly FlowFile[];
  readonly name: string;
}

/** Each flow of a folder with those within its reach. */
function withRuns(folder: FlowFolder): readonly Broken[] {
  return [...folder.names].map((name) => {
    const reached = new Set([name]);
    for (const one of reached)
      for (const run of Object.keys(folder.flows.current.get(one)?.runs ?? {})) reached.add(run);
    return {
      folder,
      name,
      files: folder.files.filter((file) => reached.has(flowOf(file)) && !file.name.endsWith('.uji')),
    };
  });
}

const flow = fc.constantFrom(...[live, coming].flatMap(withRuns));

test('a flow that was broken anyhow has a fault that is told, or it runs', { timeout: patience(SLOW_MS) }, () => {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: MUTATIONS });
  const picks = fc.array(fc.nat(1000), { minLength: TURNS, maxLength: TURNS });
  fc.assert(
    fc.property(flow, mutations, picks, ({ folder, files, name }, broken, turns) => {
      const mutated = files.map((file) => (file.name === name ? mutateFlow(file, broken) : file));
      const { flows, issues } = loadFlows(mutated, folder.catalogue, sentences);
      expect(issues.filter(({ code }) => sentences[`periksa.${code}`] === undefined)).toEqual([]);
      if (issues.some(({ severity }) => severity === 'fault')) return;
      const scene = createScene({ ...folder, flows }, {});
      move(scene, { type: 'start', flow: name, args: {} });
      for (const pick of turns) {
        move(scene, choose(scene, pick));
        expect(saidIn(scene).join('\n')).not.toContain(sentences['percakapan.gangguan'] ?? '');
        expect(Buffer.byteLength(JSON.stringify(sessionOf(scene)))).toBeLessThan(SESSION_BYTES);
      }
    }),
    often(150),
  );
});
