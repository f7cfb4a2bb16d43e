import { afterEach, beforeEach, expect, test } from 'vitest';

import { createDeliver } from '../../src/app/deliver.ts';
import { createRation } from '../../src/app/sending/ration.ts';
import { capLedgerKind } from '../../src/domain/caps.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Job } from '../../src/domain/ports/queue.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { plainLinks } from '../protocol/plain-links.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const opening = Date.UTC(2026, 10, 3);
const clock = { now: () => now, wall: () => now, monotonic: () => now, after: () => () => {} };
let now: number;
let store: Store;
let said: string[];
let slots: number;
let rung: Job[];
let deliver: ReturnType<typeof createDeliver>;

beforeEach(async () => {
  [now, said, slots, rung] = [opening, [], 0, []];
  store = openSqlite({ dataDir: folder(), key: 'k'.repeat(44), clock });
  const channel: Channel = {
    account: 'sim',
    kind: 'simulator',
    buttons: true,
    exclusive: false,
    sendsWhereHeld: false,
    limits: {
      perSecond: 26,
      bulkPerSecond: 20,
      perChatMs: 1000,
      textLength: 4096,
      labelLength: 64,
      choices: 10,
      timeoutMs: 1000,
    },
    parts: (out) => [out],
    send: async (_chat, { text }) => ({ type: 'sent', platformId: String(said.push(text)) }),
    start: async () => {},
    stop: async () => {},
    trouble: () => null,
  };
  deliver = createDeliver({
    ...store,
    clock,
    channelOf: () => channel,
    queue: { wake: async (job) => void rung.push(job), start: () => {}, drain: async () => {} },
    slots: {
      take: async () => {
        slots += 1;
        return 0;
      },
      freeze: async () => {},
    },
    log: () => {},
    sendsHere: () => true,
    countCost: async () => undefined,
    links: plainLinks,
    mayGo: async () => ({ type: 'go' }),
    heldSources: async () => [],
    newsSources: async () => [],
    ration: createRation({ ledgers: store.documents(capLedgerKind), clock, chance: () => 0 }),
    reportFault: async () => {},
    leadMs: 0,
  });
  await store.addresses.meet('sim.a', { contact: 'c', account: 'sim', chat: '7' });
  const held = await store.addresses.take('sim.a', 'me');
  if (typeof held === 'string') throw new Error(held);
  const replies = [1, 2, 3].map((seq) =>
    newDelivery(`sim.a.${seq}`, now, { class: 'reply', seq, content: { text: `answer ${seq}` } }),
  );
  const commit = { session: null, wait: null, did: [], owed: replies, lastReply: 3, heardAt: null };
  await store.addresses.commit('sim.a', { fence: held.fence, turn: held.turn }, commit);
  await store.deliveries.add(replies);
});
afterEach(() => store.close());

async function deliverReply(seq: number): Promise<void> {
  const row = await store.deliveries.reply('sim.a', seq);
  if (row === null) throw new Error(`no reply ${seq}`);
  await deliver(row);
}

test('a reply whose turn has not come takes none of the slots that others wait for, and rings for nobody', async () => {
  for (const seq of [3, 2, 3, 2]) await deliverReply(seq);
  expect({ said, slots, rung }).toEqual({ said: [], slots: 0, rung: [] });
});

test('each reply that left rings for the next', async () => {
  await deliverReply(1);
  expect({ said, slots }).toEqual({ said: ['answer 1'], slots: 1 });
  expect(rung).toEqual([{ type: 'reply', account: 'sim', delivery: 'sim.a.2' }]);
});

test('a turn that was not passed on by who finished is passed on by whoever comes next', async () => {
  await store.deliveries.close('sim.a.1', 0, 'failed', 'test');
  await deliverReply(3);
  expect((await store.addresses.read('sim.a'))?.nextReply).toBe(2);
  expect(rung).toEqual([{ type: 'reply', account: 'sim', delivery: 'sim.a.2' }]);
});

test('a reply that came too soon leaves a second after the last one, however often it was rung for meanwhile', async () => {
  await deliverReply(1);
  for (const afterMs of [10, 20]) {
    now = opening + afterMs;
    await deliverReply(2);
  }
  expect(said).toEqual(['answer 1']);
  now = opening + 1000;
  await deliverReply(2);
  expect(said).toEqual(['answer 1', 'answer 2']);
});
