import { normalize } from '../language/normal.ts';
import type { Catalogue } from './catalogue.ts';
import { checkFlows } from './check/check-flows.ts';
import type { ReadFlow } from './check/check-flows.ts';
import { GRAMMAR } from './check/grammar.ts';
import { mergeIssues } from './check/merge-issues.ts';
import { compileFlow } from './compile-flow.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { hashFile } from './fingerprint.ts';
import type { Flow, FlowSet, Sentences, Slot, Triggers } from './flow.ts';
import { createForms } from './form/compile-form.ts';
import type { Issue } from './issue.ts';
import { linkFlows } from './link-flows.ts';
import { isRawMap, rawList } from './raw-data.ts';
import { readFlowFile } from './reading/read-flow-file.ts';
import { createSay } from './say.ts';

/** One file of `flows/`: its name without the folder, with or without `.yaml`. */
export interface FlowFile {
  readonly name: string;
  readonly text: string;
}

export interface LoadedFlows {
  readonly flows: FlowSet;
  readonly issues: readonly Issue[];
}

/**
 * Makes flow files ready to run, with every fault that was found; a file that cannot be read at all is left out.
 * `earlier` are older texts of the same flows, in which people may still stand.
 */
export function loadFlows(
  files: readonly FlowFile[],
  catalogue: Catalogue,
  sentences: Sentences,
  earlier: readonly FlowFile[] = [],
): LoadedFlows {
  const read = readAll(files);
  const beside = readTranscripts(files);
  const now = compileAll(read, catalogue, beside.transcripts);
  const current = new Map(linkFlows(now).map((flow) => [flow.name, flow]));
  const older = linkFlows(compileAll(readAll(earlier), catalogue, new Map()));
  const versions = new Map([...older, ...current.values()].map((flow) => [flow.version, flow]));
  const say = createSay(sentences);
  const told = [...read.flatMap(({ file }) => file.issues), ...beside.issues, ...now.flatMap(({ issues }) => issues)];
  const issues = mergeIssues(told, checkFlows(read, catalogue, GRAMMAR));
  return { flows: { current, versions, triggers: triggersOf(current), form: createForms(), say }, issues };
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

function compileAll(
  flows: readonly ReadText[],
  catalogue: Catalogue,
  beside: ReadonlyMap<string, readonly unknown[]>,
): readonly CompiledFlow[] {
  return flows.flatMap(({ name, text, file: { data, lineOf, keysOf } }) => {
    if (!isRawMap(data)) return [];
    const source = { file: name, version: `${name}@${hashFile(text)}`, data, lineOf, keysOf };
    return [compileFlow(source, catalogue, beside.get(name) ?? [])];
  });
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
