import { expect, vi } from 'vitest';

import { createPeer } from '../peers/whatsapp/peer.ts';
import type { Peer, PeerOptions } from '../peers/whatsapp/peer.ts';
import { connectStockClient, createAuthState } from './stock-client.ts';
import type { StockClient } from './stock-client.ts';

const endings: (() => Promise<unknown>)[] = [];

/** Ends everything that a test has started, newest first; a peer that met something unknown fails the test. */
export async function endAll(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end();
}

/** libsignal prints its sessions with their keys, on both sides. */
export function quietLibsignal(): void {
  for (const method of ['info', 'warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation(() => undefined);
  }
}

/** A peer for this test. */
export async function startPeer(options?: PeerOptions): Promise<Peer> {
  const peer = await createPeer({ fewKeys: true, ...options });
  endings.push(async () => {
    await peer.close();
    expect(peer.unknown()).toEqual([]);
  });
  return peer;
}

/** A stock client for this test. */
export function connect(...given: Parameters<typeof connectStockClient>): StockClient {
  const client = connectStockClient(...given);
  endings.push(() => client.socket.end(undefined));
  return client;
}

interface Meeting {
  readonly peer: Peer;
  readonly auth: ReturnType<typeof createAuthState>;
}

/** A client that was linked long ago, connected, and a person. */
export async function meet(options?: PeerOptions) {
  const peer = await startPeer(options);
  const auth = createAuthState(peer.credentials());
  return { peer, auth, client: await meetAgain({ peer, auth }), person: peer.person(7) };
}

/** The same device connects again. */
export async function meetAgain({ peer, auth }: Meeting): Promise<StockClient> {
  const client = connect(peer.url, auth);
  await client.until(() => client.isOpen());
  return client;
}
