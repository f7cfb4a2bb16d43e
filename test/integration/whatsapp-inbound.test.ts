import type { proto } from '@whiskeysockets/baileys';
import type { BinaryNode } from '@whiskeysockets/baileys';
import { expect, test } from 'vitest';

import { createReceiveMessage } from '../../src/app/receive-message.ts';
import type { Arrival } from '../../src/domain/ports/inbox.ts';
import { createInlineQueue } from '../../src/queue/inline/inline-queue.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { useFolders } from './temporary-folder.ts';
import { createKeyrings, serveWhatsApp } from './whatsapp-service.ts';

quietLibsignal();
const folder = useFolders();

const quoted = { contextInfo: { stanzaId: '3EB0', quotedMessage: { conversation: 'Siapa nama Bapak/Ibu?' } } };

/** What people send, and what reaches the conversation. null: nothing. */
const kinds: readonly (readonly [string, proto.IMessage, string | null])[] = [
  ['a text', { conversation: 'daftar' }, 'text daftar'],
  ['a reply to ours', { extendedTextMessage: { text: '1', ...quoted } }, 'text 1'],
  ['a text that vanishes', { ephemeralMessage: { message: { conversation: 'ya' } } }, 'text ya'],
  ['ten thousand letters', { conversation: 'a'.repeat(10_000) }, 'unreadable lain'],
  ['a voice message', { audioMessage: { ptt: true } }, 'unreadable suara'],
  ['a film', { videoMessage: {} }, 'unreadable video'],
  ['a sticker', { stickerMessage: {} }, 'unreadable stiker'],
  ['a poll', { pollCreationMessageV3: { name: 'Setuju?' } }, 'unreadable lain'],
  ["somebody's card", { contactMessage: { vcard: 'TEL;waid=6281299999999:+62' } }, 'unreadable kontak'],
  ['a place', { locationMessage: { degreesLatitude: -2.7, degreesLongitude: 106.4 } }, 'location -2.7 106.4'],
  ['a correction', { protocolMessage: { type: 14, editedMessage: { conversation: 'x' } } }, 'unreadable diubah'],
  ['a deletion', { protocolMessage: { type: 0, key: { id: '3A' } } }, null],
  ['a reaction', { reactionMessage: { text: '👍', key: { id: '3EB0' } } }, null],
  ['a vote', { pollUpdateMessage: { pollCreationMessageKey: { id: '3EB0' } } }, null],
];

