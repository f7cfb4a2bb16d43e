import { isMeant, participants } from '../domain/audience.ts';
import type { Audience } from '../domain/audience.ts';
import type { Contact } from '../domain/contact.ts';
import type { Office } from './office.ts';
import { scanAll } from './read-all.ts';

/** Contacts read at once of a batch; its entries are bounded by its document. */
const contactsAtOnce = 100;

/** The people whom an audience means, in pages by contact id; never all in memory. */
export async function* readAudience(office: Office, audience: Audience): AsyncGenerator<readonly Contact[]> {
  if (audience.type !== 'gelombang') {
    for await (const page of scanAll(office.contacts)) {
      yield page.map(({ doc }) => doc).filter((contact) => isMeant(audience, contact));
    }
    return;
  }
  const batch = await office.batches.read(audience.batch);
  const ids = batch === null ? [] : participants(batch, audience.status);
  for (let from = 0; from < ids.length; from += contactsAtOnce) {
    const read = ids.slice(from, from + contactsAtOnce).map((id) => office.contacts.read(id));
    yield (await Promise.all(read)).filter((contact) => contact !== null);
  }
}

/** Who of an audience gets a message now: not those who said STOP or muted news, nor those without an address. */
export function isReachable(audience: Audience, contact: Contact): boolean {
  const muted = audience.type !== 'gelombang' && contact.muted.includes('kabar');
  return !contact.stopped && !muted && contact.addresses.length > 0;
}

export interface Head {
  readonly people: number;
  readonly unreachable: number;
  /** By kind of channel. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** How many an audience would reach now, by the channel that each is reached on. */
export async function countAudience(office: Office, audience: Audience): Promise<Head> {
  const kinds: Record<string, number> = {};
  let people = 0;
  let unreachable = 0;
  for await (const page of readAudience(office, audience)) {
    for (const contact of page) {
      const reach = contact.addresses.at(-1);
      if (reach === undefined || !isReachable(audience, contact)) {
        unreachable += 1;
        continue;
      }
      people += 1;
      const { kind } = office.channelOf(reach.account);
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
  }
  return { people, unreachable, kinds };
}
