import { hashFile } from '../fingerprint.ts';
import { isRawList, isRawMap } from './raw-data.ts';

/**
 * One version of one flow, as it is kept. Its name holds a hash of its text and of the versions of the flows that it runs:
 * whoever stands in it goes on in exactly these, whatever is published meanwhile.
 */
export interface FlowVersion {
  /** `<name>@<hash>`. */
  readonly version: string;
  readonly name: string;
  readonly text: string;
  /** The flows that it runs, each in its version. */
  readonly runs: Readonly<Record<string, string>>;
}

/** A flow file: its text, and what was read from it. */
export interface VersionSource {
  readonly name: string;
  readonly text: string;
  readonly data: unknown;
}

/** Gives every flow of a set its version, in the order given. A cycle, which the checker refuses, is cut where it closes. */
export function nameVersions(sources: readonly VersionSource[]): readonly FlowVersion[] {
  const byName = new Map(sources.map((source) => [source.name, source]));
  const done = new Map<string, FlowVersion>();
  const versionOf = (source: VersionSource, above: readonly string[]): FlowVersion => {
    const known = done.get(source.name);
    if (known !== undefined) return known;
    const { name, text } = source;
    const runs: Record<string, string> = {};
    for (const called of [...flowsRun(source.data)].toSorted()) {
      const inner = byName.get(called);
      if (inner === undefined) continue;
      runs[called] = [...above, name].includes(called)
        ? `${called}@${hashFile(inner.text)}`
        : versionOf(inner, [...above, name]).version;
    }
    const whole = Object.keys(runs).length === 0 ? text : `${text}\n${JSON.stringify(runs)}`;
    const version = { version: `${name}@${hashFile(whole)}`, name, text, runs };
    done.set(name, version);
    return version;
  };
  return sources.map((source) => versionOf(source, []));
}

/** The name in `<name>@<hash>`. */
export function nameOf(version: string): string {
  return version.split('@')[0] ?? '';
}

/** Names of flows that a flow runs, by `jalankan` and `prasyarat`; its transcripts run some too, and do not count. */
function flowsRun(data: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  if (!isRawMap(data)) return names;
  const collect = (node: unknown): void => {
    if (isRawList(node)) for (const item of node) collect(item);
    if (!isRawMap(node)) return;
    for (const [key, value] of Object.entries(node)) {
      if (RUNS.has(key)) for (const name of [value].flat()) if (typeof name === 'string') names.add(name.trim());
      collect(value);
    }
  };
  const { uji: _transcripts, ...rest } = data;
  collect(rest);
  return names;
}

const RUNS: ReadonlySet<string> = new Set(['jalankan', 'prasyarat']);
