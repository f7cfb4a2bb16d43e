import { afterEach, describe, expect, it } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { contactKind } from '../../src/domain/contact-kind.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createSay } from '../../src/engine/say.ts';
import { openDoor } from '../../src/wire/door.ts';
import { wire } from '../../src/wire/service.ts';
import type { Service } from '../../src/wire/service.ts';
import { listen } from '../peers/local-server.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

const sentences = await loadSentences();
const say = createSay(sentences);
const apology = say('layanan.maaf_gangguan');
const delayed = say('layanan.maaf_tertunda');
const secret = 'rahasia-uji-coba-123';
const chat = { id: 7, type: 'private' };
const from = { id: 7, is_bot: false, first_name: 'Warga' };

interface House {
  readonly service: Service;
  readonly store: Store;
  readonly peer: Peer;
  /** What person 7 was sent, as the platform recorded it. */
  readonly answers: () => readonly string[];
  /** Turns that were taken with person 7. */
  readonly turns: () => Promise<number>;
  /** Brings updates to the webhook's door, all at the same time; resolves with what the door answered. */
  readonly bring: (updates: readonly object[]) => Promise<readonly number[]>;
  /** Moves the service's clock, and lets what then happens happen. */
  readonly pass: (ms: number) => Promise<void>;
}

/** The whole service beside the offline Bot API, with its door open and no pace. */
async function open(way: 'polling' | 'webhook', spoil: (store: Store) => Store = (store) => store): Promise<House> {
  const peer = await createPeer();
  const free = await listen(() => undefined);
  await free.close();
  const { port } = new URL(free.url);
  const url = `http://127.0.0.1:${port}/telegram/uji`;
  const stores: Store[] = [];
  const wiring = {
    sentences,
    config: toConfig({
      DATA_DIR: newFolder(),
      PORT: port,
      TELEGRAM_API_ROOT: peer.root,
      TELEGRAM_BOT_TOKEN: peer.token,
      ...(way === 'webhook' && { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret }),
    }),
    log: () => undefined,
    demo: true,
    withStore: (store: Store) => {
      stores.push(store);
      return spoil(store);
    },
    withChannel: (channel: Channel): Channel => ({
      ...channel,
      limits: { ...channel.limits, perSecond: Infinity, perChatMs: 0 },
    }),
  };
  const service = await wire(wiring);
  const door = await openDoor(service, wiring);
  endings.push(
    () => peer.close(),
    () => service.stop(),
    () => door.close(),
  );
  await service.start();
  peer.person(7);
  const [store] = stores;
  if (store === undefined) throw new Error('no store was opened');
  const account = service.accountOf('telegram') ?? '';
  return {
    service,
    store,
    peer,
    answers: () =>
      peer
        .person(7)
        .sees()
        .map(({ text }) => text),
    turns: async () => (await store.addresses.read(addressOf(store.fingerprint, account, '7')))?.turn ?? 0,
    pass: async (ms) => {
      await service.settle();
      service.moveClock?.(service.clock.now() + ms);
      await service.settle();
    },
    bring: (updates) =>
      Promise.all(
        updates.map(async (update) => {
          const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
          return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) })).status;
        }),
      ),
  };
}

const message = (id: number, content: object) => ({
  update_id: id,
  message: { message_id: id, date: 1, chat, from, ...content },
});

