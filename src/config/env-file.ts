import { secretNames, settingNames } from './config.ts';
import type { SettingFault } from './config.ts';
import { fileSetting } from './secret-files.ts';

type EnvFile =
  | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly faults: readonly SettingFault[] };

const linePattern = /^(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/u;

/**
 * Reads the text of a `.env` file: `NAME=value`, `NAME="value"`, comments with `#`, blank lines.
 * A line that is none of these, an unclosed quote, and a name one slip away from a known one are faults with their
 * line, because a setting that is silently ignored is found only when it hurts.
 */
export function parseEnvFile(text: string): EnvFile {
  const values: Record<string, string> = {};
  const faults: SettingFault[] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const found = linePattern.exec(line);
    const name = found?.[1] ?? '';
    const value = found === null ? null : unquote(found[2] ?? '');
    if (value === null) {
      faults.push({ name: name || '.env', code: 'baris', hint: String(index + 1) });
      continue;
    }
    const meant = nearName(name);
    if (meant !== null) faults.push({ name, code: 'mirip', hint: meant });
    values[name] = value;
  }
  return faults.length === 0 ? { ok: true, values } : { ok: false, faults };
}

/** The value without its quotes or its trailing comment; null when a quote is not closed. */
function unquote(text: string): string | null {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1);
    return end === -1 ? null : text.slice(1, end);
  }
  return text.replace(/\s+#.*$/u, '').trim();
}

const knownNames = [...settingNames, ...secretNames.map(fileSetting)];

/** A known setting that an unknown name is one slip away from, else null. */
function nearName(name: string): string | null {
  if (knownNames.includes(name)) return null;
  return knownNames.find((known) => isOneSlipAway(name.toUpperCase(), known)) ?? null;
}

/** One letter more, less, other, or two swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  const swapped = a.slice(0, start) + (a[start + 1] ?? '') + (a[start] ?? '') + a.slice(start + 2);
  return (
    a.slice(start + 1) === b.slice(start) ||
    a.slice(start) === b.slice(start + 1) ||
    a.slice(start + 1) === b.slice(start + 1) ||
    swapped === b
  );
}
