import { initAuthCreds, makeWASocket } from '@whiskeysockets/baileys';
import type { AuthenticationState, ConnectionState, UserFacingSocketConfig, WAMessage } from '@whiskeysockets/baileys';

import { createNews } from '../peers/news.ts';
import { createMemoryKeys } from '../peers/whatsapp/memory-keys.ts';

const silence = () => undefined;
const logger = {
  level: 'silent',
  child: () => logger,
  trace: silence,
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
};

export type StockOptions = Partial<UserFacingSocketConfig>;

/** Everything that one socket of the stock client told, oldest first. */
export interface StockClient {
  readonly socket: ReturnType<typeof makeWASocket>;
  readonly messages: readonly { readonly type: string; readonly message: WAMessage }[];
  readonly updates: readonly Partial<ConnectionState>[];
  /** The states of sent messages: 0 error, 3 delivered, 4 read. */
  readonly states: readonly { readonly id: string; readonly status: number; readonly code: string | null }[];
  /** Texts of the messages that others wrote and that could be read. */
  texts(): readonly string[];
  isOpen(): boolean;
  /** The code that the connection ended with; undefined before. */
  closed(): number | undefined;
  until(holds: () => boolean): Promise<void>;
}

/** An auth state that forgets with the process; without creds, one that is not linked yet. */
export function createAuthState(creds = initAuthCreds()): AuthenticationState {
  return { creds, keys: createMemoryKeys() };
}

/** Connects the unmodified client. */
export function connectStockClient(url: string, auth: AuthenticationState, options: StockOptions = {}): StockClient {
  const socket = makeWASocket({ waWebSocketUrl: url, auth, logger, ...options });
  const messages: { type: string; message: WAMessage }[] = [];
  const updates: Partial<ConnectionState>[] = [];
  const states: { id: string; status: number; code: string | null }[] = [];
  const news = createNews();
  const state = (id: string | null | undefined, status: unknown, parameters: unknown) => {
    const code = Array.isArray(parameters) && parameters.length > 0 ? String(parameters[0]) : null;
    if (typeof status === 'number') states.push({ id: id ?? '', status, code });
  };

  socket.ev.on('connection.update', (update) => {
    updates.push(update);
    news.changed();
  });
  socket.ev.on('messages.upsert', (upsert) => {
    for (const message of upsert.messages) {
      messages.push({ type: upsert.type, message });
      if (message.key.fromMe === true) state(message.key.id, message.status, message.messageStubParameters);
    }
    news.changed();
  });
  socket.ev.on('messages.update', (changes) => {
    for (const { key, update } of changes) state(key.id, update.status, update.messageStubParameters);
    news.changed();
  });
  return {
    socket,
    messages,
    updates,
    states,
    texts: () =>
      messages.flatMap(({ message: { key, message } }) => {
        const text = message?.conversation ?? message?.imageMessage?.caption;
        return key.fromMe === true || text == null ? [] : [text];
      }),
    isOpen: () => updates.some(({ connection }) => connection === 'open'),
    closed: () => {
      const error = updates.find(({ connection }) => connection === 'close')?.lastDisconnect?.error;
      return error !== undefined && 'output' in error ? error.output.statusCode : undefined;
    },
    until: news.until,
  };
}
