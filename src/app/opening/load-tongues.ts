import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readTongue } from '../../engine/tongue/read-tongue.ts';
import { HOME } from '../../engine/tongue/tongue.ts';
import type { Tongue } from '../../engine/tongue/tongue.ts';
import { FlowTrouble } from './load-flows.ts';

/** Where the languages of the service stand, a file each. */
export const localeFolder = fileURLToPath(new URL('../../../locales/', import.meta.url));

/** The languages besides Indonesian, by code. Rejects with `FlowTrouble` when a file has a fault. */
export async function loadTongues(): Promise<readonly Tongue[]> {
  const names = (await readdir(localeFolder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const codes = names.map((name) => name.slice(0, -'.yaml'.length)).filter((code) => code !== HOME);
  const read = await Promise.all(
    codes.map(async (code) => readTongue(code, await readFile(join(localeFolder, `${code}.yaml`), 'utf8'))),
  );
  const issues = read.flatMap((one) => one.issues);
  if (issues.length > 0) throw new FlowTrouble(issues);
  return read.flatMap(({ tongue }) => tongue ?? []);
}
