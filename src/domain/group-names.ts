import { plain } from '../language/normal.ts';
import type { NamedGroup } from './group-chat.ts';
import type { DocumentKind } from './ports/documents.ts';

/**
 * Which group has which name: one document for each tenant, so that two officers cannot give two groups one name, nor one too
 * many. A group keeps a copy, and takes only a newer one.
 */
export interface GroupNames {
  /** Rises with every change. */
  readonly version: number;
  readonly given: readonly Given[];
}

interface Given {
  readonly group: string;
  readonly name: string;
  readonly version: number;
}

export const groupNamesKind: DocumentKind<GroupNames> = { name: 'group_names', keys: () => ({}), next: () => null };

/** More named ones are a list that no second officer reads before a yes. */
const mostNamed = 50;

/** Names as groups have them, where no document decided about them yet. */
export function namesOf(groups: readonly NamedGroup[]): GroupNames {
  const given = groups.map(({ id: group, name, version }) => ({ group, name, version }));
  return { given, version: Math.max(0, ...given.map(({ version }) => version)) };
}

type Naming = { readonly given: Given } | { readonly twin: string } | 'full';

/** Gives a group a name, or tells which group has it, or that there are too many. The same again changes nothing. */
export function giveName(
  names: GroupNames,
  { group, name, now }: { readonly group: string; readonly name: string; readonly now: number },
): { readonly doc: GroupNames | null; readonly result: Naming } {
  const others = names.given.filter((one) => one.group !== group);
  const twin = others.find((one) => plain(one.name) === plain(name));
  if (twin !== undefined) return { doc: null, result: { twin: twin.group } };
  if (others.length >= mostNamed) return { doc: null, result: 'full' };
  const before = names.given.find((one) => one.group === group);
  if (before?.name === name) return { doc: null, result: { given: before } };
  const given = { group, name, version: nextVersion(names, now) };
  return { doc: { given: [...others, given], version: given.version }, result: { given } };
}

/** Takes a group's name away; the version is for its copy. The same again changes nothing. */
export function takeName(
  names: GroupNames,
  { group, now }: { readonly group: string; readonly now: number },
): { readonly doc: GroupNames | null; readonly result: number } {
  const given = names.given.filter((one) => one.group !== group);
  if (given.length === names.given.length) return { doc: null, result: names.version };
  const version = nextVersion(names, now);
  return { doc: { given, version }, result: version };
}

function nextVersion({ version }: GroupNames, now: number): number {
  return Math.max(version + 1, now);
}
