import { expect, test } from 'vitest';

import { quietLibsignal } from './meet-whatsapp.ts';
import { createKeyrings, serveWhatsApp } from './whatsapp-service.ts';
import type { WhatsAppService } from './whatsapp-service.ts';

quietLibsignal();

/** The linked device talks with somebody. */
async function talks({ peer, texts, say, until }: WhatsAppService): Promise<void> {
  const person = peer.person(7);
  person.says('halo');
  await until(() => texts().includes('halo'));
  expect(await say(person.lid, 'Selamat datang.')).toMatchObject({ type: 'sent' });
  await peer.until(() => person.texts().length === 1);
}

test('without a linked device nothing is connected until somebody wants to link one', async () => {
  const { peer, channel } = await serveWhatsApp({ linked: false });
  await channel.start();
  expect(channel.link.state()).toMatchObject({ state: 'unlinked', trouble: 'not_linked', qr: null, code: null });
  expect(peer.logins()).toEqual([]);
});

test('a QR code that the owner scans links the device, and it talks', async () => {
  const service = await serveWhatsApp({ linked: false });
  const { peer, channel, until } = service;
  await channel.start();
  channel.link.pair(null);
  await until(() => channel.link.state().qr !== null);
  expect(await peer.phone.scans(channel.link.state().qr ?? '')).toBe(true);
  await until(() => channel.link.state().state === 'open');
  expect(channel.link.state()).toMatchObject({ qr: null, number: peer.number, trouble: null });
  await talks(service);
});

test('a code of eight letters links the device, and a later process needs none', async () => {
  const service = await serveWhatsApp({ linked: false });
  const { peer, channel, keyrings, until } = service;
  await channel.start();
  channel.link.pair(peer.number);
  await until(() => channel.link.state().code !== null);
  await peer.until(() => peer.stanzas('iq').filter(({ attrs }) => attrs['xmlns'] === 'md').length > 0);
  expect(channel.link.state().code).toMatch(/^[1-9A-HJ-NP-TV-Z]{8}$/u);
  expect(await peer.phone.types(channel.link.state().code ?? '')).toBe(true);
  await until(() => channel.link.state().state === 'open');
  await channel.stop();
  const later = await serveWhatsApp({ peer, rings: keyrings });
  await later.channel.start();
  await talks(later);
});

test('an abandoned code leaves nothing behind that would be refused for ever', async () => {
  const { peer, channel, keyrings, until } = await serveWhatsApp({ linked: false });
  await channel.start();
  channel.link.pair(peer.number);
  await until(() => channel.link.state().code !== null);
  await channel.stop();
  const rings = createKeyrings();
  for (const [name, value] of keyrings.values) rings.values.set(name, value);
  const later = await serveWhatsApp({ peer, rings });
  await later.channel.start();
  expect(later.channel.link.state().state).toBe('unlinked');
  expect(rings.values.size).toBe(0);
  expect(peer.logins()).toEqual([]);
  later.channel.link.pair(null);
  await later.until(() => later.channel.link.state().qr !== null);
  expect(await peer.phone.scans(later.channel.link.state().qr ?? '')).toBe(true);
  await later.until(() => later.channel.link.state().state === 'open');
});

test('whoever logs out unlinks the device and forgets its keys', async () => {
  const { peer, channel, keyrings, until } = await serveWhatsApp();
  await channel.start();
  await channel.link.logout();
  await until(() => channel.link.state().state === 'unlinked');
  expect(keyrings.values.size).toBe(0);
  expect(
    peer.stanzas('iq').some(({ content }) => (JSON.stringify(content) ?? '').includes('remove-companion-device')),
  ).toBe(true);
});

test('pushes that were stopped stay so when the device is unlinked and another process links one', async () => {
  const { peer, channel, keyrings, until } = await serveWhatsApp();
  await channel.start();
  peer.restrict(2_000_000_000);
  await until(() => channel.pushesStopped?.() === 'restricted');
  await channel.link.logout();
  await until(() => channel.link.state().state === 'unlinked');
  await channel.stop();
  const later = await serveWhatsApp({ peer, rings: keyrings });
  await later.channel.start();
  expect(later.channel.link.state()).toMatchObject({ state: 'unlinked', pushes: 'restricted' });
});

test('a server that cannot prove who it is gets no message', async () => {
  const { channel } = await serveWhatsApp({ trusted: false });
  await channel.start();
  expect(channel.link.state()).toMatchObject({ state: 'stopped', trouble: 'server_not_trusted' });
});

test('keys that cannot be read are no new identity', async () => {
  const { channel, keyrings, peer, waits } = await serveWhatsApp();
  keyrings.fail(true);
  await channel.start();
  expect(channel.link.state()).toMatchObject({ state: 'connecting', trouble: 'keys_not_read' });
  expect(peer.logins()).toEqual([]);
  expect(waits).toContain(500);
});