describe('what the network does to a message', () => {
  it('ten copies of one update at the same time are one turn and one answer', async () => {
    const house = await open('webhook');
    await greet(house);
    const before = { turns: await house.turns(), answers: house.answers().length };
    const copies = Array.from({ length: 10 }, () => message(5001, { text: 'daftar' }));
    expect(await house.bring(copies)).toEqual(copies.map(() => 200));
    await house.service.settle();
    expect(await house.turns()).toBe(before.turns + 1);
    expect(house.answers()).toHaveLength(before.answers + 1);
  });

  it('an album of five photos is one turn, also when its parts come at the same time and again', async () => {
    const house = await open('webhook');
    await greet(house);
    const before = { turns: await house.turns(), answers: house.answers().length };
    const album = [5001, 5002, 5003, 5004, 5005].map((id) =>
      message(id, { media_group_id: 'album', photo: [{ file_id: `foto-${id}` }] }),
    );
    await house.bring([...album, ...album]);
    for (let seconds = 0; seconds < 5; seconds += 1) await house.pass(1100);
    expect(await house.turns()).toBe(before.turns + 1);
    expect(house.answers()).toHaveLength(before.answers + 1);
    expect(await house.store.inbox.neglected(0, 1)).toEqual([]);
  });

  it.each(['polling', 'webhook'] as const)('messages in one breath are answered in their order, by %s', async (way) => {
    const house = await open(way);
    await answerEach(house, ['daftar', '1', 'ya', 'setuju']);
    const person = house.peer.person(7);
    for (const text of ['17 agustus 1975', 'siti aminah', 'perempuan', 'toboali', 'gadung']) person.says(text);
    await house.peer.until(() => house.answers().length === 9);
    const asked = ['Nama lengkap', 'Jenis kelamin', 'kecamatan', 'Desa', 'Nomor HP'];
    const heard = house.answers().slice(4);
    expect(heard.map((text, place) => text.includes(asked[place] ?? '?'))).toEqual(asked.map(() => true));
  });

  it('a message that always fails is tried three times and set aside; the person is told once, and goes on', async () => {
    const tries: number[] = [];
    const house = await open('polling', (store) => withPoison(store, () => tries.push(tries.length)));
    await greet(house);
    const before = house.answers().length;
    house.peer.person(7).says(poison);
    house.peer.person(7).says('daftar');
    await house.peer.until(() => house.peer.pending() === 0);
    for (let seconds = 0; seconds < 20; seconds += 1) await house.pass(1000);
    expect(tries).toHaveLength(3);
    expect(await house.store.inbox.countAside()).toBe(1);
    const [sorry, question, ...more] = house.answers().slice(before);
    expect(sorry).toBe(apology);
    expect(question).toContain('Pelatihan mana');
    expect(more).toEqual([]);
  });

  it('a deed that keeps failing is told once, tried on, and done when it can be', async () => {
    const contacts = { broken: false, tries: 0 };
    const house = await open('polling', (store) => withFailingDeed(store, contacts));
    await answerEach(house, ['daftar', '1', 'ya']);
    contacts.broken = true;
    house.peer.person(7).says('setuju');
    await house.peer.until(() => house.peer.pending() === 0);
    for (let minutes = 0; minutes < 20; minutes += 1) await house.pass(60_000);
    expect(contacts.tries).toBeGreaterThan(5);
    expect(house.answers().slice(3)).toEqual([delayed]);
    contacts.broken = false;
    await house.pass(60 * 60_000);
    await house.service.sweep();
    expect(house.answers().slice(4)).toEqual([expect.stringContaining('Tanggal lahir')]);
  });
});

/** The person has written before, so that the platform lets the bot write to them. */
async function greet({ peer, service }: House): Promise<void> {
  peer.person(7).says('halo');
  await peer.until(() => peer.person(7).sees().length > 0 && peer.pending() === 0);
  await service.settle();
}

/** Each is said when the question before it was seen. */
async function answerEach({ peer, answers }: House, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const seen = answers().length;
    peer.person(7).says(text);
    await peer.until(() => answers().length > seen);
  }
}

const poison = 'racun';

/** A store from which this one text comes out in a way that kills whoever reads it. */
function withPoison(store: Store, tried: () => void): Store {
  const { inbox } = store;
  const deadly = {
    type: 'text',
    get text(): string {
      tried();
      throw new Error('poison');
    },
  } as const;
  const waiting: typeof inbox.waiting = async (address, limit) =>
    (await inbox.waiting(address, limit)).map((row) =>
      row.input.type === 'text' && row.input.text === poison ? { ...row, input: deadly } : row,
    );
  return { ...store, inbox: { ...inbox, waiting } };
}

/** A store in which nothing about a person can be changed while it is broken. */
function withFailingDeed(store: Store, contacts: { broken: boolean; tries: number }): Store {
  return {
    ...store,
    documents: (kind) => {
      const documents = store.documents(kind);
      const change: typeof documents.change = (id, decide) => {
        if (!contacts.broken || kind.name !== contactKind.name) return documents.change(id, decide);
        contacts.tries += 1;
        return Promise.reject(new Error('broken'));
      };
      return { ...documents, change };
    },
  };
}