test('every kind of message is heard as it is meant to be, in its order', async () => {
  const { peer, channel, received, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  for (const [, content] of kinds) person.sends(content);
  person.sendsViewOnce();
  person.says('selesai');
  await until(() => received.some(({ input }) => input.type === 'text' && input.text === 'selesai'));
  const heard = received.map(({ input }) =>
    Object.values(input)
      .map((value) => String(value))
      .join(' '),
  );
  const expected = kinds.flatMap(([, , said]) => said ?? []);
  expect(heard).toEqual([...expected, 'unreadable sekali_lihat', 'text selesai']);
});

test.each(['120363000000000001@g.us', 'status@broadcast'])(
  'whatever somebody writes into %s is not for us',
  async (into) => {
    const { peer, channel, received, until } = await serveWhatsApp();
    await channel.start();
    const person = peer.person(7);
    for (const [, content] of kinds) person.sends(content, { into });
    await peer.until(() => peer.pending().length === 0);
    person.says('halo');
    await until(() => received.length > 0);
    expect(received.map(({ input }) => input)).toEqual([{ type: 'text', text: 'halo' }]);
    expect(peer.posted()).toEqual([]);
  },
);

const nik = '3201014107900001';

test('sixteen digits that look like a NIK are stored nowhere, however they come', async () => {
  const rows: Arrival[] = [];
  const store = openSqlite({ dataDir: folder(), key: 'k'.repeat(44), clock: { now: Date.now } });
  const peer = await createPeer();
  const rings = createKeyrings(peer.credentials());
  const written: string[] = [];
  const service = await serveWhatsApp({
    peer,
    rings: {
      ...rings,
      write: (account, changes) => {
        written.push(...[...changes.values()].map(String));
        return rings.write(account, changes);
      },
    },
    receive: createReceiveMessage({
      ...store,
      inbox: {
        ...store.inbox,
        accept: (given) => {
          rows.push(...given);
          return store.inbox.accept(given);
        },
      },
      queue: createInlineQueue({ clock: createSystemClock() }),
    }),
  });
  await service.channel.start();
  const person = peer.person(7);
  const said: readonly proto.IMessage[] = [
    { conversation: `NIK saya ${nik}` },
    { conversation: `${nik.slice(0, 6)}\u200B ${nik.slice(6, 12)} \u2060${nik.slice(12)}` },
    { extendedTextMessage: { text: nik, title: nik, description: nik, ...quoted } },
    { extendedTextMessage: { text: 'ini', contextInfo: { quotedMessage: { conversation: nik } } } },
    { imageMessage: { caption: `KTP ${nik}` } },
    {
      documentWithCaptionMessage: {
        message: { documentMessage: { caption: nik, fileName: `${nik}.pdf`, title: nik } },
      },
    },
    { contactMessage: { displayName: nik, vcard: `BEGIN:VCARD\nFN:${nik}\nEND:VCARD` } },
    { locationMessage: { degreesLatitude: -2.7, degreesLongitude: 106.4, name: nik, address: nik } },
    { listResponseMessage: { title: nik, description: nik, singleSelectReply: { selectedRowId: nik } } },
    { pollCreationMessageV3: { name: nik, options: [{ optionName: nik }] } },
    { protocolMessage: { type: 14, editedMessage: { conversation: nik } } },
    { conversation: 'selesai' },
  ];
  for (const content of said) person.sends(content);
  await service.until(() => rows.some(({ input }) => input.type === 'text' && input.text === 'selesai'));
  await service.channel.stop();
  expect(rows).toHaveLength(said.length);
  const stored = JSON.stringify([...rows, ...written, ...service.logged]);
  expect(stored.replaceAll(/[^\d]/gu, '')).not.toContain(nik);
  expect(stored).not.toContain(nik.slice(6));
  await store.close();
  await peer.close();
});

const stranger = '199999999999999@lid';
const message = (attrs: Record<string, string>, content?: BinaryNode['content']): BinaryNode => ({
  tag: 'message',
  attrs: { from: stranger, id: '3AFFFF', t: '1795000000', type: 'text', ...attrs },
  ...(content !== undefined && { content }),
});
const enc = (bytes: Uint8Array, attrs: Record<string, string> = {}): BinaryNode => ({
  tag: 'enc',
  attrs: { v: '2', type: 'pkmsg', ...attrs },
  content: bytes,
});

test.each<[string, BinaryNode]>([
  ['a message without anything in it', message({ id: '3A01' })],
  ['one without a sender', message({ id: '3A02', from: '' }, [enc(Buffer.alloc(10))])],
  ['one whose id has no end', message({ id: 'A'.repeat(100_000) }, [enc(Buffer.alloc(10))])],
  ['one whose sender has no end', message({ id: '3A04', from: `${'9'.repeat(100_000)}@lid` }, [enc(Buffer.alloc(10))])],
  ['a megabyte of noise', message({ id: '3A05' }, [enc(Buffer.alloc(1_000_000, 7))])],
  ['a kind of encryption that nobody knows', message({ id: '3A06' }, [enc(Buffer.alloc(10), { type: 'rot13' })])],
  ['a plaintext', message({ id: '3A07' }, [{ tag: 'plaintext', attrs: {}, content: Buffer.from('halo') }])],
  [
    'a thousand copies',
    message(
      { id: '3A08' },
      Array.from({ length: 1000 }, () => enc(Buffer.alloc(3))),
    ),
  ],
  ['a time that is none', message({ id: '3A09', t: 'kemarin' }, [enc(Buffer.alloc(10))])],
  ['a message by the service itself', message({ id: '3A10', from: '@s.whatsapp.net' }, [enc(Buffer.alloc(10))])],
])('%s harms nobody', async (_name, node) => {
  const { peer, channel, texts, say, keyrings, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  person.says('satu');
  await until(() => texts().length === 1);
  peer.push(node);
  person.says('dua');
  await until(() => texts().includes('dua'));
  expect(texts()).toEqual(['satu', 'dua']);
  expect(await say(person.lid, 'Baik.')).toMatchObject({ type: 'sent' });
  await channel.stop();
  expect(Math.max(...[...keyrings.values.values()].map(({ length }) => length))).toBeLessThan(50_000);
});
