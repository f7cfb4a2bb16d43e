import { readdirSync, readFileSync } from 'node:fs';

import type { FlowFile } from '../../src/engine/loading/load-flows.ts';

/** The flow files of a folder of the project, transcripts beside them included. */
export function readFolder(folder: 'flows' | 'test/flows'): readonly FlowFile[] {
  const root = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(root)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name: name.replace(/\.yaml$/u, ''), text: readFileSync(new URL(name, root), 'utf8') }));
}

/** The flow that a file belongs to. */
export function flowOf({ name }: FlowFile): string {
  return name.replace(/\.uji$/u, '');
}
