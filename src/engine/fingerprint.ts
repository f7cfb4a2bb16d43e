import type { Scope } from './expression/kind.ts';
import { packValue } from './pack-value.ts';
import { isList } from './value.ts';
import type { Fields, Value } from './value.ts';

/** FNV-1a in 32 bits, written in base 36: short enough to stand beside every answer. Not for secrets. */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** Two of them over different starts: for names of flow versions, where 32 bits would meet too soon. */
export function hashFile(text: string): string {
  return hashText(text) + hashText(`${text.length}:${text}`);
}

/**
 * What the mentioned answers are now, as one short word; '' when nothing is mentioned. A picked row counts by its code,
 * so that a row whose numbers changed meanwhile is still the same answer.
 */
export function fingerprint(mentions: readonly (readonly string[])[], scope: Scope): string {
  if (mentions.length === 0) return '';
  return hashText(JSON.stringify(mentions.map((path) => identify(scope, path))));
}

/** The same of arguments that were worked out. */
export function fingerprintOf(args: Fields): string {
  return hashText(JSON.stringify(Object.entries(args).map(([name, value]) => [name, identityOf(value)])));
}

function identify(scope: Scope, path: readonly string[]): unknown {
  for (let length = 1; length < path.length; length += 1) {
    const value = scope(path.slice(0, length));
    if (isPicked(value)) return value.code;
  }
  return identityOf(scope(path));
}

/** What makes two values the same answer. */
function identityOf(value: Value): unknown {
  if (isPicked(value)) return value.code;
  return isList(value) ? value.map(identityOf) : packValue(value);
}

function isPicked(value: Value): value is Extract<Value, { readonly code: string }> {
  return typeof value === 'object' && value !== null && 'code' in value && value.code !== '';
}
