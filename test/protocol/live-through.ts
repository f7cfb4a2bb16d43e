import { createDeliver } from '../../src/app/deliver.ts';
import type { Sending } from '../../src/app/sending/sending.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Deliveries, NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { overWire } from './immediate.ts';
import type { Wire } from './immediate.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryAddresses } from './memory-addresses.ts';
import { createMemoryDeliveries } from './memory-deliveries.ts';

/** What became of a row, and when its call began. */
export interface Lived {
  readonly id: string;
  readonly state: string;
  readonly at: number | null;
}

/** More moments than any row of the table needs: days of quiet hours and of other pushes. */
const mostMoments = 20;

const here: Wire = async (_, apply) => apply();

/**
 * Rows of one person from `from` on, sent by the real sender with a clock that jumps to the next moment at which something is
 * due. Nothing goes wrong; what is told is the calendar alone.
 */
export async function liveThrough(rows: readonly NewDelivery[], from: number): Promise<readonly Lived[]> {
  let now = from;
  const deliveries = createMemoryDeliveries(() => now);
  const addresses = createMemoryAddresses(() => now);
  const calls = new Map<string, number>();
  addresses.meet('a', { contact: 'a', account: 'sim', chat: 'a' });
  deliveries.add(rows);
  const deliver = createDeliver(createSending(deliveries, addresses, () => now, calls));
  for (let moment = 0; moment < mostMoments; moment++) {
    deliveries.expire(rows.length);
    const open = [...deliveries.rows.values()].filter(({ finalAt }) => finalAt === null);
    if (open.length === 0) break;
    now = Math.max(now, Math.min(...open.map(({ due }) => due)));
    deliveries.expire(rows.length);
    const due = [...deliveries.rows.values()].filter((row) => row.finalAt === null && row.due <= now);
    for (const row of due) await deliver(row);
  }
  return [...deliveries.rows.values()].map(({ id, state }) => ({ id, state, at: calls.get(id) ?? null }));
}

function createSending(
  deliveries: ReturnType<typeof createMemoryDeliveries>,
  addresses: ReturnType<typeof createMemoryAddresses>,
  now: () => number,
  calls: Map<string, number>,
): Sending {
  const limits = { perSecond: Infinity, bulkPerSecond: Infinity, perChatMs: 0, timeoutMs: 1000 };
  const channel = {
    account: 'sim',
    kind: 'simulator',
    limits: { ...limits, textLength: 4096, labelLength: 20, choices: 5 },
    parts: (out) => [out],
    send: async (_chat, _part, id) => {
      calls.set(id, now());
      return { type: 'sent', platformId: id };
    },
  } as Partial<Channel> as Channel;
  return {
    deliveries: overWire<Deliveries>(deliveries, here),
    addresses: overWire<Addresses>(addresses, here),
    accounts: overWire<Accounts>(createMemoryAccounts(now), here),
    inbox: {} as Sending['inbox'],
    media: { read: async () => null },
    queue: { wake: async () => undefined, start: () => undefined, drain: async () => undefined },
    slots: { take: async () => 0, freeze: async () => undefined },
    clock: { now, wall: now, monotonic: now, after: () => () => undefined },
    log: () => undefined,
    channelOf: () => channel,
    sendsHere: () => true,
    mayGo: async () => ({ type: 'go' }),
    heldSources: async () => [],
    newsSources: async () => [],
    countCost: async () => undefined,
    ration: {} as Sending['ration'],
    reportFault: async () => undefined,
    leadMs: 0,
  };
}
