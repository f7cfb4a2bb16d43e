import type { Catalogue } from '../catalogue.ts';
import { didYouMean } from '../check/did-you-mean.ts';
import { ANYTHING } from '../expression/kind.ts';
import type { NameKind } from '../expression/kind.ts';
import type { Build } from './build.ts';
import { fieldOf, sharedKind } from './names.ts';
import { isRawList, isRawMap } from './raw-data.ts';
import type { RawMap } from './raw-data.ts';

/** The names that a flow may use at the place that is being built, and what they mean. */
interface KnownNames extends Pick<Build, 'declare' | 'within' | 'kindOf'> {
  /** The name or field that was probably meant; empty when none is written alike. */
  readonly nearest: (name: string) => string;
}

/** No name yet but those that everybody sees; a form (`plain`) looks at nothing but its own answers and the day. */
export function createKnownNames(
  { data, plain }: { readonly data: RawMap; readonly plain?: true },
  catalogue: Catalogue,
): KnownNames {
  const declared = new Map<string, NameKind>();
  const inner: Readonly<Record<string, NameKind>>[] = [];
  const shared = (root: string): NameKind | undefined =>
    plain === true && root !== 'hari_ini' ? undefined : sharedKind(root, catalogue);
  /** A name that a later step gives: `hanya_jika: ikut kosong` may stand before the question `ikut`. */
  const later = (root: string): NameKind | undefined => (givesName(data['langkah'], root) ? ANYTHING : undefined);
  const kindOf = ([root = '', ...rest]: readonly string[]): NameKind | undefined => {
    const near = inner.findLast((names) => Object.hasOwn(names, root));
    return fieldOf(near?.[root] ?? declared.get(root) ?? shared(root) ?? later(root), rest);
  };
  return {
    kindOf,
    declare: (name, kind) => declared.set(name, kind),
    within: (names, make) => {
      inner.push(names);
      const made = make();
      inner.pop();
      return made;
    },
    nearest: (name) => {
      const [root = '', field = ''] = name.split('.');
      const fields = name.includes('.') ? kindOf([root])?.fields : undefined;
      if (fields === undefined) return didYouMean(root, [...declared.keys(), ...inner.flatMap(Object.keys)]) ?? '';
      const meant = didYouMean(field, Object.keys(fields)) ?? '';
      return meant === '' ? '' : `${root}.${meant}`;
    },
  };
}

/** The names that a block gives. */
export function givenBy({ tanya, formulir, sebagai, atur }: RawMap): readonly string[] {
  const names = [tanya, formulir, sebagai].filter((name) => typeof name === 'string');
  return isRawMap(atur) ? [...names, ...Object.keys(atur)] : names;
}

/** True when some block below gives this name: a question, `atur` or `sebagai`. */
function givesName(node: unknown, name: string): boolean {
  if (isRawList(node)) return node.some((item) => givesName(item, name));
  if (!isRawMap(node)) return false;
  if (givenBy(node).includes(name)) return true;
  return Object.values(node).some((child) => givesName(child, name));
}
