import { normalize } from '../../language/normal.ts';
import { isRawMap } from '../raw-data.ts';
import type { RawMap } from '../raw-data.ts';
import { textAt, textsAt } from './raw-step.ts';

/** Who holds a keyword or a link: the first flow that claims it. */
export interface Starts {
  readonly words: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
}

/** The keywords and links of all flows. */
export function startsOf(flows: readonly { readonly name: string; readonly head: RawMap }[]): Starts {
  const words = new Map<string, string>();
  const links = new Map<string, string>();
  for (const { name, head } of flows) {
    const start = startOf(head);
    for (const keyword of textsAt(start, 'kata_kunci')) claim(words, wordKey(head, keyword), name);
    const link = textAt(start, 'tautan');
    if (link !== null) claim(links, linkKey(head, link), name);
  }
  return { words, links };
}

function claim(held: Map<string, string>, key: string, name: string): void {
  if (!held.has(key)) held.set(key, name);
}

/** `dimulai_oleh`, or nothing. */
export function startOf(head: RawMap): RawMap {
  const start = head['dimulai_oleh'];
  return isRawMap(start) ? start : {};
}

/** Flows for officers and flows for residents do not hear one another's words. */
export function wordKey(head: RawMap, keyword: string): string {
  return linkKey(head, normalize(keyword));
}

export function linkKey(head: RawMap, link: string): string {
  return `${textAt(head, 'untuk') ?? 'warga'} ${link}`;
}
