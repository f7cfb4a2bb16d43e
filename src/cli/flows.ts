import { parseArgs } from 'node:util';

import { flowFolder } from '../app/opening/load-flows.ts';
import type { Command } from './terminal.ts';

/** Commands about what is live: they open the store, or ask the service that has it. */
const withStore: Readonly<Record<string, () => Promise<Command>>> = {
  publish: async () => (await import('./flows-publish.ts')).publishFolder,
  undo: async () => (await import('./flows-publish.ts')).undoPublishing,
  versions: async () => (await import('./flows-versions.ts')).listVersions,
};

/**
 * `gelombang flows check|test [folder] [--en] [--json] [--all] [--update [--yes]]`, `draw <flow> [--svg file]`, `schema`,
 * `translate <code> [folder]`, `publish`, `undo`, `versions`: 0 all is well, 1 faults were found.
 */
export const flows: Command = async (args, terminal) => {
  const [first = '', ...rest] = args;
  const stored = withStore[first];
  if (stored !== undefined) return (await stored())(rest, terminal);
  if (first === 'translate' && rest[0] !== undefined) {
    const { translateFlows } = await import('./translate-flows.ts');
    return translateFlows(rest[0], rest[1] ?? flowFolder, terminal);
  }
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      en: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      svg: { type: 'string' },
      text: { type: 'boolean', default: false },
      update: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [name = '', folder = flowFolder] = positionals;
  if (name === 'check') {
    const { checkFolder } = await import('./check-folder.ts');
    return checkFolder({ folder, english: values.en, json: values.json, each: values.all }, terminal);
  }
  if (name === 'test') {
    const { testFlows } = await import('./test-flows.ts');
    return testFlows({ folder, update: values.update, yes: values.yes }, terminal);
  }
  if (name === 'draw' && positionals[1] !== undefined) {
    const { drawFlow } = await import('./draw-flow.ts');
    return drawFlow({ name: positionals[1], svg: values.text ? undefined : values.svg }, terminal);
  }
  if (name === 'schema') {
    const { writeFlowSchema } = await import('./flow-schema.ts');
    terminal.print(writeFlowSchema(terminal.sentences));
    return 0;
  }
  terminal.complain(
    terminal.say('perintah.kurang_isian', {
      isian: 'check | test | draw <alur> | schema | translate <bahasa> | publish | undo | versions',
    }),
  );
  return 2;
};
