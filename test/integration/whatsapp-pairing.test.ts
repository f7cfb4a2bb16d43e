import { Curve, WA_CERT_DETAILS } from '@whiskeysockets/baileys';
import { verifySignature } from 'libsignal/src/curve.js';
import { afterEach, describe, expect, it } from 'vitest';

import type { Peer } from '../peers/whatsapp/peer.ts';
import { connect, endAll, meetAgain, quietLibsignal, startPeer } from './meet-whatsapp.ts';
import { createAuthState } from './stock-client.ts';
import type { StockClient, StockOptions } from './stock-client.ts';

quietLibsignal();
const { PUBLIC_KEY: root } = WA_CERT_DETAILS;
const { verify } = Curve;

afterEach(async () => {
  WA_CERT_DETAILS.PUBLIC_KEY = root;
  Curve.verify = verify;
  await endAll();
});

/** The check that stock Baileys leaves out. */
function checkSignatures(): void {
  Curve.verify = (key, message, signature) =>
    verifySignature(Buffer.concat([Buffer.from([5]), key]), message, signature);
}

/** A client that nobody has linked yet. */
async function arrive(options: StockOptions = {}) {
  const peer = await startPeer();
  const auth = createAuthState();
  const client = connect(peer.url, auth, options);
  const codes = () => client.updates.flatMap(({ qr }) => qr ?? []);
  await client.until(() => codes().length > 0);
  return { peer, auth, client, codes };
}

/** Linked: it comes again with what it was given, and talks. */
async function talk({
  peer,
  auth,
  client,
}: {
  peer: Peer;
  auth: ReturnType<typeof createAuthState>;
  client: StockClient;
}) {
  await client.until(() => client.closed() === 515);
  expect(auth.creds.account).toBeDefined();
  const linked = connect(peer.url, auth);
  const histories: unknown[] = [];
  linked.socket.ev.on('messaging-history.set', (history) => histories.push(history));
  await linked.until(() => linked.isOpen());
  const person = peer.person(7);
  person.says('daftar');
  await linked.until(() => linked.texts().length === 1);
  await linked.socket.sendMessage(person.lid, { text: 'Selamat datang.' });
  await peer.until(() => person.texts().length === 1);
  expect(histories).toHaveLength(1);
}

describe('the peer and a client that is not linked yet', () => {
  it('links by QR code', async () => {
    const arrival = await arrive();
    expect(await arrival.peer.phone.scans(arrival.codes()[0] ?? '')).toBe(true);
    await talk(arrival);
  });

  it('links by a code of eight letters, not by another one', async () => {
    const arrival = await arrive();
    const code = await arrival.client.socket.requestPairingCode(arrival.peer.number);
    await arrival.peer.until(() => arrival.peer.phone.isAsked());
    expect(await arrival.peer.phone.types('SALAH123')).toBe(false);
    expect(await arrival.peer.phone.types(code)).toBe(true);
    await talk(arrival);
  });

  it('gives up after six QR codes, and knows none of them any more', async () => {
    const { peer, client, codes } = await arrive({ qrTimeout: 5 });
    await client.until(() => client.closed() === 408);
    expect(codes()).toHaveLength(6);
    expect(await peer.phone.scans(codes()[5] ?? '')).toBe(false);
  });

  it('does not know a client that asked for a code and was never linked', async () => {
    const { peer, auth, client } = await arrive();
    await client.socket.requestPairingCode(peer.number);
    await peer.until(() => peer.phone.isAsked());
    peer.cut();
    await client.until(() => client.closed() === 428);
    expect(await peer.phone.types('APASAJA1')).toBe(false);
    const again = connect(peer.url, auth);
    await again.until(() => again.closed() === 401);
  });

  it('proves itself to a client that checks signatures, if that client trusts its root', async () => {
    checkSignatures();
    const peer = await startPeer();
    const auth = createAuthState(peer.credentials());
    const distrustful = connect(peer.url, auth);
    await distrustful.until(() => distrustful.closed() === 400);
    WA_CERT_DETAILS.PUBLIC_KEY = peer.root;
    expect((await meetAgain({ peer, auth })).isOpen()).toBe(true);
  });
});
