import { createForbid } from '../../src/app/forbid.ts';
import type { Forbid } from '../../src/app/forbid.ts';
import { createLookBeforeSend } from '../../src/app/look-before-send.ts';
import type { Office } from '../../src/app/office.ts';
import { henti } from '../../src/app/operations/consent.ts';
import type { Verdict } from '../../src/app/sending/sending.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import { entryOf } from '../../src/domain/batch.ts';
import type { Batch, Entry } from '../../src/domain/batch.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Call, DoDeed, Operations } from '../../src/domain/operation.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Clock } from '../../src/domain/ports/clock.ts';
import type { Deliveries, Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Documents } from '../../src/domain/ports/documents.ts';
import { leave, take } from '../../src/domain/seats.ts';
import type { Wire } from './immediate.ts';
import { createShelf, overWireDocuments } from './memory-documents.ts';
import type { Shelf } from './memory-documents.ts';

/** What the office keeps in this world: one batch, one announcement, what people refuse. */
export interface Shelves {
  readonly batches: Shelf<Batch>;
  readonly announcements: Shelf<Announcement>;
  readonly contacts: Shelf<Contact>;
}

/** The office as one process reaches it; the rules are the real ones. */
export interface Desk {
  readonly operations: Operations;
  readonly forbid: Forbid;
  readonly mayGo: (row: Delivery) => Promise<Verdict>;
  readonly batches: Pick<Documents<Batch>, 'read' | 'change'>;
  readonly announcements: Pick<Documents<Announcement>, 'read' | 'change'>;
}

/** The rules of seats, for the mutants to change. */
export interface SeatRules {
  readonly take: typeof take;
  readonly leave: typeof leave;
}

export const seatRules: SeatRules = { take, leave };

/** The batch that people take and leave, and a class that moves, in which everybody sits. */
export const batchId = 'batch';
export const classId = 'class';
export const announcementId = 'news';

export function createShelves(now: number, people: readonly string[], watchBatch: Shelf<Batch>['watch']): Shelves {
  const shelves = {
    batches: createShelf<Batch>(watchBatch),
    announcements: createShelf<Announcement>(),
    contacts: createShelf<Contact>(),
  };
  const running = { id: announcementId, state: 'running' } as Announcement;
  shelves.announcements.docs.set(announcementId, { doc: running, version: 1 });
  const entries = people.map<Entry>((contact, index) => ({
    contact,
    state: 'seat',
    n: index + 1,
    version: 1,
    by: 'before',
    outBy: null,
    until: null,
  }));
  shelves.batches.docs.set(batchId, { doc: smallBatch(now, []), version: 1 });
  shelves.batches.docs.set(classId, { doc: smallBatch(now, entries), version: 1 });
  return shelves;
}

export function openDesk(
  shelves: Shelves,
  ports: { readonly addresses: Addresses; readonly deliveries: Deliveries; readonly clock: Clock },
  wire: Wire,
  seats: SeatRules,
): Desk {
  const batches = overWireDocuments(shelves.batches, wire);
  const announcements = overWireDocuments(shelves.announcements, wire);
  const contacts = overWireDocuments(shelves.contacts, wire);
  const forbid = createForbid(ports);
  const tenant = { id: 'uji', zone: 'Asia/Jakarta' };
  const office = { ...ports, tenant, batches, announcements, contacts, forbid } as unknown as Office;
  return {
    forbid,
    batches,
    announcements,
    mayGo: createLookBeforeSend(office),
    operations: {
      deeds: {
        stop: henti(office, true),
        start: henti(office, false),
        hopeless: () => Promise.reject(new Error('hopeless')),
        take: takeSeat(batches, seats),
        leave: leaveSeat(batches, seats),
      },
      looks: { seat: async ({ contact }) => lookAtSeat(await batches.read(batchId), contact) },
      sources: {},
    },
  };
}

function lookAtSeat(batch: Batch | null, contact: string) {
  const entry = batch === null ? undefined : entryOf(batch, contact);
  return { result: 'known', values: { seen: entry?.version ?? 0, n: entry?.n ?? 0 } };
}

function takeSeat(batches: Desk['batches'], seats: SeatRules): DoDeed {
  return async ({ contact, id, args }: Call) => {
    const ask = { contact, id, seen: Number(args['seen']), n: Number(args['n']), queue: true };
    const result = await batches.change(batchId, (doc) => {
      if (doc === null) throw new Error('no batch');
      const decided = seats.take(doc, ask);
      return { doc: decided.batch, result: decided.result.type };
    });
    return { result, values: {} };
  };
}

function leaveSeat(batches: Desk['batches'], seats: SeatRules): DoDeed {
  return async ({ contact, id, args, now }: Call) => {
    const result = await batches.change(batchId, (doc) => {
      if (doc === null) throw new Error('no batch');
      const decided = seats.leave(doc, { contact, id, n: Number(args['n']) }, now);
      return { doc: decided.batch, result: decided.result };
    });
    return { result, values: {} };
  };
}

/** Two seats, one class far away. */
function smallBatch(now: number, entries: readonly Entry[]): Batch {
  const startsAt = now + 30 * 24 * 60 * 60_000;
  return {
    id: batchId,
    tenant: 'uji',
    programme: 'p',
    number: 1,
    state: 'open',
    contactPerson: '',
    capacity: 2,
    version: 1,
    serial: 0,
    entries,
    meetings: [
      {
        id: '1',
        sv: 1,
        startsAt,
        endsAt: startsAt + 1,
        zone: 'Asia/Jakarta',
        place: 'A',
        map: '',
        bring: '',
        state: 'planned',
        reason: '',
        by: null,
      },
    ],
    fired: [],
    owes: [],
  };
}
