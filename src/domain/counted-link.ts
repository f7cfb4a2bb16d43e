import type { DocumentKind } from './ports/documents.ts';
import { smallestGroup } from './survey.ts';

/**
 * A link of one announcement whose taps are counted, kept under its code. This is all that is ever written down: how often, for
 * everybody together. Who tapped, when, from where and with what is in none of it, so it can be told to nobody.
 */
export interface CountedLink {
  readonly announcement: string;
  /** Where it leads: as the officer wrote it, and nowhere else. */
  readonly url: string;
  /** It leads nowhere from then on. */
  readonly until: number;
  /** Messages with it that a platform took. */
  readonly carried: number;
  readonly taps: number;
  /** The last sums that were added: one whose answer was lost is not added twice. */
  readonly added: readonly string[];
}

/** How often since the last sum. */
export type LinkCounts = Pick<CountedLink, 'carried' | 'taps'>;

export const countedLinkKind: DocumentKind<CountedLink> = {
  name: 'counted-links',
  keys: ({ announcement }) => ({ announcement }),
  next: () => null,
};

/**
 * A link works for so long after its announcement began: as long as what was sent is remembered. A redirect is a promise that the
 * office keeps for a page of somebody else's, and nobody looks after one of last year.
 */
export const linkLifeMs = 90 * 24 * 60 * 60_000;

/** Nobody reads a message with more, and each is looked for in every message; further ones go as they are. */
const mostLinks = 5;

/** Longer than any link that a person is meant to tap. */
const longestUrl = 2000;

const linkForm = /https:\/\/[^\s<>"]+/giu;

/** What ends the sentence and not the link, or makes it bold. */
const sentenceEnd = /[.,;:!?'’”*]+$/u;

/** The text with each link in it put through `change`; everything else as it was. */
export function mapLinks(text: string, change: (url: string) => string): string {
  return text.replaceAll(linkForm, (found) => {
    const url = trim(found);
    return change(url) + found.slice(url.length);
  });
}

/** The links of a text that can be counted, each once; those below `own`, the service's address, are none. */
export function linksIn(text: string, own: string): readonly string[] {
  const found = new Set<string>();
  mapLinks(text, (url) => {
    if (isCountable(url) && !url.startsWith(own)) found.add(url);
    return url;
  });
  return [...found].slice(0, mostLinks);
}

/** A bracket belongs to a link only together with its other half. */
function trim(found: string): string {
  const url = found.replace(sentenceEnd, '');
  const closes = url.endsWith(')') && !url.includes('(');
  return closes ? trim(url.slice(0, -1)) : url;
}

/** Somewhere on the web, without the name and password that make a link look like another one. */
function isCountable(url: string): boolean {
  if (url.length > longestUrl || !URL.canParse(url)) return false;
  const { protocol, username, password, hostname } = new URL(url);
  return protocol === 'https:' && username + password === '' && hostname.includes('.');
}

/** Adds a sum, once by its id. */
export function addToLink(link: CountedLink, sum: LinkCounts & { readonly id: string }): CountedLink {
  if (link.added.includes(sum.id)) return link;
  return {
    ...link,
    carried: link.carried + sum.carried,
    taps: link.taps + sum.taps,
    added: [...link.added, sum.id].slice(-rememberedSums),
  };
}

/** More than there are processes: each adds one sum a second, and asks again a second later when it was not answered. */
const rememberedSums = 20;

/** Whether so many people got it that its count is about none of them alone. */
export function mayShow({ carried }: Pick<CountedLink, 'carried'>): boolean {
  return carried >= smallestGroup;
}
