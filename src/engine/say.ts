import { compileTemplate } from './expression/compile.ts';
import { ANYTHING } from './expression/kind.ts';
import type { Sentences } from './flow.ts';
import type { Issue } from './issue.ts';
import { readFlowFile } from './reading/read-flow-file.ts';
import type { ReadFile } from './reading/read-flow-file.ts';
import type { Fields, Value } from './value.ts';
import { INDONESIAN } from './writing.ts';
import type { Writing } from './writing.ts';

/** The sentence of a key with its `{{ }}` filled in; the key itself when the locale has no such sentence. */
export type Say = (key: string, values?: Fields) => string;

/**
 * Sentences ready to be said, with values as `writing` writes them; what they lack `otherwise` says. Each is compiled
 * when it is first needed and then kept.
 */
export function createSay(sentences: Sentences, writing: Writing = INDONESIAN, otherwise: Say = (key) => key): Say {
  const ready = new Map<string, Filled>();
  const prepare = (key: string): Filled | null => {
    const text = sentences[key];
    const filled = text === undefined ? null : fill(text, writing);
    if (filled !== null) ready.set(key, filled);
    return filled;
  };
  return (key, values = {}) => (ready.get(key) ?? prepare(key))?.(values) ?? otherwise(key, values);
}

/** A sentence with these values in it. */
type Filled = (values: Fields) => string;

/** null: a fault, which reading the file told. A sentence without `{{ }}` is the same whenever it is said. */
function fill(text: string, writing: Writing): Filled | null {
  const compiled = compileTemplate(text, () => ANYTHING, writing);
  if (!compiled.ok) return null;
  const { mentions, render } = compiled.value;
  const write: Filled = (values) => render((path) => find(values, path)).trimEnd();
  const always = mentions.length === 0 ? write({}) : null;
  return always === null ? write : () => always;
}

function find(values: Fields, path: readonly string[]): Value {
  const [first = '', ...rest] = path;
  const value = values[first] ?? values[path.join('.')] ?? null;
  if (rest.length === 0 || typeof value !== 'object' || value === null || !('type' in value)) return value;
  return value.type === 'record' ? find(value.fields, rest) : null;
}

/** What a locale file holds besides the service's own sentences: its language, and the translated texts of flows. */
const OTHERWISE_READ: ReadonlySet<string> = new Set(['bahasa', 'alur']);

/** Reads a locale file: nested keys become `percakapan.batal`. Faults: those of reading any file, and of a sentence. */
export function readSentences(
  file: string,
  text: string,
): { readonly sentences: Sentences; readonly issues: readonly Issue[] } {
  return sentencesOf(file, readFlowFile(file, text));
}

/** The sentences of a locale file that was read. */
export function sentencesOf(
  file: string,
  { data, lineOf, issues }: ReadFile,
): { readonly sentences: Sentences; readonly issues: readonly Issue[] } {
  const sentences: Record<string, string> = {};
  const faults: Issue[] = [...issues];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (typeof node === 'string') {
      sentences[path.join('.')] = node;
      const compiled = compileTemplate(node, () => ANYTHING);
      if (!compiled.ok) {
        const { code, params } = compiled;
        faults.push({ code, severity: 'fault', file, line: lineOf(path), params });
      }
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) {
        if (path.length > 0 || !OTHERWISE_READ.has(key)) visit(child, [...path, key]);
      }
    }
  };
  visit(data, []);
  return { sentences, issues: faults };
}
