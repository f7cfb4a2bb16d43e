import { compileTemplate } from '../expression/compile.ts';
import { ANYTHING } from '../expression/kind.ts';
import type { Issue } from '../issue.ts';

/**
 * A fault as its reader sees it: place, reason and cure, and below it the line to copy where there is one. `sentences`
 * are locale keys (`periksa.<code>`) and their texts.
 */
export function writeIssue(issue: Issue, sentences: Readonly<Record<string, string>>): string {
  const { file, line, code, params } = issue;
  const place = line === 0 ? file : `${file}:${line}`;
  const say = (key: string, values: Issue['params']): string => {
    const compiled = compileTemplate(sentences[`periksa.${key}`] ?? '', () => ANYTHING);
    return compiled.ok ? compiled.value.render(([name = '']) => values[name] ?? null) : '';
  };
  const reason = say(code, params) || say('tanpa_penjelasan', { kode: code }) || code;
  const { betul = '' } = params;
  return betul === ''
    ? `${place} ${reason}`
    : `${place} ${reason}\n    ${say('tulis', { betul: String(betul).trim() })}`;
}
