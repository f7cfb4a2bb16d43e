import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import type { Issue } from '../issue.ts';

/** A fault as its reader sees it. `cure` is the line to copy, where there is one. */
export interface ToldIssue {
  readonly place: string;
  readonly message: string;
  readonly cure: string | null;
}

/** A fault in words. `sentences` are locale keys (`periksa.<code>`) and their texts. */
export function tellIssue(issue: Issue, sentences: Readonly<Record<string, string>>): ToldIssue {
  const { file, line, code } = issue;
  const params = Object.fromEntries(Object.entries(issue.params).map(([name, value]) => [name, shorten(value)]));
  const { betul = '' } = issue.params;
  const message = say(sentences, code, params) || say(sentences, 'tanpa_penjelasan', { kode: code }) || code;
  return {
    place: line === 0 ? file : `${file}:${line}`,
    message,
    cure: betul === '' || betul !== params['betul'] ? null : String(betul).trim(),
  };
}

/** Characters of a line that a message quotes: more than any sentence of a flow has, and nobody reads or copies more. */
const LONGEST_QUOTE = 1000;

function shorten(value: string | number): string | number {
  return typeof value === 'number' || value.length <= LONGEST_QUOTE ? value : `${value.slice(0, LONGEST_QUOTE)}…`;
}

/** The same as lines for a terminal: place, reason and cure, and below them the line to copy. */
export function writeIssue(issue: Issue, sentences: Readonly<Record<string, string>>): string {
  const { place, message, cure } = tellIssue(issue, sentences);
  return cure === null ? `${place} ${message}` : `${place} ${message}\n    ${say(sentences, 'tulis', { betul: cure })}`;
}

function say(sentences: Readonly<Record<string, string>>, key: string, values: Issue['params']): string {
  const compiled = compileTemplate(sentences[`periksa.${key}`] ?? '', () => ANYTHING);
  return compiled.ok ? compiled.value.render(([name = '']) => values[name] ?? null) : '';
}
