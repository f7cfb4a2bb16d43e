import { describe, expect, test } from 'vitest';

import type { Address } from '../../src/domain/ports/addresses.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { useFolders } from './temporary-folder.ts';

// An office that loses the newer of its two keys, and finds it again.

const [older, newer] = ['a'.repeat(44), 'b'.repeat(44)];
const A = 'sim.a';
const who = { contact: 'c1', account: 'sim', chat: '0812' };
const session = { version: 1, frames: [], wait: { type: 'none' }, heardAt: 0, until: 0 } as const;
const whole = {
  session,
  wait: { deed: { id: 'd1', name: 'daftarkan', args: {} }, at: 1, failures: 0 },
  owed: [newDelivery('r1', 0)],
};
const commit = { ...whole, did: [{ id: 'm1', as: 'done' }], lastReply: 1, heardAt: 5 } as const;
const plain = { refusal: { stopped: true, muted: ['kabar'] }, turn: 1, lastReply: 1, heardAt: 5, did: commit.did };
const empty = { chat: '', session: null, wait: null, owed: [] };
const reply = { class: 'reply', seq: 1, purpose: null, yieldsOn: null, perChatMs: 0, silentMs: 0 } as const;

async function takeOf(store: Store): Promise<Address> {
  await store.addresses.disown(0);
  const taken = await store.addresses.take(A, 'p');
  if (typeof taken === 'string') throw new Error(taken);
  return taken;
}

/** What each life of the office finds at the address; `open`: with these keys, newest first. */
async function live(open: (key: string) => Promise<Store>) {
  const withKeys = async <Found>(key: string, work: (store: Store) => Promise<Found>): Promise<Found> => {
    const store = await open(key);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  await withKeys(older, async () => {});
  await withKeys(`${newer},${older}`, async (store) => {
    await store.addresses.meet(A, who);
    await store.addresses.commit(A, await takeOf(store), commit);
    await store.addresses.forbid(A, plain.refusal, 1);
  });
  const lost = await withKeys(older, async ({ addresses }) => ({
    read: await addresses.read(A),
    ofContact: await addresses.ofContact('c1'),
    talking: await addresses.talking({ after: '', limit: 9 }),
    gate: await addresses.enter(A, { ...reply, delivery: 'r1' }),
    flight: (await addresses.read(A))?.flight,
  }));
  const found = await withKeys(`${newer},${older}`, ({ addresses }) => addresses.read(A));
  const mended = await withKeys(older, async (store) => {
    await store.addresses.move(A, '0813');
    const held = await takeOf(store);
    await store.addresses.commit(A, held, { ...commit, session: null, wait: null, owed: [] });
    const gate = await store.addresses.enter(A, { ...reply, delivery: 'r1' });
    return { read: await store.addresses.read(A), gate };
  });
  return { lost, found, mended };
}

function check({ lost, found, mended }: Awaited<ReturnType<typeof live>>): void {
  expect(lost.read).toMatchObject({ ...plain, ...empty });
  expect(Object.keys(lost.read?.unopened ?? {}).toSorted()).toEqual(['chat', 'owed', 'session', 'wait']);
  expect(lost.ofContact).toEqual([lost.read]);
  expect([lost.talking, lost.gate, lost.flight]).toEqual([
    [{ id: A, session: null }],
    { type: 'shut', why: 'absent' },
    null,
  ]);
  expect(found).toMatchObject({ ...plain, ...whole, chat: who.chat });
  expect(found?.unopened).toBeUndefined();
  expect(mended).toMatchObject({
    read: { ...plain, ...empty, chat: '0813', turn: 2 },
    gate: { type: 'open', chat: '0813' },
  });
  expect(mended.read?.unopened).toBeUndefined();
}

describe('an address whose key is lost, on SQLite', () => {
  const newFolder = useFolders();
  test('reads as empty but for what is not sealed, and opens again with it', async () => {
    const dataDir = newFolder();
    const clock = createSystemClock();
    const seen = await live(async (key) => openSqlite({ dataDir, key, clock }));
    check(seen);
    expect(seen.found?.id).toBe(A);
  });
});

describeOn('mongo')('an address whose key is lost, on MongoDB', () => {
  const newDatabase = useMongo();
  test('is the same', { timeout: 60_000 }, async () => {
    const { url } = await newDatabase();
    const seen = await live((key) => openMongo({ url, key, kinds: [], log: () => {} }));
    check(seen);
    expect(seen.found?.id).toBe(A);
  });
});
