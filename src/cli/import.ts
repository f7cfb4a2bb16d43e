import { readFile } from 'node:fs/promises';

import { readSettings } from '../config/read-settings.ts';
import { parseRegency } from '../domain/regency-file.ts';
import { writeIssue } from '../engine/check/write-issue.ts';
import { readFlowFile } from '../engine/reading/read-flow-file.ts';
import { wire } from '../wire/service.ts';
import { oneFile } from './one-file.ts';
import type { Command } from './terminal.ts';

/** `gelombang import <file>`: the office's own regency, themes, programmes and classes, from one file. */
export const importFile: Command = async (args, terminal) => {
  const { say, sentences, print, complain } = terminal;
  const name = oneFile(args, terminal);
  if (name === null) return 2;
  const { data, lineOf, issues } = readFlowFile(name, await readFile(name, 'utf8'));
  if (issues.length > 0) {
    for (const issue of issues) complain(writeIssue(issue, sentences));
    return 1;
  }
  const parsed = parseRegency(data);
  if ('faults' in parsed) {
    for (const { path, key } of parsed.faults) {
      const petunjuk = say(`daerah.${key}`);
      complain(say('perintah.daerah_salah', { berkas: name, baris: lineOf(path), letak: path.join(' › '), petunjuk }));
    }
    return 1;
  }
  const service = await wire({ config: readSettings(process.env), log: () => {}, sentences, demo: false });
  try {
    const { programmes, newBatches, knownBatches } = await service.importRegency(parsed.regency);
    const daerah = parsed.regency.tenant.name;
    print(say('perintah.daerah_jadi', { daerah, program: programmes, baru: newBatches, lama: knownBatches }));
  } finally {
    await service.stop();
  }
  return 0;
};
