import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { FlowFile } from '../engine/load-flows.ts';

/** The flows that ship with the service. */
export const flowFolder = new URL('../../flows/', import.meta.url).pathname;

/** Every `.yaml` of a folder, by name, `<alur>.uji.yaml` included. Rejects with the system's error when it is not there. */
export async function readFlowFiles(folder = flowFolder): Promise<readonly FlowFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
