import { normalize } from '../../language/normal.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Flow, FlowSet, Slot, Triggers } from '../flow.ts';
import { createForms } from '../form/compile-form.ts';
import type { Issue } from '../issue.ts';
import { createSay } from '../say.ts';
import { speakAll } from '../tongue/speak.ts';
import type { Speech } from '../tongue/speak.ts';
import { HOME } from '../tongue/tongue.ts';
import { INDONESIAN } from '../writing.ts';
import type { LoadedVersion } from './compile-versions.ts';

/** Versions that make up one set of flows. */
export interface Assembly {
  /** What begins anew begins in these. */
  readonly current: readonly LoadedVersion[];
  /** In these somebody still stands. */
  readonly older: readonly LoadedVersion[];
  readonly withdrawn: FlowSet['withdrawn'];
}

/** Puts versions together to the set that turns are taken with, in every language. */
export function assembleFlows(
  { current, older, withdrawn }: Assembly,
  catalogue: Catalogue,
  speech: Speech,
): { readonly flows: FlowSet; readonly issues: readonly Issue[] } {
  const byName = new Map(current.map(({ flow }) => [flow.name, flow]));
  const home: FlowSet = {
    tongue: HOME,
    writing: INDONESIAN,
    tongues: new Map(),
    words: new Map(),
    current: byName,
    versions: new Map([...older, ...current].map(({ flow }) => [flow.version, flow])),
    withdrawn,
    triggers: triggersOf(byName),
    form: createForms(),
    say: createSay(speech.sentences),
  };
  const sources = [...current, ...older].map(({ source }) => source);
  return speakAll(home, sources, catalogue, speech);
}

function triggersOf(flows: ReadonlyMap<string, Flow>): Triggers {
  const words = new Map<string, string>();
  const slots: Slot[] = [];
  const links = new Map<string, string>();
  for (const { name, head } of flows.values()) {
    if (head.link !== null) links.set(head.link, name);
    for (const keyword of head.keywords) {
      const [, start, slot] = /^(.+?) <(\w+)>$/u.exec(keyword) ?? [];
      if (start === undefined || slot === undefined) words.set(triggerOf(keyword), name);
      else slots.push({ start: triggerOf(start), slot, flow: name });
    }
  }
  return { words, slots, links };
}

/** A keyword as it is compared: normalized, but with the slash of an officers' command. */
function triggerOf(text: string): string {
  const words = normalize(text);
  return text.trim().startsWith('/') ? `/${words}` : words;
}
