import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { catalogue } from '../../domain/catalogue.ts';
import type { FlowSet } from '../../engine/flow.ts';
import type { Issue } from '../../engine/issue.ts';
import { loadFlows } from '../../engine/loading/load-flows.ts';
import type { FlowFile, LoadedFlows } from '../../engine/loading/load-flows.ts';
import type { Speech } from '../../engine/tongue/speak.ts';

/** The flows that ship with the service. */
export const flowFolder = fileURLToPath(new URL('../../../flows/', import.meta.url));

/** Flows with faults in them: the service does not start, and every fault is named with its line and its cure. */
export class FlowTrouble extends Error {
  override readonly name = 'FlowTrouble';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('flows');
    this.issues = issues;
  }
}

/**
 * Every `.yaml` of a folder, by name, `<alur>.uji.yaml` included. Rejects with the system's error when it is not there.
 * One is read after the other: five hundred small files at once take ten times as long.
 */
export async function readFlowFiles(folder = flowFolder): Promise<readonly FlowFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Flow files with every fault that keeps them from going live. Transcripts are only read when they stand beside: the
 * conversations of `<alur>.uji.yaml` are a third of all text.
 */
export function checkFlowFiles(
  files: readonly FlowFile[],
  { sentences, tongues }: Speech,
): Omit<LoadedFlows, 'issues'> & { readonly faults: readonly Issue[] } {
  const { issues, ...loaded } = loadFlows(files, catalogue, sentences, [], { tongues, each: false });
  const faults = [...issues.filter(({ severity }) => severity === 'fault'), ...findMissing(loaded.flows)];
  return { ...loaded, faults };
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
