import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { ReadTable } from '../app/opening/read-regions.ts';

/** The tables of Kemendagri codes from the package of region data; rejects when one cannot be read. */
export const readRegionTable: ReadTable = (name) =>
  readFile(fileURLToPath(import.meta.resolve(`idn-area-data/data/${name}.csv`)));
