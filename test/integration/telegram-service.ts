import { buffer } from 'node:stream/consumers';

import { afterEach } from 'vitest';

import { telegram } from '../../src/channels/telegram/telegram.ts';
import type { TelegramChannel, TelegramOptions } from '../../src/channels/telegram/telegram.ts';
import type { Part, SendResult } from '../../src/domain/channel.ts';
import type { GroupFact } from '../../src/domain/group-chat.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { listen } from '../peers/local-server.ts';
import { createHandClock } from '../peers/telegram/clock.ts';
import type { HandClock } from '../peers/telegram/clock.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';

export type Way = 'polling' | 'webhook';

/** The channel under test beside its peer, with everything that it said and received. */
export interface TelegramService {
  readonly peer: Peer;
  readonly channel: TelegramChannel;
  readonly received: Inbound[];
  /** What was told of the bot in groups. */
  readonly facts: GroupFact[];
  readonly inputs: () => readonly Inbound['input'][];
  readonly logged: string[];
  /** The channel's own clock; the peer has another one. */
  readonly clock: HandClock;
  readonly peerClock: HandClock;
  /** A request to the webhook's door; resolves with the status. */
  readonly post: (body: string, headers?: Record<string, string>, to?: string) => Promise<number>;
  /** Sends one part to person 7. */
  readonly say: (part: Part) => Promise<SendResult>;
}

export const secret = 'rahasia-uji-coba-123';
export const path = '/telegram/jalan-rahasia';
export const secretHeader = 'x-telegram-bot-api-secret-token';

const endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** A peer and a channel that is not started yet; both end with the test. */
export async function serveTelegram(way: Way, options: Partial<TelegramOptions> = {}): Promise<TelegramService> {
  const peerClock = createHandClock();
  const clock = createHandClock();
  const peer = await createPeer({ clock: peerClock });
  const received: Inbound[] = [];
  const facts: GroupFact[] = [];
  const logged: string[] = [];
  const door = await listen((request, response) => {
    void (async () => {
      const headers = { [secretHeader]: String(request.headers[secretHeader]) };
      const answer = await channel.webhook?.handle({ path: request.url ?? '', headers, body: await buffer(request) });
      response.writeHead(answer?.status ?? 500).end();
    })();
  });
  const channel = telegram({
    token: peer.token,
    apiRoot: peer.root,
    ...(way === 'webhook' ? { webhook: { url: `${door.url}${path}`, secret } } : {}),
    commands: [{ command: 'data_saya', says: 'data saya', description: 'Lihat data Bapak/Ibu' }],
    labels: { contact: 'Kirim nomor saya', location: 'Kirim lokasi saya' },
    log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
    receive: async (messages) => {
      received.push(...messages);
    },
    hearGroups: async (told) => {
      facts.push(...told);
    },
    clock: {
      now: () => clock.now(),
      wall: () => clock.now(),
      monotonic: () => clock.now(),
      after: (ms, then) => runAfter(clock, ms, then),
    },
    ...options,
  });
  endings.push(
    () => peer.close(),
    () => door.close(),
    () => channel.stop(),
  );
  return {
    peer,
    channel,
    received,
    facts,
    inputs: () => received.map(({ input }) => input),
    logged,
    clock,
    peerClock,
    post: async (body, headers = { [secretHeader]: secret }, to = path) =>
      (await fetch(`${door.url}${to}`, { method: 'POST', body, headers })).status,
    say: (part) => channel.send('7', part, 'kiriman.1', AbortSignal.timeout(5000)),
  };
}

function runAfter(clock: HandClock, ms: number, then: () => void): () => void {
  const forget = new AbortController();
  void clock.wait(ms, forget.signal).finally(() => {
    if (!forget.signal.aborted) then();
  });
  return () => forget.abort();
}

/** Lets everything that is ready happen. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Resolves with the shortest wait, once somebody waits for this clock. */
export async function shortestWait(clock: HandClock): Promise<number> {
  while (clock.waits().length === 0) await nextTurn();
  return clock.waits()[0] ?? 0;
}
