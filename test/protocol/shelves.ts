import type { Announcement } from '../../src/domain/announcement.ts';
import type { Batch, Entry } from '../../src/domain/batch.ts';
import type { CapLedger } from '../../src/domain/caps.ts';
import { createContact } from '../../src/domain/contact.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { CountedLink } from '../../src/domain/counted-link.ts';
import type { GroupChat } from '../../src/domain/group-chat.ts';
import type { GroupNames } from '../../src/domain/group-names.ts';
import type { Officer } from '../../src/domain/officer.ts';
import type { DocumentKind, Documents } from '../../src/domain/ports/documents.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { Tenant } from '../../src/domain/tenant.ts';
import type { Wire } from './immediate.ts';
import { createShelf, lay, overWireDocuments } from './memory-documents.ts';
import type { Shelf } from './memory-documents.ts';
import { account } from './platform.ts';

/** What the office keeps in this world, by the name of its kind. */
export interface Shelves {
  readonly batches: Shelf<Batch>;
  readonly announcements: Shelf<Announcement>;
  readonly contacts: Shelf<Contact>;
  readonly officers: Shelf<Officer>;
  readonly audit: Shelf<unknown>;
  readonly caps: Shelf<CapLedger>;
  readonly groups: Shelf<GroupChat>;
  readonly group_names: Shelf<GroupNames>;
  readonly 'counted-links': Shelf<CountedLink>;
}

/** Who watches what is written there. */
export interface Watchers {
  readonly batch: Shelf<Batch>['watch'];
  readonly announcement: Shelf<Announcement>['watch'];
}

/** The batch that people take and leave, and a class that moves, in which everybody sits. */
export const batchId = 'batch';
export const classId = 'class';
/** An announcement that only ever is paused, resumed and cancelled, while rows of it come and go. */
export const announcementId = 'news';
/** Who writes announcements, and who agrees to them. */
export const authorId = 'author';

export const tenant: Tenant = {
  id: 'uji',
  name: 'Uji',
  office: 'Dinas',
  region: '19.03',
  zone: 'Asia/Jakarta',
  emergency: [],
  privacyUrl: '',
  hours: '',
  retention: { profileYears: 2, proofYears: 5 },
};

const dayMs = 24 * 60 * 60_000;

/** `classAt`: when the class begins that moves. */
export function createShelves(now: number, classAt: number, people: readonly string[], watch: Watchers): Shelves {
  const shelves: Shelves = {
    batches: createShelf(watch.batch),
    announcements: createShelf(watch.announcement),
    contacts: createShelf(),
    officers: createShelf(),
    audit: createShelf(),
    caps: createShelf(),
    groups: createShelf(),
    group_names: createShelf(),
    'counted-links': createShelf(),
  };
  lay(shelves.announcements, announcementId, {
    id: announcementId,
    state: 'running',
    run: 0,
    lookAt: null,
  } as Announcement);
  const entries = people.map<Entry>((contact, index) => ({
    contact,
    state: 'seat',
    n: index + 1,
    version: 1,
    by: 'before',
    outBy: null,
    until: null,
  }));
  lay(shelves.batches, batchId, smallBatch(batchId, now + 30 * dayMs, []));
  lay(shelves.batches, classId, smallBatch(classId, classAt, entries));
  people.forEach((id, index) => lay(shelves.contacts, id, meetPerson(id, now, index % 2 === 0)));
  const right = { tenant: tenant.id, name: '', account, address: `${account}.nobody` };
  lay(shelves.officers, authorId, { ...right, id: authorId, rights: ['membuat_pengumuman'] });
  return shelves;
}

/** Everybody is known, and agreed to be told news; some to their taps being counted. */
function meetPerson(id: string, at: number, isCounted: boolean): Contact {
  const yes = { id: 'before', version: '1', text: '', words: 'ya', agreed: true, at, address: id };
  return {
    ...createContact(id, tenant.id, '2026-11-01'),
    addresses: [{ address: id, account }],
    consents: [
      { ...yes, purpose: 'kabar' },
      { ...yes, purpose: 'pengingat' },
      ...(isCounted ? [{ ...yes, purpose: 'ketukan' } as const] : []),
    ],
  };
}

/** Two seats, one class. */
function smallBatch(id: string, startsAt: number, entries: readonly Entry[]): Batch {
  const meeting = { id: '1', sv: 1, startsAt, endsAt: startsAt + 1, zone: tenant.zone, place: 'A', map: '', bring: '' };
  return {
    id,
    tenant: tenant.id,
    programme: 'p',
    number: 1,
    state: 'open',
    contactPerson: '',
    capacity: 2,
    version: 1,
    serial: entries.length,
    entries,
    meetings: [{ ...meeting, state: 'planned', reason: '' }],
    fired: [],
    owes: [],
  };
}

/**
 * What nobody writes here: one empty shelf for all kinds and runs, asked for at once and without the wire, so that a run is
 * not spent on it. Who writes there all the same is told.
 */
const empty: Documents<never> = {
  read: async () => null,
  create: async (id) => Promise.reject(new Error(`nobody keeps ${id} here`)),
  change: async (id, decide) => {
    const { doc, result } = decide(null);
    if (doc !== null) throw new Error(`nobody keeps ${id} here`);
    return result;
  },
  find: async () => [],
  lookThrough: async () => [],
  sketches: async () => [],
  due: async () => [],
  remove: async () => undefined,
};

/** The documents of every kind as one process reaches them. */
export function reachDocuments(shelves: Shelves, wire: Wire): Store['documents'] {
  const named = new Map<string, unknown>(Object.entries(shelves));
  return <Doc>(kind: DocumentKind<Doc>): Documents<Doc> => {
    const shelf = named.get(kind.name) as Shelf<Doc> | undefined;
    return shelf === undefined ? empty : overWireDocuments(shelf, kind, wire);
  };
}
