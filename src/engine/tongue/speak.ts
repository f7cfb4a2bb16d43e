import type { Catalogue } from '../catalogue.ts';
import type { Flow, FlowSet, Sentences } from '../flow.ts';
import type { Issue } from '../issue.ts';
import { compileFlow } from '../loading/compile-flow.ts';
import type { CompiledFlow, FlowSource } from '../loading/compile-flow.ts';
import { createSay } from '../say.ts';
import type { Writing } from '../writing.ts';
import { HOME, keyOf } from './tongue.ts';
import type { Tongue } from './tongue.ts';
import { createWriting } from './writing-table.ts';

/** What the flows are translated into, beside the sentences that they are written among. */
export interface Speech {
  readonly tongues: readonly Tongue[];
  /** The service's own sentences in Indonesian. */
  readonly sentences: Sentences;
}

/**
 * The same flows in every language. A flow is compiled once for each language that has texts for it, so that a turn costs
 * the same in all of them; the others, and every text that is not translated, stay Indonesian. `sources` are those of all
 * versions of `home`.
 */
export function speakAll(
  home: FlowSet,
  sources: readonly FlowSource[],
  catalogue: Catalogue,
  { tongues, sentences }: Speech,
): { readonly flows: FlowSet; readonly issues: readonly Issue[] } {
  const all = new Map<string, FlowSet>();
  const words = new Map(tongues.flatMap((tongue) => [...tongue.words]));
  const issues: Issue[] = [];
  const keywords = tongues.flatMap((one) => [...one.keywords].filter(([, flow]) => home.current.has(flow)));
  const triggers = { ...home.triggers, words: new Map([...keywords, ...home.triggers.words]) };
  const flows: FlowSet = { ...home, triggers, tongues: all, words };
  all.set(HOME, flows);
  for (const tongue of tongues) {
    const writing = createWriting(tongue.table, wordsOf(tongue, sentences));
    const compiled = sources.flatMap((source) => {
      const texts = tongue.flows.get(source.file);
      return texts === undefined ? [] : [compileFlow(source, catalogue, [], { writing, texts })];
    });
    issues.push(...compiled.flatMap((one) => mistranslationsOf(one, tongue, home)));
    all.set(tongue.code, inTongue(flows, tongue, writing, compiled));
  }
  return { flows, issues };
}

/** Faults of the current versions; those of earlier ones fall back and concern nobody any more. */
function mistranslationsOf({ flow, mistranslated }: CompiledFlow, { file }: Tongue, home: FlowSet): readonly Issue[] {
  if (home.current.get(flow.name)?.version !== flow.version) return [];
  return mistranslated.map((one) => ({ ...one, file, severity: 'fault' }));
}

function inTongue(home: FlowSet, tongue: Tongue, writing: Writing, compiled: readonly CompiledFlow[]): FlowSet {
  const own = new Map(compiled.map(({ flow }) => [flow.version, flow]));
  const translate = (flow: Flow): Flow => ({ ...flow, ...own.get(flow.version) });
  const all = (flows: ReadonlyMap<string, Flow>): ReadonlyMap<string, Flow> =>
    new Map([...flows].map(([key, flow]) => [key, own.has(flow.version) ? translate(flow) : flow]));
  return {
    ...home,
    tongue: tongue.code,
    writing,
    current: all(home.current),
    versions: all(home.versions),
    say: createSay(tongue.sentences, writing, (key, values) => home.say(key, values)),
  };
}

/** Indonesian labels in this language: those of flows, wherever they are shown, and the service's own. */
function wordsOf({ flows, sentences }: Tongue, home: Sentences): Writing['word'] {
  const words = new Map<string, string>();
  for (const texts of flows.values()) {
    for (const [key, { text }] of texts) if (!text.includes('{{')) words.set(key, words.get(key) ?? text);
  }
  for (const [key, text] of Object.entries(home)) {
    const own = sentences[key];
    if (own !== undefined && !text.includes('{{') && !words.has(keyOf(text))) words.set(keyOf(text), own);
  }
  return (text) => words.get(keyOf(text)) ?? text;
}
