import type { Catalogue } from './catalogue.ts';
import type { FlowSet, Sentences } from './flow.ts';
import type { Issue } from './issue.ts';

export interface FlowFile {
  readonly name: string;
  readonly text: string;
}

/** Flow files made ready to run, with every fault that was found. */
export function loadFlows(
  _files: readonly FlowFile[],
  _catalogue: Catalogue,
  sentences: Sentences,
): { readonly flows: FlowSet; readonly issues: readonly Issue[] } {
  const triggers = { words: new Map(), slots: [], links: new Map() };
  return { flows: { current: new Map(), versions: new Map(), triggers, sentences }, issues: [] };
}
