import type { Catalogue } from '../catalogue.ts';
import { checkFlows } from '../check/check-flows.ts';
import type { ReadFlow } from '../check/check-flows.ts';
import { checkTongues } from '../check/check-tongues.ts';
import { checkShape } from '../check/check-transcripts.ts';
import { GRAMMAR } from '../check/grammar.ts';
import { mergeIssues } from '../check/merge-issues.ts';
import type { FlowSet, Sentences } from '../flow.ts';
import type { Issue } from '../issue.ts';
import { readFlowFile } from '../reading/read-flow-file.ts';
import { checkTranslations } from '../tongue/check-translations.ts';
import type { Tongue } from '../tongue/tongue.ts';
import type { FlowTexts } from '../tongue/write-section.ts';
import { assembleFlows } from './assemble-flows.ts';
import { compileVersions, loadVersions } from './compile-versions.ts';
import type { LoadedVersion } from './compile-versions.ts';
import { nameVersions } from './name-versions.ts';
import type { FlowVersion } from './name-versions.ts';
import { isRawMap, rawList } from './raw-data.ts';

/** One file of `flows/`: its name without the folder, with or without `.yaml`. */
export interface FlowFile {
  readonly name: string;
  readonly text: string;
}

export interface LoadedFlows {
  readonly flows: FlowSet;
  /** The same as they are kept: every file that could be read, in its version. */
  readonly texts: readonly FlowVersion[];
  /** What people see of each flow, to be translated. */
  readonly seen: readonly FlowTexts[];
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
  const now = compileVersions(readable, texts, catalogue, beside.transcripts);
  const older = loadVersions(earlier, catalogue);
  const told = [...read.flatMap(({ file }) => file.issues), ...beside.issues, ...now.flatMap(({ missing }) => missing)];
  const { issues: found, states } = checkFlows(read, catalogue, GRAMMAR, told);
  const issues = mergeIssues(told, found);
  const translations = checkTranslations(
    now.map(({ compiled }) => compiled),
    tongues,
    each,
  );
  const spoken = assembleFlows({ current: now, older, withdrawn: new Set() }, catalogue, { tongues, sentences });
  return {
    flows: spoken.flows,
    texts,
    seen: now.map(toTexts),
    issues: [...issues, ...spoken.issues, ...checkTongues(readable, tongues, GRAMMAR), ...translations],
    states,
  };
}

function toTexts({ compiled: { flow, texts } }: LoadedVersion): FlowTexts {
  return { flow: flow.name, forOfficers: flow.head.forOfficers, texts: texts.map(({ text }) => text) };
}

/** Flow files in their versions; those that cannot be read are left out. */
export function readVersions(files: readonly FlowFile[]): readonly FlowVersion[] {
  return nameVersions(
    readAll(files).flatMap(({ name, text, file: { data } }) => (isRawMap(data) ? [{ name, text, data }] : [])),
  );
}

/** The languages of the service besides Indonesian; `each`: every text that lacks a translation is told. */
export interface Tongues {
  readonly tongues: readonly Tongue[];
  readonly each: boolean;
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
    const data = isRawMap(read.data) ? read.data : {};
    checkShape(data, (code, place, params = {}, severity = 'fault') => {
      issues.push({ code, severity, file: `${flow}.uji.yaml`, line: read.lineOf(place), params });
    });
    transcripts.set(flow, rawList(data['uji']));
  }
  return { transcripts, issues };
}
