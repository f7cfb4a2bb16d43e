import { normalize } from '../language/normal.ts';
import type { Catalogue } from './catalogue.ts';
import { checkFlows } from './check/check-flows.ts';
import type { ReadFlow } from './check/check-flows.ts';
import { GRAMMAR } from './check/grammar.ts';
import { mergeIssues } from './check/merge-issues.ts';
import { compileFlow } from './compile-flow.ts';
import type { CompiledFlow, FlowSource } from './compile-flow.ts';
import type { Flow, FlowSet, Sentences, Slot, Triggers } from './flow.ts';
import { createForms } from './form/compile-form.ts';
import type { Issue } from './issue.ts';
import { linkFlows } from './link-flows.ts';
import { nameVersions } from './name-versions.ts';
import type { FlowVersion } from './name-versions.ts';
import { isRawMap, rawList } from './raw-data.ts';
import { readFlowFile } from './reading/read-flow-file.ts';
import { createSay } from './say.ts';
import { checkTranslations } from './tongue/check-translations.ts';
import { speakAll } from './tongue/speak.ts';
import { HOME } from './tongue/tongue.ts';
import type { Tongue } from './tongue/tongue.ts';
import { INDONESIAN } from './writing.ts';

/** One file of `flows/`: its name without the folder, with or without `.yaml`. */
export interface FlowFile {
  readonly name: string;
  readonly text: string;
}

export interface LoadedFlows {
  readonly flows: FlowSet;
  /** The same as they are kept: every file that could be read, in its version. */
  readonly texts: readonly FlowVersion[];
  readonly issues: readonly Issue[];
  /** States of conversations that the checker looked at. */
  readonly states: number;
}

/**
 * Makes flow files ready to run, with every fault that was found; a file that cannot be read at all is left out.
 * `earlier` are other versions, in which people may still stand.
 */
export function loadFlows(
  files: readonly FlowFile[],
  catalogue: Catalogue,
  sentences: Sentences,
  earlier: readonly FlowVersion[] = [],
  { tongues, each }: Tongues = { tongues: [], each: false },
): LoadedFlows {
  const read = readAll(files);
  const beside = readTranscripts(files);
  const readable = read.filter(({ file }) => isRawMap(file.data));
  const texts = nameVersions(readable.map(({ name, text, file }) => ({ name, text, data: file.data })));
  const sources = sourcesOf(readable, texts);
  const now = compileAll(sources, catalogue, beside.transcripts);
  const current = new Map(linkFlows(now).map((flow) => [flow.name, flow]));
  const older = loadVersions(earlier, catalogue);
  const all = [...older.map(({ flow }) => flow), ...current.values()];
  const versions = new Map(all.map((flow) => [flow.version, flow]));
  const say = createSay(sentences);
  const told = [...read.flatMap(({ file }) => file.issues), ...beside.issues, ...now.flatMap(({ issues }) => issues)];
  const { issues: found, states } = checkFlows(read, catalogue, GRAMMAR, told);
  const issues = mergeIssues(told, found);
  const translations = checkTranslations(now, tongues, each);
  const home: FlowSet = {
    tongue: HOME,
    writing: INDONESIAN,
    tongues: new Map(),
    words: new Map(),
    current,
    versions,
    withdrawn: new Set(),
    triggers: triggersOf(current),
    form: createForms(),
    say,
  };
  const spoken = speakAll(home, [...sources, ...older.map(({ source }) => source)], catalogue, { tongues, sentences });
  return { flows: spoken.flows, texts, states, issues: [...issues, ...spoken.issues, ...translations] };
}

/** The languages of the service besides Indonesian; `each`: every text that lacks a translation is told. */
export interface Tongues {
  readonly tongues: readonly Tongue[];
  readonly each: boolean;
}

/** One version made ready to run; `missing`: it asks for what this release does not have any more. */
export interface LoadedVersion {
  readonly flow: Flow;
  readonly source: FlowSource;
  readonly missing: readonly Issue[];
}

/**
 * Makes kept versions ready to run, each with those it runs, which must be among them. They were checked when they were
 * published, by the checker of that day: only what keeps them from running is told.
 */
export function loadVersions(kept: readonly FlowVersion[], catalogue: Catalogue): readonly LoadedVersion[] {
  const read = kept.map(({ name, text }) => ({ name, text, file: readFlowFile(`${name}.yaml`, text) }));
  const sources = sourcesOf(read, kept);
  const compiled = compileAll(sources, catalogue, new Map());
  return linkFlows(compiled).flatMap((flow, at) => {
    const source = sources[at];
    return source === undefined ? [] : [{ flow, source, missing: compiled[at]?.issues ?? [] }];
  });
}

interface ReadText extends ReadFlow {
  readonly text: string;
}

/** The flows among the files; transcripts beside them (`<alur>.uji.yaml`) are read by `readTranscripts`. */
function readAll(files: readonly FlowFile[]): readonly ReadText[] {
  return files
    .map(({ name, text }) => ({ name: name.replace(/\.yaml$/u, ''), text }))
    .filter(({ name }) => !name.endsWith('.uji'))
    .map(({ name, text }) => ({ name, text, file: readFlowFile(`${name}.yaml`, text) }));
}

function sourcesOf(flows: readonly ReadText[], versions: readonly FlowVersion[]): readonly FlowSource[] {
  return flows.flatMap(({ name, file: { data, lineOf, keysOf } }, at) => {
    const own = versions[at];
    if (!isRawMap(data) || own === undefined) return [];
    return [{ file: name, version: own.version, runs: own.runs, data, lineOf, keysOf }];
  });
}

function compileAll(
  sources: readonly FlowSource[],
  catalogue: Catalogue,
  beside: ReadonlyMap<string, readonly unknown[]>,
): readonly CompiledFlow[] {
  return sources.map((source) => compileFlow(source, catalogue, beside.get(source.file) ?? []));
}

/** Transcripts that stand in a file of their own, `<alur>.uji.yaml`, by flow. */
function readTranscripts(files: readonly FlowFile[]): {
  readonly transcripts: ReadonlyMap<string, readonly unknown[]>;
  readonly issues: readonly Issue[];
} {
  const transcripts = new Map<string, readonly unknown[]>();
  const issues: Issue[] = [];
  for (const { name, text } of files) {
    const [, flow] = /^(.+)\.uji(?:\.yaml)?$/u.exec(name) ?? [];
    if (flow === undefined) continue;
    const read = readFlowFile(`${flow}.uji.yaml`, text);
    issues.push(...read.issues);
    transcripts.set(flow, rawList(isRawMap(read.data) ? read.data['uji'] : null));
  }
  return { transcripts, issues };
}

function triggersOf(flows: ReadonlyMap<string, Flow>): Triggers {
  const words = new Map<string, string>();
  const slots: Slot[] = [];
  const links = new Map<string, string>();
  for (const { name, head } of flows.values()) {
    if (head.link !== null) links.set(head.link, name);
    for (const keyword of head.keywords) {
      const [, start, slot] = /^(.+?) <(\w+)>$/u.exec(keyword) ?? [];
      if (start === undefined || slot === undefined) words.set(triggerOf(keyword), name);
      else slots.push({ start: triggerOf(start), slot, flow: name });
    }
  }
  return { words, slots, links };
}

/** A keyword as it is compared: normalized, but with the slash of an officers' command. */
function triggerOf(text: string): string {
  const words = normalize(text);
  return text.trim().startsWith('/') ? `/${words}` : words;
}
