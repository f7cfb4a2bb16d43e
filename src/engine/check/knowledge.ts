/**
 * What is certain when the conversation arrives at a step, on whatever path: names that are set (`nama`,
 * `izin.nomor`), and names that are set if some statements hold (asked only then).
 */
export interface Knowledge {
  readonly set: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, Rule>;
}

/** "If all of these statements hold, the name is set." */
export interface Rule {
  readonly name: string;
  readonly statements: readonly string[];
  /** Names that the statements look at; when one is answered anew, the rule is forgotten. */
  readonly about: ReadonlySet<string>;
}

/** Agreed to what a consent question asks; stands among the names. */
export const CONSENT = '(setuju)';

export const NOTHING_KNOWN: Knowledge = { set: new Set(), rules: new Map() };

/** What is certain on both of two paths: `a` itself when all of it is certain on the other, too. */
export function onBoth(a: Knowledge, b: Knowledge): Knowledge {
  if (holdsAll(b.set, a.set) && holdsAll(b.rules, a.rules)) return a;
  const set = new Set([...a.set].filter((name) => b.set.has(name)));
  const rules = new Map([...a.rules].filter(([key]) => b.rules.has(key)));
  return { set, rules };
}

function holdsAll(keys: Pick<ReadonlySet<string>, 'has'>, wanted: Pick<ReadonlySet<string>, 'keys'>): boolean {
  for (const key of wanted.keys()) if (!keys.has(key)) return false;
  return true;
}

/** These names are set from here on. */
export function withSet(known: Knowledge, names: readonly string[]): Knowledge {
  if (names.every((name) => known.set.has(name))) return known;
  return { ...known, set: new Set([...known.set, ...names]) };
}

/** These rules hold from here on; the same rule twice is one. */
export function withRules(known: Knowledge, rules: readonly Rule[]): Knowledge {
  if (rules.length === 0) return known;
  return { ...known, rules: new Map([...known.rules, ...rules.map((rule) => [keyOf(rule), rule] as const)]) };
}

/** Forgets a name and all that was known by way of it, because it is answered anew or left unanswered. */
export function without(known: Knowledge, name: string): Knowledge {
  const set = new Set([...known.set].filter((one) => one !== name && !one.startsWith(`${name}.`)));
  if (known.rules.size === 0) return { set, rules: known.rules };
  return { set, rules: new Map([...known.rules].filter(([, rule]) => !rule.about.has(name) && rule.name !== name)) };
}

/** True when the name is set on every path on which these statements hold. */
export function isSet({ set, rules }: Knowledge, name: string, statements: ReadonlySet<string>): boolean {
  if (set.has(name)) return true;
  for (const rule of rules.values()) {
    if (rule.name === name && rule.statements.every((one) => statements.has(one))) return true;
  }
  return false;
}

function keyOf({ name, statements }: Rule): string {
  return `${statements.join('\u0000')}\u0001${name}`;
}
