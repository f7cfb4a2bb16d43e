import type { Kind, Value } from '../value.ts';

/** What the checker knows of a value before there is one. */
export interface NameKind {
  readonly kind: Kind;
  /** All codes that the value can have (`pilihan`); absent when the codes are data. */
  readonly codes?: readonly string[];
  /** What a list holds. */
  readonly item?: NameKind;
  /** What a record holds. */
  readonly fields?: Readonly<Record<string, NameKind>>;
}

/** What a name means in a flow; undefined when nothing is called so. `pelatihan.sisa` comes as `['pelatihan', 'sisa']`. */
export type Names = (path: readonly string[]) => NameKind | undefined;

/** The value of a name in a conversation; `null` when it is unset. */
export type Scope = (path: readonly string[]) => Value;

/** A text of a flow made ready to run, or the fault in it: the sentence is `periksa.<code>`. */
export type Compiled<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Fault);

export interface Fault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const TEXT: NameKind = { kind: 'teks' };
export const NUMBER: NameKind = { kind: 'angka' };
export const YES_NO: NameKind = { kind: 'ya_tidak' };
export const ANYTHING: NameKind = { kind: 'apa_saja' };

/** What a code stands for can be compared with a code: a picked row, a record, a text, or what nobody knows yet. */
function hasCode(kind: Kind): boolean {
  return kind === 'pilihan' || kind === 'catatan' || kind === 'teks';
}

/** True when a value of one kind can equal a value of the other. A day and an instant compare by the instant's day. */
export function canEqual(a: Kind, b: Kind): boolean {
  if (a === 'apa_saja' || b === 'apa_saja') return true;
  if (a === 'daftar' || b === 'daftar') return false;
  return a === b || (hasCode(a) && hasCode(b)) || (isDay(a) && isDay(b));
}

/** True when a value of one kind can come before a value of the other. */
export function canOrder(a: Kind, b: Kind): boolean {
  if (a === 'apa_saja') return b === 'apa_saja' || ORDERED.has(b);
  if (b === 'apa_saja') return ORDERED.has(a);
  return ORDERED.has(a) && canEqual(a, b);
}

const ORDERED: ReadonlySet<Kind> = new Set(['angka', 'tanggal', 'waktu', 'saat', 'durasi']);

function isDay(kind: Kind): boolean {
  return kind === 'tanggal' || kind === 'saat';
}
