import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { catalogue } from '../domain/catalogue.ts';
import type { FlowSet, Sentences } from '../engine/flow.ts';
import type { Issue } from '../engine/issue.ts';
import { loadFlows } from '../engine/load-flows.ts';
import type { FlowFile } from '../engine/load-flows.ts';
import type { Tongue } from '../engine/tongue/tongue.ts';

/** The flows that ship with the service. */
export const flowFolder = fileURLToPath(new URL('../../flows/', import.meta.url));

/** Flows with faults in them: the service does not start, and every fault is named with its line and its cure. */
export class FlowTrouble extends Error {
  override readonly name = 'FlowTrouble';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('flows');
    this.issues = issues;
  }
}

/** Every `.yaml` of a folder, by name, `<alur>.uji.yaml` included. Rejects with the system's error when it is not there. */
export async function readFlowFiles(folder = flowFolder): Promise<readonly FlowFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/**
 * The flows of a folder, ready to run; the conversations beside them, a third of all text, are for `flows test` alone.
 * Rejects with `FlowTrouble` when a flow has a fault.
 */
export async function openFlows(
  sentences: Sentences,
  folder?: string,
  tongues: readonly Tongue[] = [],
): Promise<FlowSet> {
  const files = (await readFlowFiles(folder)).filter(({ name }) => !name.endsWith('.uji.yaml'));
  const { flows, issues } = loadFlows(files, catalogue, sentences, [], { tongues, each: false });
  const faults = [...issues.filter(({ severity }) => severity === 'fault'), ...findMissing(flows)];
  if (faults.length > 0) throw new FlowTrouble(faults);
  return flows;
}

/** Flows that the service itself begins: without them nobody would be greeted or find anything. */
const needed = ['sambutan', 'menu'];

function findMissing({ current }: FlowSet): readonly Issue[] {
  const missing = needed.filter((name) => !current.has(name));
  return missing.map((alur) => ({
    code: 'alur_harus_ada',
    severity: 'fault',
    file: `${alur}.yaml`,
    line: 0,
    params: { alur },
  }));
}
