import { isAimedAt, isMeant, isNews, participants } from '../domain/audience.ts';
import type { Audience } from '../domain/audience.ts';
import { pushAddress } from '../domain/contact.ts';
import type { Contact } from '../domain/contact.ts';
import type { Standing } from '../domain/ports/addresses.ts';
import type { Out } from '../engine/turn.ts';
import type { ChannelFacts, Office } from './office.ts';
import { scanAll } from './read-all.ts';

/** Contacts read at once of a batch; its entries are bounded by its document. */
const contactsAtOnce = 100;

/** The people whom an audience means, in pages by contact id; never all in memory. */
export async function* readAudience(office: Office, audience: Audience): AsyncGenerator<readonly Contact[]> {
  for await (const page of readAimed(office, audience)) {
    yield isNews(audience) ? page.filter((contact) => isMeant(audience, contact)) : page;
  }
}

/** With those who never agreed to be told news. */
async function* readAimed(office: Office, audience: Audience): AsyncGenerator<readonly Contact[]> {
  if (isNews(audience)) {
    for await (const page of scanAll(office.contacts)) {
      yield page.map(({ doc }) => doc).filter((contact) => isAimedAt(audience, contact));
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
  return refusalOf(audience, contact) === null;
}

/** Why a person gets nothing; the words stand in the locale under `layanan.sebab`. Codes of deliveries are the same words. */
export type Obstacle = Refused | 'no_consent' | 'dead' | 'never_wrote' | 'silent' | 'no_template';
type Refused = 'stopped' | 'muted' | 'absent';

function refusalOf(audience: Audience, contact: Contact): Refused | null {
  if (contact.stopped) return 'stopped';
  if (isNews(audience) && contact.muted.includes('kabar')) return 'muted';
  return pushAddress(contact) === null ? 'absent' : null;
}

/** Whom an announcement reaches now, by account, and why not the rest. */
export interface Reached {
  readonly people: number;
  readonly accounts: Readonly<Record<string, Share>>;
  readonly rest: Readonly<Partial<Record<Obstacle, number>>>;
}

/** People reached through one account, and how many of them its caps count. */
export interface Share {
  readonly people: number;
  readonly counted: number;
}

/**
 * Asks everybody whom an audience is aimed at, as the sending itself will. `content`: as people get it, for platforms that
 * take only approved words; null: it is not written yet, and nobody is left out because of it.
 */
export async function countAudience(office: Office, audience: Audience, content: Out | null): Promise<Reached> {
  const now = office.clock.now();
  const accounts: Record<string, Share> = {};
  const rest: Partial<Record<Obstacle, number>> = {};
  let people = 0;
  for await (const page of readAimed(office, audience)) {
    const addresses = page.flatMap((contact) => pushAddress(contact)?.address ?? []);
    const standings = await office.addresses.standings(addresses);
    for (const contact of page) {
      const refused = isNews(audience) && !isMeant(audience, contact) ? 'no_consent' : refusalOf(audience, contact);
      const reach = pushAddress(contact);
      const found =
        refused ??
        (reach === null
          ? 'absent'
          : judge(office.channelOf(reach.account), standings.get(reach.address), content, now));
      if (typeof found === 'string') rest[found] = (rest[found] ?? 0) + 1;
      else if (reach !== null) {
        people += 1;
        const { people: reached, counted } = accounts[reach.account] ?? { people: 0, counted: 0 };
        accounts[reach.account] = { people: reached + 1, counted: counted + Number(found.isCounted) };
      }
    }
  }
  return { people, accounts, rest };
}

function judge(
  { caps, window }: ChannelFacts,
  { heardAt, dead }: Standing = { heardAt: null, dead: false },
  content: Out | null,
  now: number,
): Obstacle | { readonly isCounted: boolean } {
  if (dead) return 'dead';
  const silentMs = heardAt === null ? Infinity : now - heardAt;
  if (caps?.counted === 'pushes') {
    if (heardAt === null) return 'never_wrote';
    return silentMs > (caps.heardWithinMs ?? Infinity) ? 'silent' : { isCounted: true };
  }
  const needsForm = window !== undefined && silentMs >= window.forMs;
  if (needsForm && content !== null && window.approve(content) === null) return 'no_template';
  return { isCounted: needsForm };
}
