import { Agent } from 'node:https';

import type { UserFacingSocketConfig, WASocket, proto } from '@whiskeysockets/baileys';

import type { Clock } from '../../domain/ports/clock.ts';
import type { Log } from '../../domain/ports/log.ts';
import { createBoundedMap } from '../bounded-map.ts';
import type { AuthState } from './auth-state.ts';
import type { Baileys } from './baileys.ts';
import { catchRejections } from './catch-rejections.ts';
import type { MediaServer } from './fetch-media.ts';
import { keepAliveMs, keptInMemory, openWithinMs, queryMs } from './limits.ts';
import { silent } from './silent-logger.ts';
import { takeOverTransactions } from './transactions.ts';

/** Where to connect to, and as what. */
export interface Server {
  /** Absent: WhatsApp's own. */
  readonly url?: string;
  /** WhatsApp's version of its web client; absent: the one that Baileys was made for. */
  readonly version?: readonly [number, number, number];
  /** Where files lie; absent: WhatsApp's own host. */
  readonly media?: MediaServer;
  /** How often it is asked for a sign of life; absent: as in `limits.ts`. */
  readonly keepAliveMs?: number;
}

/** Everything that a connection brings, in the order in which it comes. */
export interface Listeners {
  /** The socket is there and not open yet: what is listened for now misses nothing. */
  readonly begun: (socket: WASocket) => void;
  readonly opened: () => void;
  /** For a device that is not linked yet: what its owner's telephone has to scan. */
  readonly shown: (qr: string) => void;
  /** The keys of the account could not be stored: nothing may go on with them. */
  readonly broken: () => void;
}

/** Remembered over reconnections: who was asked for how often, and which devices people have. */
export type Caches = Pick<UserFacingSocketConfig, 'msgRetryCounterCache' | 'userDevicesCache'>;

interface Connecting {
  readonly baileys: Baileys;
  readonly server: Server;
  readonly state: AuthState;
  readonly caches: Caches;
  readonly clock: Clock;
  readonly log: Log;
  readonly getMessage: (id: string) => Promise<proto.IMessage | undefined>;
}

/**
 * One connection from its first byte to its end; resolves with the code that Baileys gives for the end, null where there is
 * none, once nothing of it works on the keys any more. `signal` ends it.
 */
export async function connect(use: Connecting, listeners: Listeners, signal: AbortSignal): Promise<number | null> {
  const { baileys, state, clock } = use;
  const socket = baileys.makeWASocket(toConfig(use));
  catchRejections(socket.ws, use.log);
  const transactions = takeOverTransactions(socket.authState.keys, state.keys);
  const end = (error?: Error): void => void socket.end(error);
  const stopWatching = state.whenBroken(() => {
    listeners.broken();
    end(new Error('keys not stored'));
  });
  const stopWaiting = clock.after(openWithinMs, () => end(new Error('never opened')));
  const saving = new Set<Promise<void>>();

  const code = await new Promise<number | null>((resolve) => {
    socket.ev.on('creds.update', () => {
      // `whenBroken` hears of a failure, as of that of any other write.
      const saved = state.saveCreds().catch(() => {});
      saving.add(saved);
      void saved.finally(() => saving.delete(saved));
    });
    socket.ev.on('connection.update', ({ connection, qr, lastDisconnect }) => {
      if (qr !== undefined) {
        stopWaiting();
        listeners.shown(qr);
      }
      if (connection === 'open') {
        stopWaiting();
        listeners.opened();
      }
      if (connection === 'close') resolve(codeOf(lastDisconnect?.error));
    });
    listeners.begun(socket);
    signal.addEventListener('abort', () => end(), { once: true });
    if (signal.aborted) end();
  });
  stopWaiting();
  // rc14 forgets to tell those who wait for an answer; they would hold the keys until their time is over.
  socket.ws.emit('error', new Error('Connection Closed'));
  await transactions.ended();
  await Promise.all(saving);
  stopWatching();
  return code;
}

function toConfig({ baileys, server, state, caches, getMessage }: Connecting): UserFacingSocketConfig {
  const { Browsers } = baileys;
  return {
    ...caches,
    auth: { creds: state.creds, keys: state.keys },
    logger: silent,
    // Odd names are refused when a code is used for linking.
    browser: Browsers.ubuntu('Chrome'),
    // Otherwise the owner's telephone stops ringing.
    markOnlineOnConnect: false,
    syncFullHistory: false,
    defaultQueryTimeoutMs: queryMs,
    keepAliveIntervalMs: server.keepAliveMs ?? keepAliveMs,
    getMessage: ({ id }) => getMessage(id ?? ''),
    ...(server.media?.ca !== undefined && { fetchAgent: new Agent({ ca: server.media.ca }) }),
    ...(server.url !== undefined && { waWebSocketUrl: server.url }),
    ...(server.version !== undefined && { version: [...server.version] }),
  };
}

/** Memories for all connections of one account. */
export function createCaches(): Caches {
  return { msgRetryCounterCache: createCache(), userDevicesCache: createCache() };
}

function createCache(): NonNullable<Caches['msgRetryCounterCache']> {
  // Baileys alone puts in and takes out; `never` fits whatever it calls them.
  const entries = createBoundedMap<never>(keptInMemory);
  return {
    get: (key) => entries.get(key),
    set: (key, value: never) => entries.set(key, value),
    del: (key) => entries.delete(key),
    flushAll: () => entries.clear(),
  };
}

/** Baileys' errors carry an HTTP-like code. */
function codeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('output' in error)) return null;
  const { output } = error;
  if (typeof output !== 'object' || output === null || !('statusCode' in output)) return null;
  return typeof output.statusCode === 'number' ? output.statusCode : null;
}
