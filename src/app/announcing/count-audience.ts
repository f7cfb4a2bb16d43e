import { aimOf, asksMore, peopleIn, segmentsOf, unopened } from '../../domain/audience.ts';
import type { Audience } from '../../domain/audience.ts';
import type { Contact } from '../../domain/contact.ts';
import type { Standing } from '../../domain/ports/addresses.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import type { Found } from '../../domain/ports/documents.ts';
import { isSealed } from '../../domain/ports/store-trouble.ts';
import { readSketch, toRecipient } from '../../domain/recipient.ts';
import type { Recipient } from '../../domain/recipient.ts';
import type { Out } from '../../engine/turn.ts';
import { localParts } from '../../language/calendar.ts';
import { readMembers } from '../audiences/read-members.ts';
import type { ChannelFacts, Office } from '../office.ts';
import { lookThroughAll, sketchAll } from '../read-all.ts';

/** Contacts read at once by their ids. */
const contactsAtOnce = 100;

/** A person whom an audience is aimed at. */
export interface Aimed {
  readonly person: Recipient;
  /** They are told news, not about a class of theirs: only with their consent. */
  readonly isNews: boolean;
  /** What is known of them does not open: perhaps they are not meant, and nobody can tell where they are. */
  readonly isUnopened?: true;
}

interface Known extends Pick<Aimed, 'person' | 'isUnopened'> {
  /** What an audience may ask about them. */
  readonly known: Parameters<typeof aimOf>[1];
}

/**
 * The people whom an audience is aimed at, in pages by contact id, each once; never all in memory. With those who never
 * agreed to be told news. `isNamed`: their names are needed, too. A contact is opened only when it must be; one that does not
 * open keeps nobody else from being told.
 */
export async function* readAudience(
  office: Office,
  audience: Audience,
  { isNamed = false } = {},
): AsyncGenerator<readonly Aimed[]> {
  const segments = peopleIn(segmentsOf(audience));
  const { isIn, everyone } = await readMembers(office, segments);
  const { date: today } = localParts(office.clock.now(), office.tenant.zone);
  const isOpened = isNamed || asksMore(segments);
  const anybody = isOpened ? readContacts(office) : readSketches(office);
  let sealed = 0;
  for await (const page of everyone === null ? anybody : readThese(office, everyone)) {
    // Each by its name: `...rest` makes objects on Node 20 that only a full collection frees.
    const aimed = page.flatMap(({ person, known, isUnopened }): readonly Aimed[] => {
      if (isUnopened) return [{ person, isNews: false, isUnopened }];
      const aim = aimOf(segments, known, { isIn, today });
      return aim === null ? [] : [{ person, isNews: aim === 'news' }];
    });
    sealed += aimed.filter(({ isUnopened }) => isUnopened).length;
    yield audience.type === 'ulang' ? await whoseOutcome(office, audience, aimed) : aimed;
  }
  if (sealed > 0) office.log('does not open', { place: 'document.contacts', documents: sealed });
}

async function* readContacts({ contacts }: Office): AsyncGenerator<readonly Known[]> {
  for await (const page of lookThroughAll(contacts)) yield page.map(open);
}

async function* readSketches({ contacts }: Office): AsyncGenerator<readonly Known[]> {
  for await (const page of sketchAll(contacts))
    yield page.map((one) =>
      'sketch' in one ? { person: readSketch(one.id, one.sketch), known: unopened(one.id) } : open(one),
    );
}

async function* readThese({ contacts }: Office, ids: readonly string[]): AsyncGenerator<readonly Known[]> {
  for (let from = 0; from < ids.length; from += contactsAtOnce) {
    const read = ids.slice(from, from + contactsAtOnce).map((id) => find(contacts, id));
    yield (await Promise.all(read)).filter((found) => found !== null).map(open);
  }
}

async function find(contacts: Office['contacts'], id: string): Promise<Found<Contact> | null> {
  try {
    const doc = await contacts.read(id);
    return doc && { id, doc };
  } catch (error) {
    if (isSealed(error)) return { id, unopened: true };
    throw error;
  }
}

function open(found: Found<Contact>): Known {
  if ('doc' in found) return { person: toRecipient(found.doc), known: found.doc };
  const { id } = found;
  const person = { id, stopped: false, reach: null, agrees: false, muted: false, name: null };
  return { person, known: unopened(id), isUnopened: true };
}

/** Those of whom the announcement's row ended so. */
async function whoseOutcome(
  { deliveries }: Office,
  { announcement, outcome }: Extract<Audience, { readonly type: 'ulang' }>,
  aimed: readonly Aimed[],
): Promise<readonly Aimed[]> {
  const rows = await Promise.all(aimed.map(({ person }) => deliveries.read(rowId(announcement, person.id))));
  return aimed.filter((_, index) => rows[index]?.state === outcome);
}

/** The row of a person in an announcement. */
export function rowId(announcement: string, contact: string): string {
  return `${announcement}.${contact}`;
}

/** Whose it is. */
export function contactOfRow({ id, source }: Pick<NewDelivery, 'id' | 'source'>): string {
  return id.slice(source.length + 1);
}

/** Who of an audience gets a message now: not those who said STOP, who refused news, nor those without an address. */
export function isReachable(aimed: Aimed): boolean {
  return refusalOf(aimed) === null;
}

/** Why a person gets nothing; the words stand in the locale under `layanan.sebab`. Codes of deliveries are the same words. */
type Obstacle = Refused | 'dead' | 'never_wrote' | 'silent' | 'no_template';
type Refused = 'unopened' | 'stopped' | 'muted' | 'absent' | 'no_consent';

function refusalOf({ person, isNews, isUnopened }: Aimed): Refused | null {
  if (isUnopened) return 'unopened';
  if (isNews && !person.agrees) return 'no_consent';
  if (person.stopped) return 'stopped';
  if (isNews && person.muted) return 'muted';
  return person.reach === null ? 'absent' : null;
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
 * Asks everybody whom an audience is aimed at, as the sending itself will. `compose`: as people on a kind of channel get it, for
 * platforms that take only approved words; null: it is not written yet, and nobody is left out because of it.
 */
export async function countAudience(office: Office, audience: Audience, compose: Compose | null): Promise<Reached> {
  const now = office.clock.now();
  const accounts: Record<string, Share> = {};
  const rest: Partial<Record<Obstacle, number>> = {};
  let people = 0;
  for await (const page of readAudience(office, audience)) {
    const addresses = page.flatMap(({ person }) => person.reach?.address ?? []);
    const standings = await office.addresses.standings(addresses);
    for (const aimed of page) {
      const refused = refusalOf(aimed);
      const { reach } = aimed.person;
      const found =
        refused ??
        (reach === null
          ? 'absent'
          : judge(office.channelOf(reach.account), standings.get(reach.address), compose, now));
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

type Compose = (kind: string) => Out;

function judge(
  { kind, caps, window }: ChannelFacts,
  { heardAt, dead }: Standing = { heardAt: null, dead: false },
  compose: Compose | null,
  now: number,
): Obstacle | { readonly isCounted: boolean } {
  if (dead) return 'dead';
  const silentMs = heardAt === null ? Infinity : now - heardAt;
  if (caps?.counted === 'pushes') {
    if (heardAt === null) return 'never_wrote';
    return silentMs > (caps.heardWithinMs ?? Infinity) ? 'silent' : { isCounted: true };
  }
  const needsForm = window !== undefined && silentMs >= window.forMs;
  if (needsForm && compose !== null && window.approve(compose(kind)) === null) return 'no_template';
  return { isCounted: needsForm };
}
