import { afterEach, expect, test } from 'vitest';

import { linkWithinMs } from '../../src/channels/whatsapp/limits.ts';
import { listen } from '../peers/local-server.ts';
import type { LocalServer } from '../peers/local-server.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { serveWhatsApp } from './whatsapp-service.ts';

quietLibsignal();

const servers: LocalServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A picture of one point, and a document. */
const files = new Map([
  [
    '/peta.png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
  ['/jadwal%20kelas.pdf', Buffer.from('%PDF-1.7 jadwal')],
]);

/** The channel, a store of files for WhatsApp, and an office's own web server. */
async function serve() {
  const peer = await createPeer();
  const service = await serveWhatsApp({
    peer,
    server: { url: peer.url, media: { host: peer.media.host, ca: peer.media.certificate } },
  });
  const web = await listen((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  servers.push(web, { ...web, close: () => peer.close() });
  await service.channel.start();
  return { ...service, web, signal: AbortSignal.timeout(20_000) };
}

test('a picture with its words, a document, a place and a card arrive as WhatsApp shows them', async () => {
  const { peer, channel, web, signal } = await serve();
  const person = peer.person(7);
  const parts = [
    { text: 'Petanya', image: `${web.url}/peta.png` },
    { text: '', document: `${web.url}/jadwal%20kelas.pdf` },
    { text: '', location: { lat: -2.74, lon: 106.44, name: 'Aula' } },
    { text: '', card: { name: 'Kantor; Toboali', phone: '+627184123456' } },
  ];
  for (const [index, part] of parts.entries()) {
    expect(await channel.send(person.lid, part, `kiriman.${index}`, signal)).toMatchObject({ type: 'sent' });
  }
  await peer.until(() => person.heard().length === parts.length);
  const [picture, document, place, card] = person.heard().map(({ message }) => message);
  expect(picture?.imageMessage?.caption).toBe('Petanya');
  expect(peer.media.open('image', picture?.imageMessage ?? {})).toEqual(files.get('/peta.png'));
  expect(document?.documentMessage).toMatchObject({ fileName: 'jadwal kelas.pdf', mimetype: 'application/pdf' });
  expect(peer.media.open('document', document?.documentMessage ?? {})).toEqual(files.get('/jadwal%20kelas.pdf'));
  expect(place?.locationMessage).toMatchObject({ degreesLatitude: -2.74, degreesLongitude: 106.44, name: 'Aula' });
  expect(card?.contactMessage).toEqual({
    displayName: 'Kantor; Toboali',
    vcard:
      'BEGIN:VCARD\nVERSION:3.0\nN:;Kantor\\; Toboali;;;\nFN:Kantor\\; Toboali\nTEL;type=WORK:+627184123456\nEND:VCARD',
  });
  expect(peer.unknown()).toEqual([]);
});

test('a file that is gone is certainly not sent, and is tried again later', async () => {
  const { peer, channel, web, signal } = await serve();
  const part = { text: 'Petanya', image: `${web.url}/hilang.png` };
  const result = await channel.send(peer.person(7).lid, part, 'kiriman.1', signal);
  expect(result).toMatchObject({ type: 'retry', scope: 'chat', code: 'media' });
  expect(peer.posted()).toEqual([]);
});

test('a telephone that lost its session gets the message again from the same process', async () => {
  const { peer, channel, texts, say, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  person.says('halo');
  await until(() => texts().length === 1);
  expect(await say(person.lid, 'Satu.')).toMatchObject({ type: 'sent' });
  await peer.until(() => person.texts().length === 1);
  person.losesSession();
  expect(await say(person.lid, 'Dua.')).toMatchObject({ type: 'sent' });
  await peer.until(() => person.texts().includes('Dua.'));
  expect(person.unreadable().length).toBeGreaterThan(0);
  person.says('terima kasih');
  await until(() => texts().includes('terima kasih'));
});

test('somebody who never wrote can be written to by number, and is the same person by LID', async () => {
  const { peer, channel, say, received, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  expect(await say(person.phone, 'Kelas besok pukul 9.')).toMatchObject({ type: 'sent' });
  await peer.until(() => person.texts().length === 1);
  person.says('baik', { by: 'phone' });
  await until(() => received.length === 1);
  expect(received[0]).toMatchObject({ user: person.lid });
});

test.each([
  ['who was met by LID before', true],
  ['whom nobody met', false],
])(
  'a message that names the number alone, of somebody %s, is answered once and never asked for again',
  async (_, met) => {
    const { peer, channel, keyrings, received, until } = await serveWhatsApp();
    await channel.start();
    const person = peer.person(7);
    if (met) {
      person.says('halo');
      await until(() => received.length === 1);
    }
    person.says('baik', { by: 'phone', alone: true });
    await until(() => received.some(({ input }) => 'text' in input && input.text === 'baik'));
    person.says('satu lagi', { by: 'phone', alone: true });
    await until(() => received.some(({ input }) => 'text' in input && input.text === 'satu lagi'));
    await channel.stop();
    // What stands there would be asked for once more.
    expect(keyrings.values.get('arrivals')).toBe('[]');
  },
);

test('an officer is found by number, as the address under which they write', async () => {
  const { peer, channel } = await serveWhatsApp();
  expect(await channel.link.find(peer.person(7).number)).toBeNull();
  await channel.start();
  expect(await channel.link.find(peer.person(7).number)).toBe(peer.person(7).lid);
  expect(await channel.link.find('628999999999')).toBeNull();
});

test('the owner keeps hearing the telephone ring, and new one-time keys are there before the last is used', async () => {
  const { peer, channel, texts, until } = await serveWhatsApp();
  await channel.start();
  await peer.spendPreKeys(2);
  const people = [1, 2, 3, 4].map((id) => peer.person(id));
  for (const person of people) person.says(`halo ${person.id}`);
  await until(() => texts().length === people.length);
  await peer.until(() => people.every((person) => person.reports().length > 0));
  expect(new Set(people.flatMap((person) => person.reports().map(({ type }) => type)))).toEqual(new Set(['inactive']));
});

test('a QR code that nobody scans is over after a while, and the next wish shows another one', async () => {
  const { peer, channel, until } = await serveWhatsApp({ linked: false, skip: [linkWithinMs] });
  await channel.start();
  channel.link.pair(null);
  await until(() => channel.link.state().attempts === 1 && channel.link.state().state === 'unlinked');
  channel.link.pair(null);
  await until(() => channel.link.state().attempts === 2);
  expect(peer.logins()).toEqual([]);
});

test('a wrong code links nothing, and the right one still does', async () => {
  const { peer, channel, until } = await serveWhatsApp({ linked: false });
  await channel.start();
  channel.link.pair(peer.number);
  await until(() => channel.link.state().code !== null && peer.phone.isAsked());
  expect(await peer.phone.types('SALAH123')).toBe(false);
  expect(await peer.phone.types(channel.link.state().code ?? '')).toBe(true);
  await until(() => channel.link.state().state === 'open');
});
