import type { Addresses } from '../../domain/ports/addresses.ts';
import { placesOf } from '../../engine/moving/stands-in.ts';
import type { Place } from '../../engine/moving/stands-in.ts';

/** How many conversations stand at one place. */
export interface Standing extends Place {
  readonly count: number;
}

export interface StandingPage {
  readonly standing: readonly Standing[];
  /** Conversations seen on this page. */
  readonly people: number;
  /** Where the next page begins; null: this was the last. */
  readonly after: string | null;
}

/** Sessions opened at once: some 20 ms of an idle core, 40 of a busy one, so that nobody's answer waits for a count. */
const pageSize = 200;

/** Counts the conversations of one page of people by where they stand; what they said stays closed in their sessions. */
export async function countStanding(addresses: Pick<Addresses, 'talking'>, after: string): Promise<StandingPage> {
  const page = await addresses.talking({ after, limit: pageSize });
  const places = page.flatMap(({ session }) =>
    session === null ? [] : placesOf(session).map((place) => ({ ...place, count: 1 })),
  );
  const last = page.length < pageSize ? null : (page.at(-1)?.id ?? null);
  return { standing: addStanding(places), people: page.length, after: last };
}

/** The same places counted together. */
export function addStanding(all: readonly Standing[]): readonly Standing[] {
  const sums = new Map<string, Standing>();
  for (const one of all) {
    const key = [one.root, one.flow, one.at].join('/');
    sums.set(key, { ...one, count: (sums.get(key)?.count ?? 0) + one.count });
  }
  return [...sums.values()];
}
