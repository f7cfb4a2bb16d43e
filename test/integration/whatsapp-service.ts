import * as baileys from '@whiskeysockets/baileys';
import { BufferJSON } from '@whiskeysockets/baileys';
import type { AuthenticationCreds } from '@whiskeysockets/baileys';
import { afterEach, expect } from 'vitest';

import { whatsapp } from '../../src/channels/whatsapp/whatsapp.ts';
import type { WhatsAppChannel, WhatsAppOptions } from '../../src/channels/whatsapp/whatsapp.ts';
import type { Report, SendResult } from '../../src/domain/channel.ts';
import type { Inbound } from '../../src/domain/message.ts';
import type { Keyrings } from '../../src/domain/ports/keyrings.ts';
import type { Out } from '../../src/engine/turn.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import type { Peer, PeerOptions } from '../peers/whatsapp/peer.ts';

/** Keyrings in memory that take a while for everything, and can be made to fail. */
export interface MemoryKeyrings extends Keyrings {
  /** Of the device itself. */
  readonly values: Map<string, string>;
  slow: (ms: number) => void;
  fail: (on: boolean) => void;
}

export function createKeyrings(creds?: AuthenticationCreds): MemoryKeyrings {
  const values = new Map<string, string>();
  const rings = new Map([['whatsapp', values]]);
  const ringOf = (account: string): Map<string, string> => {
    const ring = rings.get(account) ?? new Map<string, string>();
    rings.set(account, ring);
    return ring;
  };
  if (creds !== undefined) values.set('creds', JSON.stringify(creds, BufferJSON.replacer));
  let latencyMs = 0;
  let failing = false;
  const wait = async () => {
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
    if (failing) throw new Error('the disk is full');
  };
  return {
    values,
    slow: (ms) => {
      latencyMs = ms;
    },
    fail: (on) => {
      failing = on;
    },
    read: async (account, names) => {
      await wait();
      const ring = ringOf(account);
      return new Map(names.flatMap((name) => (ring.has(name) ? [[name, ring.get(name) ?? '']] : [])));
    },
    write: async (account, changes) => {
      await wait();
      const ring = ringOf(account);
      for (const [name, value] of changes) {
        if (value === null) ring.delete(name);
        else ring.set(name, value);
      }
    },
    clear: async (account) => {
      await wait();
      ringOf(account).clear();
    },
  };
}

/** The channel under test beside its peer, with everything that it said and received. */
export interface WhatsAppService {
  readonly peer: Peer;
  readonly channel: WhatsAppChannel;
  readonly keyrings: MemoryKeyrings;
  readonly received: Inbound[];
  readonly texts: () => readonly string[];
  readonly reports: Report[];
  readonly logged: string[];
  /** What was sent by name, for telephones that ask again. */
  readonly kept: Map<string, Out>;
  /** Sends one part to a person, as a delivery of this name. */
  readonly say: (chat: string, text: string, delivery?: string) => Promise<SendResult>;
  /** Resolves once `holds` is true. */
  readonly until: (holds: () => boolean) => Promise<void>;
  /** How long the channel wants to wait, for what takes longer than a test: they are over at once. */
  readonly waits: number[];
}

const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

interface Given extends Partial<WhatsAppOptions> {
  readonly peerOptions?: PeerOptions;
  readonly peer?: Peer;
  /** false: no device is linked yet. */
  readonly linked?: boolean;
  readonly rings?: MemoryKeyrings;
  /** false: the peer's certificates come from somebody else. */
  readonly trusted?: boolean;
  /** Waits of exactly these lengths are over at once; the others really pass. */
  readonly skip?: readonly number[];
  readonly keepAliveMs?: number;
  /** The channel's clock is this far ahead. */
  readonly aheadMs?: number;
}

/** A peer and a channel that is not started yet; both end with the test, and the peer must have understood everything. */
export async function serveWhatsApp(given: Given = {}): Promise<WhatsAppService> {
  const {
    linked = true,
    trusted = true,
    skip = [],
    aheadMs = 0,
    keepAliveMs,
    peerOptions,
    rings,
    peer: known,
    ...options
  } = given;
  const peer = known ?? (await createPeer(peerOptions));
  baileys.WA_CERT_DETAILS.PUBLIC_KEY = trusted ? peer.root : Buffer.alloc(32, 9);
  const keyrings = rings ?? createKeyrings(linked ? peer.credentials() : undefined);
  const received: Inbound[] = [];
  const reports: Report[] = [];
  const logged: string[] = [];
  const waits: number[] = [];
  const kept = new Map<string, Out>();
  const channel = whatsapp({
    baileys,
    server: { url: peer.url, ...(keepAliveMs !== undefined && { keepAliveMs }) },
    checkSignatures: true,
    keyrings,
    receive: async (messages) => {
      received.push(...messages);
    },
    hear: async (told) => {
      reports.push(...told);
    },
    recall: async (delivery) => kept.get(delivery) ?? null,
    log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
    clock: {
      now: () => Date.now() + aheadMs,
      wall: () => Date.now(),
      monotonic: () => performance.now(),
      after: (ms, then) => {
        waits.push(ms);
        const timer = setTimeout(then, skip.includes(ms) ? 0 : ms);
        return () => clearTimeout(timer);
      },
    },
    chance: () => 0,
    ...options,
  });
  if (known === undefined) {
    endings.push(async () => {
      await peer.close();
      expect(peer.unknown()).toEqual([]);
    });
  }
  endings.push(() => channel.stop());
  return {
    peer,
    channel,
    keyrings,
    received,
    texts: () => received.map(({ input }) => ('text' in input ? input.text : input.type)),
    reports,
    logged,
    waits,
    kept,
    say: (chat, text, delivery = `kiriman.${kept.size + 1}`) => {
      kept.set(delivery, { text });
      return channel.send(chat, { text }, delivery, AbortSignal.timeout(10_000));
    },
    until: async (holds) => {
      while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
