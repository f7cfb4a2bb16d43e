import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { readFlowFiles } from '../app/opening/load-flows.ts';
import { localeFolder } from '../app/opening/load-tongues.ts';
import { catalogue } from '../domain/catalogue.ts';
import { loadFlows } from '../engine/loading/load-flows.ts';
import { compareTexts } from '../engine/tongue/check-translations.ts';
import { readTongue } from '../engine/tongue/read-tongue.ts';
import { writeSection } from '../engine/tongue/write-section.ts';
import type { Terminal } from './terminal.ts';

/**
 * Brings the texts of flows in `locales/<code>.yaml` up to date and tells how many are to be translated: 0 all are, 1 some
 * are not or the file has a fault.
 */
export async function translateFlows(code: string, folder: string, terminal: Terminal): Promise<number> {
  const { print, complain, say, sentences } = terminal;
  const file = `locales/${code}.yaml`;
  const path = join(localeFolder, `${code}.yaml`);
  const before = await readFile(path, 'utf8').catch(() => null);
  const { tongue } = before === null ? { tongue: null } : readTongue(code, before);
  if (before === null || tongue === null) {
    complain(say('perintah.bahasa_tidak_ada', { berkas: file }));
    return 1;
  }
  const { seen, issues } = loadFlows(await readFlowFiles(folder), catalogue, sentences);
  // A flow that cannot be read has no texts: its translations would go.
  if (issues.some(({ severity }) => severity === 'fault')) {
    complain(say('perintah.bahasa_alur_salah', { berkas: file }));
    return 1;
  }
  const wanted = seen.filter(({ forOfficers }) => tongue.forOfficers || !forOfficers);
  const after = writeSection(before, wanted);
  if (after !== before) await writeFile(path, after);
  const flows = readTongue(code, after).tongue?.flows;
  const compared = wanted.map(({ flow, texts }) => compareTexts(texts, flows?.get(flow)));
  const jumlah = sum(wanted.map(({ texts }) => texts.length));
  const belum = sum(compared.map(({ missing }) => missing.length));
  const basi = sum(compared.map(({ stale }) => stale.length));
  print(say('perintah.bahasa_ditulis', { berkas: file, jumlah, belum, basi }));
  return belum + basi === 0 ? 0 : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
