/** What the walk knows where it stands. */
export interface Known {
  /** Names whose values are followed: a code, `OTHER` or `SOME`. One that is not in it is unset, if it is followed. */
  readonly values: ReadonlyMap<string, string>;
  /** Statements that were found to hold, or not to, on the way. */
  readonly said: ReadonlyMap<string, boolean>;
  /** Names that are followed from the beginning; of all others nothing is known. */
  readonly followed: ReadonlySet<string>;
}

/** A code that no condition of the flow mentions. */
export const OTHER = '*';
/** Set, nobody knows to what. */
export const SOME = '?';
/** Nobody knows whether it is set. */
export const ANY = '??';

/** The value of a name: null when it is unset, undefined when nothing is known of it. */
export function valueOf({ values, followed }: Known, name: string): string | null | undefined {
  if (!followed.has(name)) return undefined;
  const value = values.get(name);
  return value === ANY ? undefined : (value ?? null);
}

/** The name has this value from here on (null: none); what was said of the former one is forgotten. */
export function assign(known: Known, name: string, value: string | null, about: About): Known {
  const values = new Map(known.values);
  if (value === null) values.delete(name);
  else values.set(name, value);
  return forget({ ...known, values }, new Set([name]), about);
}

/** Which names a statement looks at. */
export type About = (statement: string) => readonly string[];

/** Forgets all that was said of these names. */
export function forget(known: Known, names: ReadonlySet<string>, about: About): Known {
  if (known.said.size === 0) return known;
  const said = [...known.said].filter(([statement]) => !about(statement).some((name) => names.has(name)));
  return said.length === known.said.size ? known : { ...known, said: new Map(said) };
}

/** Only what some condition further on still asks for. */
export function keepLive(known: Known, live: ReadonlySet<string>): Known {
  if (known.values.size === 0 && known.said.size === 0) return known;
  const values = [...known.values].filter(([name]) => live.has(name));
  const said = [...known.said].filter(([statement]) => live.has(statement));
  const same = values.length === known.values.size && said.length === known.said.size;
  return same ? known : { ...known, values: new Map(values), said: new Map(said) };
}

/** The same text for the same knowledge. */
export function signOf({ values, said }: Known): string {
  if (values.size === 0 && said.size === 0) return '';
  const parts = [...values, ...said].map(([name, value]) => `${name}\u0000${String(value)}`);
  return parts.toSorted().join('\u0001');
}
