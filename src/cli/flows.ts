import { parseArgs } from 'node:util';

import { flowFolder } from '../app/load-flows.ts';
import { checkFolder } from './check-folder.ts';
import type { Command } from './terminal.ts';
import { testFlows } from './test-flows.ts';

/** Commands about what is live: they open the store, or ask the service that has it. */
const withStore: Readonly<Record<string, () => Promise<Command>>> = {
  publish: async () => (await import('./flows-publish.ts')).publishFolder,
  undo: async () => (await import('./flows-publish.ts')).undoPublishing,
  versions: async () => (await import('./flows-versions.ts')).listVersions,
};

/** `gelombang flows check|test [folder] [--en] [--json]`, `publish`, `undo`, `versions`: 0 all is well, 1 faults were found. */
export const flows: Command = async (args, terminal) => {
  const [first = '', ...rest] = args;
  const stored = withStore[first];
  if (stored !== undefined) return (await stored())(rest, terminal);
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { en: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name = '', folder = flowFolder] = positionals;
  if (name === 'check') return checkFolder({ folder, english: values.en, json: values.json }, terminal);
  if (name === 'test') return testFlows(folder, terminal);
  terminal.complain(terminal.say('perintah.kurang_isian', { isian: 'check | test | publish | undo | versions' }));
  return 2;
};
