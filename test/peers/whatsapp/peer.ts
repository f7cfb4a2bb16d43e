import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import type { AuthenticationCreds } from '@whiskeysockets/baileys';
import { WebSocketServer } from 'ws';

import { createFaults } from '../faults.ts';
import { createNews } from '../news.ts';
import { createAccount } from './account.ts';
import { fewPreKeys } from './companion.ts';
import { serveSocket } from './connection.ts';
import { createContact } from './contact.ts';
import type { Contact, Person } from './contact.ts';
import { farewells } from './endings.ts';
import type { Ending } from './endings.ts';
import type { Fault } from './faults.ts';
import type { Log } from './log.ts';
import { createMedia } from './media.ts';
import type { Media } from './media.ts';
import { createServerIdentity } from './noise.ts';
import type { ServerIdentity } from './noise.ts';
import { capping, restriction } from './notices.ts';
import type { Standing } from './notices.ts';
import { createPhone } from './phone.ts';
import type { Phone } from './phone.ts';
import { createReception } from './reception.ts';
import type { Mood } from './reception.ts';
import { createRegistry } from './registry.ts';
import type { Stanza } from './stanza.ts';
import { userOf } from './world.ts';
import type { World } from './world.ts';

export interface PeerOptions {
  /** The bot's number, digits only. */
  readonly number?: string;
  readonly port?: number;
  /** A first login uploads 5 one-time keys instead of 812: quicker by a fifth of a second, enough for 5 people. */
  readonly fewKeys?: boolean;
  /** How long everything takes on its way to the client; can be changed by `slow`. */
  readonly latencyMs?: number;
}

/**
 * An offline WhatsApp for one account, speaking the service's own protocol to an unmodified Baileys:
 *
 *     const peer = await createPeer();
 *     const client = makeWASocket({ waWebSocketUrl: peer.url, auth: { creds: peer.credentials(), keys } });
 *     const person = peer.person(7);
 *     person.says('daftar');
 *     await peer.until(() => person.texts().includes('Siapa nama Bapak/Ibu?'));
 *     expect(peer.unknown()).toEqual([]);
 *     await peer.close();
 *
 * Baileys' own timers hold the event loop for up to a minute after `end()`: tests run in vitest's pool of forks, which
 * ends them; a program of its own calls `process.exit`.
 */
