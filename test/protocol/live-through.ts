import { createDeliver } from '../../src/app/deliver.ts';
import { openOffice } from '../../src/app/office.ts';
import type { Office } from '../../src/app/office.ts';
import { createLookAtDocuments } from '../../src/app/reminding/look-at-documents.ts';
import { createLookBeforeSend } from '../../src/app/sending/look-before-send.ts';
import type { Sending } from '../../src/app/sending/sending.ts';
import { nextLookAt } from '../../src/domain/batch-kind.ts';
import type { Batch } from '../../src/domain/batch.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Deliveries, Delivery } from '../../src/domain/ports/deliveries.ts';
import type { DocumentKind } from '../../src/domain/ports/documents.ts';
import type { Inbox } from '../../src/domain/ports/inbox.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { MeetingRule } from '../../src/domain/reminder.ts';
import { overWire } from './immediate.ts';
import type { Wire } from './immediate.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryAddresses } from './memory-addresses.ts';
import { createMemoryDeliveries } from './memory-deliveries.ts';
import type { MemoryDeliveries } from './memory-deliveries.ts';
import { createShelf, overWireDocuments } from './memory-documents.ts';
import type { Shelf } from './memory-documents.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { plainLinks } from './plain-links.ts';
import { tenant } from './shelves.ts';

/** What became of a row, and when its call began. */
export interface Lived {
  readonly id: string;
  readonly source: string;
  readonly state: string;
  readonly at: number | null;
}

/** What happens at a time, by somebody's hand. */
export interface Event {
  readonly at: number;
  readonly happens: (office: Office) => Promise<unknown>;
}

/** A life: when it begins, what happens in it, and when nobody is there to look or to send. */
export interface Life {
  readonly from: number;
  readonly rules: readonly MeetingRule[];
  readonly events: readonly Event[];
  readonly down?: { readonly from: number; readonly to: number };
}

/** More moments than any story of the tables needs. */
const mostMoments = 80;

const here: Wire = async (_, apply) => apply();

/**
 * Everything that one person is told: the real office looks, the real sender sends, on a clock that jumps to the next
 * moment at which something is due. Nothing fails; what is told is the calendar alone.
 */
export async function liveThrough(life: Life): Promise<readonly Lived[]> {
  const { down, rules } = life;
  const world = openWorld(life);
  const look = createLookAtDocuments(world.office);
  const deliver = createDeliver(createSending(world.office, world.channel));
  const coming = life.events.toSorted((a, b) => a.at - b.at);
  const isDown = (at: number): boolean => down !== undefined && at >= down.from && at < down.to;
  for (let moment = 0; moment < mostMoments; moment++) {
    const own = Math.max(world.now, nextOwn(world, rules));
    const at = Math.min(coming[0]?.at ?? Infinity, isDown(own) ? (down?.to ?? own) : own);
    if (at === Infinity) break;
    world.now = Math.max(world.now, at);
    while (coming[0] !== undefined && coming[0].at <= world.now) await coming.shift()?.happens(world.office);
    if (isDown(world.now)) continue;
    await look(world.now);
    world.deliveries.expire(world.deliveries.rows.size);
    for (const row of world.deliveries.rows.values()) if (isDue(row, world.now)) await deliver(row);
  }
  return [...world.deliveries.rows.values()].map(({ id, source, state }) => {
    return { id, source, state, at: world.calls.get(id) ?? null };
  });
}

type Row = Pick<Delivery, 'due'> & { readonly finalAt: number | null };

function isDue({ due, finalAt }: Row, now: number): boolean {
  return finalAt === null && due <= now;
}

/** When the service has something to do of its own accord. */
function nextOwn({ deliveries, batches }: World, rules: Life['rules']): number {
  const rows = [...deliveries.rows.values()].filter(({ finalAt }) => finalAt === null);
  const looks = [...batches.docs.values()].map(({ doc }) => nextLookAt(doc, rules) ?? Infinity);
  return Math.min(...looks, ...rows.map(({ due }) => due));
}

interface World {
  now: number;
  readonly office: Office;
  readonly channel: Channel;
  readonly deliveries: MemoryDeliveries;
  readonly batches: Shelf<Batch>;
  /** When the call of a row began. */
  readonly calls: ReadonlyMap<string, number>;
}

function openWorld({ from, rules }: Life): World {
  let now = from;
  const clock = { now: () => now, wall: () => now, monotonic: () => now, after: () => () => undefined };
  const deliveries = createMemoryDeliveries(clock.now);
  const addresses = createMemoryAddresses(clock.now);
  const calls = new Map<string, number>();
  addresses.meet('a', { contact: 'a', account: 'sim', chat: 'a' });
  const ports = { deliveries: overWire<Deliveries>(deliveries, here), addresses: overWire<Addresses>(addresses, here) };
  const channel = channelCalled((id) => calls.set(id, now));
  const { batches, documents } = createDocuments();
  const office = openOffice({ ...ports, documents } as unknown as Store, {
    tenant,
    say: (key) => `${key}!`,
    queue: { wake: async () => undefined, start: () => undefined, drain: async () => undefined },
    clock,
    channels: [channel],
    nudge: () => undefined,
    pushed: { startedBy: () => null, rules: () => rules },
  });
  return {
    office,
    channel,
    deliveries,
    batches,
    calls,
    get now() {
      return now;
    },
    set now(at) {
      now = at;
    },
  };
}

/** Shelves for every kind; the batches are looked at from outside too. */
function createDocuments(): { readonly batches: Shelf<Batch>; readonly documents: Store['documents'] } {
  const shelves = new Map<string, Shelf<unknown>>();
  const shelfOf = <Doc>(name: string): Shelf<Doc> => {
    const shelf = shelves.get(name) ?? createShelf<unknown>();
    shelves.set(name, shelf);
    return shelf as Shelf<Doc>;
  };
  return {
    batches: shelfOf<Batch>('batches'),
    documents: <Doc>(kind: DocumentKind<Doc>) => overWireDocuments(shelfOf<Doc>(kind.name), kind, here),
  };
}

function channelCalled(call: (id: string) => void): Channel {
  const limits = { perSecond: Infinity, bulkPerSecond: Infinity, perChatMs: 0, timeoutMs: 1000 };
  return {
    account: 'sim',
    kind: 'simulator',
    limits: { ...limits, textLength: 4096, labelLength: 20, choices: 5 },
    parts: (out) => [out],
    send: async (_chat, _part, id) => {
      call(id);
      return { type: 'sent', platformId: id };
    },
  } as Partial<Channel> as Channel;
}

function createSending(office: Office, channel: Channel): Sending {
  const { deliveries, addresses, queue, clock } = office;
  return {
    deliveries,
    addresses,
    accounts: overWire<Accounts>(
      createMemoryAccounts(() => clock.now()),
      here,
    ),
    inbox: overWire<Inbox>(
      createMemoryInbox(() => clock.now()),
      here,
    ),
    media: { read: async () => null },
    queue,
    slots: { take: async () => 0, freeze: async () => undefined },
    clock,
    log: () => undefined,
    channelOf: () => channel,
    sendsHere: () => true,
    mayGo: createLookBeforeSend(office),
    heldSources: async () => [],
    newsSources: async () => [],
    countCost: async () => undefined,
    links: plainLinks,
    ration: {} as Sending['ration'],
    reportFault: async () => undefined,
    leadMs: 0,
  };
}
