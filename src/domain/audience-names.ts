import { slipsBetween } from '../language/near.ts';
import { plain } from '../language/normal.ts';
import type { Named } from './contact.ts';

/** Everything that a sentence about an audience may name. */
export interface Directory {
  readonly programmes: readonly DirectoryProgramme[];
  readonly tracks: readonly Named[];
  /** Groups and channels, by what officers call them. */
  readonly groups: readonly Named[];
  readonly districts: readonly Named[];
  /** Their codes begin with the code of their district (Kemendagri: `19.03.01.1001` lies in `19.03.01`). */
  readonly villages: readonly Named[];
}

interface DirectoryProgramme extends Named {
  readonly batches: readonly { readonly id: string; readonly number: number }[];
}

/** The words of a name as sentences are compared: lower case, without punctuation. */
export function nameWords(name: string): readonly string[] {
  return plain(name)
    .split(' ')
    .filter((word) => word !== '');
}

/** Names offered in place of one that nobody has. */
const mostOffered = 3;
/** Where nothing is near, so many of all names are shown. */
const mostListed = 8;

/** What somebody may have meant by `typed`: the nearest names, or the first few of all of them when none is near. */
export function namesLike(typed: string, names: readonly Named[]): readonly string[] {
  const meant = plain(typed);
  const most = Math.max(1, Math.floor(meant.length / 3));
  const near = names
    .map(({ name }) => ({ name, slips: slipsTo(meant, plain(name), most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, mostOffered);
  return (near.length > 0 ? near : names.slice(0, mostListed)).map(({ name }) => name);
}

/** A part of a name that was left out is no slip. */
function slipsTo(typed: string, name: string, most: number): number {
  if (typed.length >= leastPart && name.split(' ').includes(typed)) return 1;
  return slipsBetween(typed, name, most);
}

/** A shorter part of a name says nothing. */
const leastPart = 4;
