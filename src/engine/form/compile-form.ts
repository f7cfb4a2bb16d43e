import type { Catalogue } from '../catalogue.ts';
import type { Flow } from '../flow.ts';
import type { Issue } from '../issue.ts';
import { compileFlow } from '../loading/compile-flow.ts';
import { linkFlows } from '../loading/link-flows.ts';
import { isRawMap, rawList } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import type { Value } from '../value.ts';
import { toBlock } from './form-block.ts';

/** A form looks at nothing but its own answers. */
const NOTHING: Catalogue = {
  deeds: {},
  looks: {},
  sources: {},
  events: {},
  scopes: { kontak: {}, daerah: {}, petugas: {}, saluran: {} },
  records: {},
  rights: [],
};

/** More questions than this nobody answers in a chat; the rest of a longer list is not asked. */
const LONGEST_FORM = 40;

/**
 * A form is a flow that came as data: each of its rows is a question, read, asked, corrected and kept like any other.
 * Its texts are shown as they are, nothing in them is worked out. A row with a fault asks nothing; the faults name it by
 * `langkah.<its place>`.
 */
export function compileForm(
  version: string,
  rows: readonly Value[],
): { readonly flow: Flow; readonly issues: readonly Issue[] } {
  const blocks = rows.slice(0, LONGEST_FORM).map((row): RawMap => toBlock(row) ?? { atur: {} });
  const data = { alur: version, judul: version, langkah: blocks };
  const compiled = compileFlow(
    { file: version, version, data, plain: true, lineOf: ([, at]) => Number(at) + 1, keysOf: keysOf(data) },
    NOTHING,
    [],
  );
  const [flow] = linkFlows([compiled]);
  if (flow === undefined) throw new Error('a form is one flow');
  return { flow, issues: compiled.issues };
}

function keysOf(data: RawMap): (place: readonly (string | number)[]) => readonly string[] {
  return (place) => {
    let found: unknown = data;
    for (const part of place) {
      found = typeof part === 'number' ? rawList(found)[part] : isRawMap(found) ? found[part] : undefined;
    }
    return isRawMap(found) ? Object.keys(found) : [];
  };
}

/** Forms that are ready to run, by version: as many as a regency has programmes open at once. */
const MOST_READY = 100;

/** Compiles forms, and remembers the last ones as long as their rows stay the same. */
export function createForms(): (version: string, rows: readonly Value[]) => Flow {
  const ready = new Map<string, { readonly text: string; readonly flow: Flow }>();
  return (version, rows) => {
    const text = JSON.stringify(rows);
    const known = ready.get(version);
    if (known?.text === text) return known.flow;
    const { flow } = compileForm(version, rows);
    const [oldest] = ready.keys();
    if (oldest !== undefined && ready.size >= MOST_READY) ready.delete(oldest);
    ready.set(version, { text, flow });
    return flow;
  };
}