export interface Peer {
  /** For the option `waWebSocketUrl`. */
  readonly url: string;
  /** The public key to put into `WA_CERT_DETAILS.PUBLIC_KEY` for a client that checks signatures. */
  readonly root: ServerIdentity['root'];
  /** The bot's number. */
  readonly number: string;
  /** The phone of the account's owner. */
  readonly phone: Phone;
  /** Pictures and documents. */
  readonly media: Omit<Media, 'close'>;
  /** What a client keeps that was linked long ago. Its first login uploads its one-time keys; before, nobody can write to it. */
  credentials(): AuthenticationCreds;
  person(id: number): Person;
  fail(fault: Fault): void;
  /** Everything takes this long on its way to the client from now on. */
  slow(latencyMs: number): void;
  /** Ends every open connection with this code, as the service does. 401 unlinks the devices. */
  end(ending: Ending): void;
  /** Refuses the next logins with this code; null lets them in again. */
  refuseLogins(ending: Ending | null): void;
  /** Bars new chats until then (seconds since 1970), or not any more (null), and says so. */
  restrict(until: number | null): void;
  /** Sets the quota of new chats, and says so. */
  cap(quota: Standing['quota']): void;
  /** Strangers use up one-time keys of the devices until this many are left. */
  spendPreKeys(left: number): Promise<void>;
  /** Breaks every open socket, as a network does. */
  cut(): void;
  /** The open sockets stay open, but nothing is heard or said on them any more. */
  silence(): void;
  /** A stanza that no person here makes: a newsletter, a call, something malformed. */
  push(node: Stanza): void;
  /** The message with this id once more, as it was sent last, to every device that is linked. */
  repeat(id: string): void;
  /** What the devices have not acknowledged: `message 3A..`, `receipt 3EB0.. read`. */
  pending(): readonly string[];
  /** Everything that clients sent, oldest first; of one kind when its tag is named. */
  stanzas(tag?: string): readonly Stanza[];
  /** The bot's messages as the service took or refused them, in order. */
  posted(): Log['posted'];
  /** Stanzas that a device refused by an error, with its code. */
  refusals(): Log['refusals'];
  logins(): Log['logins'];
  /** What this peer does not know, and its own failures. Tests assert that there are none. */
  unknown(): readonly string[];
  /** Resolves once `holds` is true; it is asked again whenever something happened here. */
  until(holds: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server on 127.0.0.1. */
export async function createPeer(options: PeerOptions = {}): Promise<Peer> {
  const { number = '628110000001', port = 0 } = options;
  const identity = createServerIdentity();
  const media = await createMedia();
  const account = createAccount(number, '200000000000001');
  const log: Log = { stanzas: [], posted: [], refusals: [], logins: [], puzzles: [] };
  const mood: Mood = { refusedWith: null, latencyMs: options.latencyMs ?? 0 };
  const contacts = new Map<number, Contact>();
  const users = new Map<string, Contact>();
  const news = createNews();
  const registry = createRegistry(account);

  const world: World = {
    account,
    phone: createPhone(account, registry, (error) => world.puzzle(`the phone failed: ${String(error)}`)),
    mediaHost: media.host,
    standing: { barredUntil: null, quota: {} },
    faults: createFaults<Fault>(),
    log,
    contact: (id) => {
      const known = contacts.get(id);
      if (known !== undefined) return known;
      const made = createContact(id, world);
      contacts.set(id, made);
      users.set(made.number, made).set(userOf(made.lid), made);
      return made;
    },
    contactAt: (jid) => users.get(userOf(jid)),
    partyAt: (jid) => {
      const user = userOf(jid);
      return user === account.number || user === account.lid ? account.phone : world.contactAt(jid)?.party;
    },
    puzzle: (text) => {
      log.puzzles.push(text);
      world.changed();
    },
    changed: news.changed,
  };
  const reception = createReception(world, registry, mood);
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  server.on('connection', (socket) => serveSocket(socket, identity, reception));
  await once(server, 'listening');

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws/chat`,
    root: identity.root,
    number,
    phone: world.phone,
    media,
    credentials: () => account.credentials(options.fewKeys === true ? fewPreKeys : 0),
    person: (id) => world.contact(id),
    fail: (fault) => world.faults.add(fault),
    slow: (ms) => {
      mood.latencyMs = ms;
    },
    end: (ending) => {
      for (const companion of account.companions()) if (ending === 401) companion.revoked = true;
      for (const connection of reception.connections()) connection.end(farewells[ending]);
    },
    refuseLogins: (ending) => {
      mood.refusedWith = ending;
    },
    restrict: (until) => {
      world.standing.barredUntil = until;
      for (const companion of account.companions()) companion.post(restriction(world.standing));
    },
    cap: (quota) => {
      world.standing.quota = quota;
      for (const companion of account.companions()) companion.post(capping(world.standing));
    },
    spendPreKeys: async (left) => {
      for (const companion of account.companions()) while (companion.preKeys() > left) await companion.bundle();
    },
    cut: () => {
      for (const connection of reception.connections()) connection.cut();
    },
    silence: () => {
      for (const connection of reception.connections()) connection.mute();
    },
    push: (node) => {
      for (const companion of account.companions()) companion.post(node);
    },
    repeat: (id) => {
      for (const companion of account.companions()) companion.repeat(`message ${id}`);
    },
    pending: () => account.companions().flatMap((companion) => [...companion.waiting()]),
    stanzas: (tag) => log.stanzas.filter((node) => tag === undefined || node.tag === tag),
    posted: () => log.posted,
    refusals: () => log.refusals,
    logins: () => log.logins,
    unknown: () => log.puzzles,
    until: news.until,
    close: async () => {
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      await media.close();
    },
  };
}
