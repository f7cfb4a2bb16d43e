import { readFile } from 'node:fs/promises';

import { readTemplates } from '../../domain/template.ts';
import type { Template } from '../../domain/template.ts';
import type { Sentences } from '../../engine/flow.ts';
import { readFlowFile } from '../../engine/reading/read-flow-file.ts';
import { FlowTrouble } from './load-flows.ts';

/**
 * The approved forms of messages that stand in a file; none without one. Rejects with `FlowTrouble` when one differs from its
 * sentence, with the system's error when the file is not there.
 */
export async function loadTemplates(name: string | undefined, sentences: Sentences): Promise<readonly Template[]> {
  if (name === undefined) return [];
  const { data, lineOf, issues } = readFlowFile(name, await readFile(name, 'utf8'));
  if (issues.length > 0) throw new FlowTrouble(issues);
  const read = readTemplates(data, sentences);
  if ('templates' in read) return read.templates;
  throw new FlowTrouble(
    read.faults.map(({ code, path, name: templat }) => ({
      code,
      severity: 'fault',
      file: name,
      line: lineOf(path),
      params: { templat },
    })),
  );
}
