import { openOffice } from '../../src/app/office.ts';
import type { Office } from '../../src/app/office.ts';
import { aturPesan, henti } from '../../src/app/operations/consent.ts';
import { createLookBeforeSend, createNewsSources } from '../../src/app/sending/look-before-send.ts';
import type { Sending } from '../../src/app/sending/sending.ts';
import { announcementKind } from '../../src/domain/announcement.ts';
import { batchKind } from '../../src/domain/batch-kind.ts';
import { entryOf } from '../../src/domain/batch.ts';
import type { Batch } from '../../src/domain/batch.ts';
import { certificateKind } from '../../src/domain/certificate.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { contactKind } from '../../src/domain/contact-kind.ts';
import { eventKind } from '../../src/domain/event.ts';
import type { Call, DoDeed, Operations } from '../../src/domain/operation.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Clock } from '../../src/domain/ports/clock.ts';
import type { Deliveries } from '../../src/domain/ports/deliveries.ts';
import type { Inbox } from '../../src/domain/ports/inbox.ts';
import type { Media } from '../../src/domain/ports/media.ts';
import type { Queue } from '../../src/domain/ports/queue.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { registrationKind } from '../../src/domain/registration.ts';
import { leave, take } from '../../src/domain/seats.ts';
import type { Ask } from '../../src/domain/seats.ts';
import type { Say } from '../../src/engine/say.ts';
import type { Wire } from './immediate.ts';
import { batchId, reachDocuments, tenant } from './shelves.ts';
import type { Shelves } from './shelves.ts';

/** The office as one process reaches it: the real one, on shelves in memory. */
export interface Desk {
  readonly office: Office;
  readonly operations: Operations;
}

/** The rules of seats, for the mutants to change. */
export interface SeatRules {
  readonly take: (batch: Batch, ask: Ask & { readonly n: number }) => ReturnType<typeof take>;
  readonly leave: typeof leave;
}

/** What a mutant does differently at the desk. */
export interface DeskChange {
  readonly seats?: SeatRules;
  readonly office?: (office: Office) => Office;
}

const seatRules: SeatRules = { take, leave };

/** What an office needs of its process. */
export interface DeskPorts {
  readonly inbox: Inbox;
  readonly addresses: Addresses;
  readonly deliveries: Deliveries;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly channel: Channel;
}

/** Every sentence is its key, but for the words of an announcement. */
const say: Say = (key, { isi } = {}) => (typeof isi === 'string' ? isi : `${key}!`);

/** What a push is looked at for before it goes: little of the office, opened before the mutants change its ports. */
export function openLook(
  shelves: Shelves,
  { addresses, clock }: Pick<DeskPorts, 'addresses' | 'clock'>,
  wire: Wire,
): Pick<Sending, 'mayGo' | 'newsSources'> {
  const documents = reachDocuments(shelves, wire);
  const [batches, announcements] = [documents(batchKind), documents(announcementKind)];
  const [contacts, registrations] = [documents(contactKind), documents(registrationKind)];
  const [events, certificates] = [documents(eventKind), documents(certificateKind)];
  const kept = { batches, events, registrations, certificates, announcements, contacts };
  return {
    mayGo: createLookBeforeSend({ ...kept, addresses, clock }),
    newsSources: createNewsSources({ announcements }),
  };
}

/** Where people would open the link of an announcement. */
const publicUrl = 'https://sim.id';

/** Shows what it is made of, but for the codes of links, which have a form. */
function fingerprint(purpose: string, text: string): string {
  return purpose === 'tautan-hitung' ? text.replaceAll(/\W/gu, '').slice(0, 22).padEnd(22, '_') : text;
}

export function openDesk(shelves: Shelves, ports: DeskPorts, wire: Wire, change: DeskChange): Desk {
  const { channel, queue, clock } = ports;
  const store = {
    ...ports,
    media: {} as Media,
    documents: reachDocuments(shelves, wire),
    fingerprint,
  };
  const faithful = openOffice(store as unknown as Store, {
    tenant,
    say,
    queue,
    clock,
    channels: [channel],
    nudge: () => undefined,
    publicUrl,
  });
  const office = change.office?.(faithful) ?? faithful;
  const seats = change.seats ?? seatRules;
  const { batches } = office;
  return {
    office,
    operations: {
      deeds: {
        stop: henti(office, true),
        start: henti(office, false),
        mute: aturPesan(office),
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

function takeSeat(batches: Office['batches'], seats: SeatRules): DoDeed {
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

function leaveSeat(batches: Office['batches'], seats: SeatRules): DoDeed {
  return async ({ contact, id, args, now }: Call) => {
    const result = await batches.change(batchId, (doc) => {
      if (doc === null) throw new Error('no batch');
      const decided = seats.leave(doc, { contact, id, n: Number(args['n']) }, now);
      return { doc: decided.batch, result: decided.result };
    });
    return { result, values: {} };
  };
}
