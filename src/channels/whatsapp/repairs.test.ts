import type { SignalDataSet, SignalKeyStore } from '@whiskeysockets/baileys';
import { addTransactionCapability, Curve } from '@whiskeysockets/baileys';
import { describe, expect, it } from 'vitest';

import { pruneSession } from './prune-session.ts';
import { repairTransactions } from './repairs.ts';
import { silent } from './silent-logger.ts';
import { verifySignature } from './verify-signature.ts';

const nothing = (): void => undefined;

function openKeys() {
  const rows = new Map<string, unknown>();
  const store: SignalKeyStore = {
    get: async (_type, ids) =>
      Object.fromEntries(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as never]] : []))),
    set: async (data: SignalDataSet) => {
      for (const values of Object.values(data)) for (const [id, value] of Object.entries(values)) rows.set(id, value);
    },
  };
  const keys = addTransactionCapability(store, silent, { maxCommitRetries: 1, delayBetweenTriesMs: 0 });
  return { keys, rows, transactions: repairTransactions(keys) };
}

describe('repaired transactions', () => {
  it('work on one session under two labels loses nothing', async () => {
    const { keys, rows } = openKeys();
    const add = async () => {
      const { a } = await keys.get('session', ['a']);
      await Promise.resolve();
      await keys.set({ session: { a: ((a ?? 0) as number) + 1 } as never });
    };
    await Promise.all(['628@s', '1@lid', '628@s', '1@lid'].map((label) => keys.transaction(add, label)));
    expect(rows.get('a')).toBe(4);
  });

  it('what runs on after its transaction still writes', async () => {
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
    release();
    await late;
    expect(rows.get('b')).toBe('token');
  });

  it('who holds the common label may wait for LID mappings and deletions of somebody else', async () => {
    const { keys, rows } = openKeys();
    await keys.transaction(async () => {
      await keys.transaction(async () => keys.set({ 'lid-mapping': { c: 'lid' } }), 'lid-mapping');
    }, 'me');
    await keys.transaction(
      () => keys.transaction(async () => keys.set({ session: { d: null } }), 'delete-1-sessions'),
      'me',
    );
    expect([...rows.keys()]).toEqual(['c', 'd']);
  });
});

it('a signature counts for its own message and key only', () => {
  for (let round = 0; round < 20; round += 1) {
    const { public: key, private: secret } = Curve.generateKeyPair();
    const message = Buffer.from(`pesan ${round}`);
    const signature = Curve.sign(secret, message);
    expect(verifySignature(key, message, signature)).toBe(true);
    expect(verifySignature(Buffer.concat([Buffer.from([5]), key]), message, signature)).toBe(true);
    expect(verifySignature(key, Buffer.from('lain'), signature)).toBe(false);
    expect(verifySignature(Curve.generateKeyPair().public, message, signature)).toBe(false);
  }
  expect(verifySignature(Buffer.alloc(31), Buffer.alloc(1), Buffer.alloc(64))).toBe(false);
});

it('a session keeps its open chains and the last five closed ones', () => {
  const closed = { chainType: 2, chainKey: { counter: 3 }, messageKeys: {} };
  const open = { chainType: 2, chainKey: { counter: 3, key: 'k' }, messageKeys: {} };
  const chains = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`k${index}`, closed]));
  const session = { version: 'v1', _sessions: { base: { registrationId: 7, _chains: { ...chains, now: open } } } };
  expect(pruneSession(session)).toEqual({
    version: 'v1',
    _sessions: {
      base: { registrationId: 7, _chains: { k4: closed, k5: closed, k6: closed, k7: closed, k8: closed, now: open } },
    },
  });
  expect(pruneSession(null)).toBeNull();
  expect(pruneSession('something else')).toBe('something else');
});
