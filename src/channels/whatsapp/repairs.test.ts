import { Curve } from '@whiskeysockets/baileys';
import { expect, it } from 'vitest';

import { pruneSession } from './prune-session.ts';
import { verifySignature } from './verify-signature.ts';

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
