import type { Catalogue } from '../catalogue.ts';
import type { Flow } from '../flow.ts';
import type { Issue } from '../issue.ts';
import type { ReadFile } from '../reading/read-flow-file.ts';
import { readFlowFile } from '../reading/read-flow-file.ts';
import { compileFlow } from './compile-flow.ts';
import type { CompiledFlow, FlowSource } from './compile-flow.ts';
import { linkFlows } from './link-flows.ts';
import type { FlowVersion } from './name-versions.ts';
import { isRawList, isRawMap } from './raw-data.ts';

/** One version made ready to run; `missing`: faults that keep some of its steps from doing anything. */
export interface LoadedVersion {
  readonly flow: Flow;
  readonly source: FlowSource;
  readonly compiled: CompiledFlow;
  readonly missing: readonly Issue[];
}

/**
 * Makes kept versions ready to run, each with those it runs, which must be among them. They were checked when they were
 * published, by the checker of that day: only what keeps them from running is told, also that a deed or a look is gone.
 */
export function loadVersions(kept: readonly FlowVersion[], catalogue: Catalogue): readonly LoadedVersion[] {
  const read = kept.map(({ name, text }) => ({ name, file: readFlowFile(`${name}.yaml`, text) }));
  return compileVersions(read, kept, catalogue, new Map()).map((loaded) => ({
    ...loaded,
    missing: [...loaded.missing, ...findGone(loaded.source, catalogue)],
  }));
}

/** Compiles what was read, each in the version that stands at its place; `transcripts` are those of files beside. */
export function compileVersions(
  flows: readonly { readonly name: string; readonly file: ReadFile }[],
  versions: readonly FlowVersion[],
  catalogue: Catalogue,
  transcripts: ReadonlyMap<string, readonly unknown[]>,
): readonly LoadedVersion[] {
  const sources = flows.flatMap(({ name, file: { data, lineOf, keysOf } }, at): readonly FlowSource[] => {
    const own = versions[at];
    if (!isRawMap(data) || own === undefined) return [];
    return [{ file: name, version: own.version, runs: own.runs, data, lineOf, keysOf }];
  });
  const all = sources.map((source) => ({
    source,
    compiled: compileFlow(source, catalogue, transcripts.get(source.file) ?? []),
  }));
  const linked = linkFlows(all.map(({ compiled }) => compiled));
  return linked.flatMap((flow, at) => {
    const one = all[at];
    return one === undefined ? [] : [{ ...one, flow, missing: one.compiled.issues }];
  });
}

/** Deeds and looks that a version asks for and that the catalogue does not name any more. */
function findGone({ file, data }: FlowSource, { deeds, looks }: Catalogue): readonly Issue[] {
  const gone: Issue[] = [];
  const lookInto = (node: unknown): void => {
    if (isRawList(node)) for (const item of node) lookInto(item);
    if (!isRawMap(node)) return;
    const { lakukan: deed, periksa: look } = node;
    if (isMissing(deed, deeds)) gone.push(goneFrom(file, 'perbuatan_tidak_dikenal', deed));
    if (isMissing(look, looks)) gone.push(goneFrom(file, 'pemeriksaan_tidak_dikenal', look));
    for (const value of Object.values(node)) lookInto(value);
  };
  lookInto(data['langkah']);
  return gone;
}

function isMissing(name: unknown, known: Readonly<Record<string, unknown>>): name is string {
  return typeof name === 'string' && !Object.hasOwn(known, name.trim());
}

function goneFrom(file: string, code: string, nama: string): Issue {
  return { code, severity: 'fault', file: `${file}.yaml`, line: 0, params: { nama, maksud: '' } };
}
