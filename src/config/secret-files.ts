import { readFileSync } from 'node:fs';

import { secretNames } from './config.ts';
import type { SettingFault } from './config.ts';

type Secrets =
  | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly faults: readonly SettingFault[] };

/** The name under which a secret's file is given. */
export function fileSetting(name: string): string {
  return `${name}_FILE`;
}

/**
 * Puts in what stands in the files that `<NAME>_FILE` names, as containers hand secrets in. Both given, a file that cannot
 * be read and an empty one are faults; neither the name of a file nor what is in it is told, for they are easily mixed up.
 */
export function withSecretFiles(given: Readonly<Record<string, string>>): Secrets {
  const values: Record<string, string> = { ...given };
  const faults: SettingFault[] = [];
  for (const name of secretNames) {
    const file = given[fileSetting(name)]?.trim() ?? '';
    if (file === '') continue;
    const isTwice = (given[name]?.trim() ?? '') !== '';
    const secret = isTwice ? null : readSecret(file);
    if (isTwice) faults.push({ name, code: 'rahasia_dua', hint: '' });
    else if (secret === null) faults.push({ name, code: 'rahasia_tak_terbaca', hint: '' });
    else if (secret === '') faults.push({ name, code: 'rahasia_kosong', hint: '' });
    else values[name] = secret;
  }
  return faults.length === 0 ? { ok: true, values } : { ok: false, faults };
}

/** Without the line's end that most editors add; null: it cannot be read. */
function readSecret(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}
