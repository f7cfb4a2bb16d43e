import { normalize } from '../../language/normal.ts';
import { isRawMap } from '../loading/raw-data.ts';
import type { RawMap } from '../loading/raw-data.ts';
import { textAt, textsAt } from './raw-step.ts';

/** Who holds a keyword, a link or an event: the first flow that claims it. */
export interface Starts {
  readonly words: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
}

/** The keywords, links and events of all flows. */
export function startsOf(flows: readonly { readonly name: string; readonly head: RawMap }[]): Starts {
  const words = new Map<string, string>();
  const links = new Map<string, string>();
  const events = new Map<string, string>();
  for (const { name, head } of flows) {
    const start = startOf(head);
    for (const keyword of textsAt(start, 'kata_kunci')) claim(words, wordKey(head, keyword), name);
    const link = textAt(start, 'tautan');
    if (link !== null) claim(links, linkKey(head, link), name);
    const event = textAt(start, 'peristiwa');
    if (event !== null) claim(events, event, name);
  }
  return { words, links, events };
}

function claim(held: Map<string, string>, key: string, name: string): void {
  if (!held.has(key)) held.set(key, name);
}

/** `dimulai_oleh`, or nothing. */
export function startOf(head: RawMap): RawMap {
  const start = head['dimulai_oleh'];
  return isRawMap(start) ? start : {};
}

/** Flows for officers and flows for residents do not hear one another's words. A slot is any word, whatever it is called. */
export function wordKey(head: RawMap, keyword: string): string {
  const [start = '', ...slot] = keyword.split(' <');
  return linkKey(head, normalize(start) + (slot.length > 0 ? ' <>' : ''));
}

export function linkKey(head: RawMap, link: string): string {
  return `${textAt(head, 'untuk') ?? 'warga'} ${link}`;
}
