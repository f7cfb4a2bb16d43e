import { compileTemplate } from './expression/compile.ts';
import type { Template } from './expression/compile.ts';
import { ANYTHING } from './expression/kind.ts';
import type { Sentences } from './flow.ts';
import type { Issue } from './issue.ts';
import { readFlowFile } from './reading/read-flow-file.ts';
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
  const templates = new Map<string, Template>();
  const compile = (key: string): Template | null => {
    const text = sentences[key];
    if (text === undefined) return null;
    const compiled = compileTemplate(text, () => ANYTHING, writing);
    return compiled.ok ? compiled.value : null;
  };
  return (key, values = {}) => {
    const template = templates.get(key) ?? compile(key);
    if (template === null) return otherwise(key, values);
    templates.set(key, template);
    return template.render((path) => find(values, path)).trimEnd();
  };
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
  const { data, lineOf, issues } = readFlowFile(file, text);
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
