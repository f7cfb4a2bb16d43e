import type { SignalDataSet, SignalKeyStore } from '@whiskeysockets/baileys';
import { addTransactionCapability } from '@whiskeysockets/baileys';
import { expect, test } from 'vitest';

import { silent } from './silent-logger.ts';
import { takeOverTransactions } from './transactions.ts';

const nothing = (): void => undefined;

/** Rows that do not say their type, and every write as it reached the store. */
function openKeys() {
  const rows = new Map<string, unknown>();
  const writes: SignalDataSet[] = [];
  const state = { fails: false };
  const store: SignalKeyStore = {
    get: async (_type, ids) =>
      Object.fromEntries(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as never]] : []))),
    set: async (data: SignalDataSet) => {
      if (state.fails) throw new Error('full');
      writes.push(data);
      for (const values of Object.values(data)) for (const [id, value] of Object.entries(values)) rows.set(id, value);
    },
  };
  const keys = addTransactionCapability(store, silent, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
  return { keys, rows, writes, state, transactions: takeOverTransactions(keys, store) };
}

const session = (value: unknown) => ({ session: { a: value as never } });

test('work on one session under two labels loses nothing', async () => {
  const { keys, rows } = openKeys();
  const add = async () => {
    const { a } = await keys.get('session', ['a']);
    await Promise.resolve();
    await keys.set(session(((a ?? 0) as number) + 1));
  };
  await Promise.all(['628@s', '1@lid', '628@s', '1@lid'].map((label) => keys.transaction(add, label)));
  expect(rows.get('a')).toBe(4);
});

test('everything that a transaction changes is one write, and it reads what it wrote', async () => {
  const { keys, writes, rows } = openKeys();
  const read = await keys.transaction(async () => {
    await keys.set(session('first'));
    await keys.set({ 'pre-key': { 7: null }, ...session('second') });
    return keys.transaction(() => Promise.resolve(keys.get('session', ['a', 'b'])), 'another');
  }, 'me');
  expect(read).toEqual({ a: 'second' });
  expect(writes).toEqual([{ session: { a: 'second' }, 'pre-key': { 7: null } }]);
  expect(rows.get('a')).toBe('second');
  await keys.transaction(async () => void (await keys.get('session', ['a'])), 'me');
  expect(writes).toHaveLength(1);
});

test('a transaction that fails, or cannot be stored, changes nothing and holds up nobody', async () => {
  const { keys, rows, state } = openKeys();
  const failing = keys.transaction(async () => {
    await keys.set(session('half'));
    throw new Error('no such person');
  }, 'me');
  const behind = keys.transaction(async () => keys.get('session', ['a']), 'me');
  await expect(failing).rejects.toThrow('no such person');
  expect(await behind).toEqual({});
  state.fails = true;
  await expect(keys.transaction(async () => keys.set(session('whole')), 'me')).rejects.toThrow('full');
  expect(rows.size).toBe(0);
});

test('what runs on after its transaction still writes', async () => {
  const { keys, rows, transactions } = openKeys();
  let late: Promise<unknown> = Promise.resolve();
  let release = nothing;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await keys.transaction(async () => {
    late = released.then(() => keys.set({ tctoken: { b: 'token' } } as never));
  }, 'me');
  await transactions.ended();
  expect(keys.isInTransaction()).toBe(false);
  release();
  await late;
  expect(rows.get('b')).toBe('token');
});

test('who holds the common label may wait for LID mappings and deletions of somebody else', async () => {
  const { keys, rows } = openKeys();
  await keys.transaction(async () => {
    await Promise.all([
      keys.transaction(async () => keys.set({ 'lid-mapping': { c: 'lid' } }), 'lid-mapping'),
      keys.transaction(async () => keys.set({ session: { d: null } }), 'delete-1-sessions'),
    ]);
  }, 'me');
  expect([...rows.keys()]).toEqual(['c', 'd']);
});

test('two sockets in one process do not share a transaction', async () => {
  const [one, other] = [openKeys(), openKeys()];
  await one.keys.transaction(async () => {
    await other.keys.set(session('now'));
    expect(other.keys.isInTransaction()).toBe(false);
    expect(other.rows.get('a')).toBe('now');
  }, 'me');
  expect(one.rows.size).toBe(0);
});
