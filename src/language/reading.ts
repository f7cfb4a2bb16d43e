/**
 * What a reader made of a text. Readers never throw and never guess silently:
 * - `value`: understood. `sure` is `clear` when a careful person would not ask back, `likely` when the service
 *   should repeat what it understood ("Maksud Bapak/Ibu 3 Desember 2026?").
 * - `several`: more than one meaning fits; the candidates are worth showing.
 * - `none`: not an answer of this kind; `why` is a stable code (`empty`, `question`, `too_long`, `unclear` ...).
 */
export type Reading<Value> =
  | { readonly type: 'value'; readonly value: Value; readonly sure: Sureness; readonly warn?: readonly string[] }
  | { readonly type: 'several'; readonly candidates: readonly Value[] }
  | { readonly type: 'none'; readonly why: string };

type Sureness = 'clear' | 'likely';

/** A reading that needs no question back. */
export function clear<Value>(value: Value, warn?: readonly string[]): Reading<Value> {
  return warn === undefined || warn.length === 0
    ? { type: 'value', value, sure: 'clear' }
    : { type: 'value', value, sure: 'clear', warn };
}

/** A reading that the service should repeat to the person before it builds on it. */
export function likely<Value>(value: Value): Reading<Value> {
  return { type: 'value', value, sure: 'likely' };
}

/** Nothing of this kind was said; `why` is a stable code for the caller, never shown to a person. */
export function none<Value>(why: string): Reading<Value> {
  return { type: 'none', why };
}

/** More than one meaning fits: one candidate is a value to repeat, none of them is `unclear`. */
export function several<Value>(candidates: readonly Value[]): Reading<Value> {
  const [only] = candidates;
  if (only === undefined) return none('unclear');
  return candidates.length === 1 ? likely(only) : { type: 'several', candidates };
}
