import type { Addresses } from '../../domain/ports/addresses.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { versionsOf } from '../../engine/moving/stands-in.ts';
import { lookThroughAll, opened } from '../read-all.ts';
import type { FlowLibrary } from './flow-library.ts';

interface LettingGo {
  readonly library: FlowLibrary;
  readonly addresses: Pick<Addresses, 'talking'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Reading every open conversation takes a second or two; versions cost a few kilobytes each. */
const everyMs = 6 * 3_600_000;
/** Nobody who publishes takes a day from writing the texts to naming them. */
const youngMs = 24 * 3_600_000;
const pageSize = 500;

/** Removes, now and then, versions in which nobody stands and that no publication that is remembered names. */
export function createLetGoOfFlows({ library, addresses, clock, log }: LettingGo): () => Promise<void> {
  let lastAt = clock.now();
  return async () => {
    if (clock.now() - lastAt < everyMs) return;
    lastAt = clock.now();
    const old: string[] = [];
    for await (const page of lookThroughAll(library.kept)) {
      old.push(...opened(page).flatMap(({ version, at }) => (at < clock.now() - youngMs ? [version] : [])));
    }
    if (old.length === 0) return;
    const needed = await findNeeded({ library, addresses });
    const unneeded = old.filter((version) => !needed.has(version));
    for (const version of unneeded) await library.kept.remove(version);
    if (unneeded.length > 0) log('flows let go of', { versions: unneeded.length });
  };
}

/** With all that they run. */
async function findNeeded({ library, addresses }: Pick<LettingGo, 'library' | 'addresses'>): Promise<Set<string>> {
  const named = new Set((await library.ledger())?.publications.flatMap(({ versions }) => versions));
  for (let after: string | null = ''; after !== null;) {
    const page = await addresses.talking({ after, limit: pageSize });
    for (const { session } of page) {
      for (const version of session === null ? [] : versionsOf(session)) named.add(version);
    }
    after = page.length < pageSize ? null : (page.at(-1)?.id ?? null);
  }
  return new Set((await library.read(named)).map(({ version }) => version));
}
