import type { Catalogue } from '../catalogue.ts';
import type { FlowSet } from '../flow.ts';
import type { Issue } from '../issue.ts';
import type { Speech } from '../tongue/speak.ts';
import { assembleFlows } from './assemble-flows.ts';
import { loadVersions } from './compile-versions.ts';
import type { FlowVersion } from './name-versions.ts';

/** What is published, and what people still stand in. */
export interface KeptFlows {
  readonly current: readonly FlowVersion[];
  /** With all that they run. */
  readonly older: readonly FlowVersion[];
  /** Versions that an officer took people out of. */
  readonly withdrawn: ReadonlySet<string>;
}

/**
 * Makes kept flows ready to run, without the checks that they passed when they were published. `missing`: what the current
 * ones ask for and this release does not have. An older version that cannot run any more counts as withdrawn.
 */
export function readyFlows(
  { current: published, older: kept, withdrawn }: KeptFlows,
  catalogue: Catalogue,
  speech: Speech,
): { readonly flows: FlowSet; readonly missing: readonly Issue[] } {
  const known = new Set(published.map(({ version }) => version));
  const others = kept.filter(({ version }) => !known.has(version));
  const loaded = loadVersions([...published, ...others], catalogue);
  const current = loaded.filter(({ flow }) => known.has(flow.version));
  const older = loaded.filter(({ flow }) => !known.has(flow.version));
  const lame = new Set(older.flatMap(({ flow, missing }) => (missing.some(isFault) ? [flow.version] : [])));
  for (let before = -1; before < lame.size;) {
    before = lame.size;
    for (const { flow } of older) if (Object.values(flow.runs).some((run) => lame.has(run))) lame.add(flow.version);
  }
  // What is live is withdrawn for nobody: they would go over from it to itself for ever.
  const left = new Set([...withdrawn, ...lame].filter((version) => !known.has(version)));
  const { flows } = assembleFlows({ current, older, withdrawn: left }, catalogue, speech);
  return { flows, missing: current.flatMap(({ missing }) => missing.filter(isFault)) };
}

const isFault = ({ severity }: Issue): boolean => severity === 'fault';
