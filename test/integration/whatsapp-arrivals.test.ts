import { expect, test } from 'vitest';

import { askAgainMs } from '../../src/channels/whatsapp/limits.ts';
import type { SendResult } from '../../src/domain/channel.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { serveWhatsApp } from './whatsapp-service.ts';

quietLibsignal();

test('a burst from somebody new keeps its order on a store that takes 5 ms', async () => {
  const { peer, channel, keyrings, texts, received, until } = await serveWhatsApp();
  await channel.start();
  keyrings.slow(5);
  const person = peer.person(7);
  const said = Array.from({ length: 12 }, (_, index) => `pesan ${index}`);
  for (const [index, text] of said.entries()) person.says(text, { by: index % 3 === 0 ? 'phone' : 'lid' });
  await until(() => texts().length === said.length);
  expect(texts()).toEqual(said);
  const orders = received.map(({ order }) => order);
  expect(orders).toEqual(orders.toSorted((one, other) => one - other));
  expect(new Set(received.map(({ user }) => user))).toEqual(new Set([person.lid]));
});

test('twenty people who chat at once on a store that takes 5 ms can read every reply', async () => {
  const answers: Promise<SendResult>[] = [];
  const { peer, channel, keyrings, say, until } = await serveWhatsApp({
    // Every reply crosses what its person says next.
    receive: async (messages) => {
      for (const { chat, externalId } of messages) answers.push(say(chat, 'balasan', `kiriman.${externalId}`));
    },
  });
  await channel.start();
  keyrings.slow(5);
  const people = Array.from({ length: 20 }, (_, index) => peer.person(index + 1));
  const rounds = 8;
  for (let round = 0; round < rounds; round += 1) {
    for (const person of people) person.says(`pesan ${round}`);
    await until(() => answers.length >= people.length * round);
  }
  await until(() => answers.length === people.length * rounds);
  expect(new Set((await Promise.all(answers)).map(({ type }) => type))).toEqual(new Set(['sent']));
  await peer.until(() => people.every((person) => person.heard().length === rounds));
  expect(people.flatMap((person) => person.unreadable())).toEqual([]);
});

test('replies that cross what their person says next stay readable, on a store that takes 20 ms', async () => {
  const answers: Promise<SendResult>[] = [];
  const { peer, channel, keyrings, say, until } = await serveWhatsApp({
    receive: async (messages) => {
      for (const { chat, externalId } of messages) answers.push(say(chat, 'balasan', `kiriman.${externalId}`));
    },
  });
  await channel.start();
  keyrings.slow(20);
  const people = Array.from({ length: 3 }, (_, index) => peer.person(index + 1));
  const rounds = 30;
  for (let round = 0; round < rounds; round += 1) {
    for (const person of people) person.says(`pesan ${round}`);
    // People write at their own pace and wait for nobody.
    await new Promise((resolve) => setTimeout(resolve, 10 + (round % 7) * 5));
  }
  await until(() => answers.length === people.length * rounds);
  expect(new Set((await Promise.all(answers)).map(({ type }) => type))).toEqual(new Set(['sent']));
  await peer.until(() => people.every((person) => person.heard().length === rounds));
  expect(people.flatMap((person) => person.unreadable())).toEqual([]);
});

test('a message that comes again after it was stored changes nothing', async () => {
  const { peer, channel, texts, received, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  const first = person.says('satu');
  await until(() => texts().length === 1);
  person.says('dua');
  await until(() => texts().length === 2);
  peer.repeat(first);
  person.says('tiga');
  await until(() => texts().includes('tiga'));
  expect(texts()).toEqual(['satu', 'dua', 'tiga']);
  expect(received).toHaveLength(3);
});

test('a message that is damaged on the way is asked for again and heard once', async () => {
  const { peer, channel, texts, logged, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  person.says('satu');
  await until(() => texts().length === 1);
  person.says('dua', { damaged: true });
  person.says('tiga');
  await until(() => texts().length === 3);
  expect(texts().toSorted()).toEqual(['dua', 'satu', 'tiga']);
  expect(logged.some((line) => line.startsWith('whatsapp.undecryptable'))).toBe(true);
});

test('what could not be stored is tried again until it can', async () => {
  let failures = 2;
  const stored: Inbound[] = [];
  const { peer, channel, until } = await serveWhatsApp({
    skip: [1000],
    receive: async (messages) => {
      failures -= 1;
      if (failures >= 0) throw new Error('the disk is full');
      stored.push(...messages);
    },
  });
  await channel.start();
  peer.person(7).says('halo');
  await until(() => stored.length === 1);
  expect(failures).toBe(-1);
});

test('what a process took from WhatsApp and lost is asked for by the next one', async () => {
  const first = await serveWhatsApp({
    receive: async () => {
      throw new Error('the disk is full');
    },
  });
  const { peer, keyrings } = first;
  await first.channel.start();
  const person = peer.person(7);
  const id = person.says('halo');
  await peer.until(() => person.reports().some((report) => report.id === id));
  await first.channel.stop();
  const second = await serveWhatsApp({ peer, rings: keyrings, skip: [askAgainMs], aheadMs: askAgainMs });
  await second.channel.start();
  await second.until(() => second.received.length === 1);
  expect(second.received[0]).toMatchObject({
    user: person.lid,
    externalId: id,
    input: { type: 'unreadable', kind: 'rusak' },
  });
});

test('a backlog whose end is never told is heard with the next message, in its order', async () => {
  const { peer, channel, texts, until } = await serveWhatsApp();
  const person = peer.person(7);
  for (const text of ['satu', 'dua']) person.says(text);
  peer.fail({ iq: 'offline' });
  await channel.start();
  await until(() => peer.pending().length === 0);
  person.says('tiga');
  await until(() => texts().length === 3);
  expect(texts()).toEqual(['satu', 'dua', 'tiga']);
});

test('a message whose keys could not be stored comes again and is heard once', async () => {
  const { peer, channel, keyrings, texts, say, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  person.says('satu');
  await until(() => texts().length === 1);
  keyrings.fail(true);
  person.says('dua');
  // Nobody cuts the line: what could not be stored ends it, and the account begins again from what is stored.
  await until(() => channel.trouble() === 'keys_not_stored' || channel.trouble() === 'keys_not_read');
  keyrings.fail(false);
  person.says('tiga');
  await until(() => texts().includes('tiga') && texts().includes('dua'));
  expect(texts().toSorted()).toEqual(['dua', 'satu', 'tiga']);
  await until(() => channel.link.state().state === 'open');
  expect(await say(person.lid, 'Terima kasih.')).toMatchObject({ type: 'sent' });
  await peer.until(() => person.texts().length === 1);
});

test('groups, the status and what the owner writes by hand are nobody who speaks to the service', async () => {
  const { peer, channel, texts, keyrings, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  peer.phone.writes(person, 'Saya jawab sendiri.');
  person.says('halo');
  await until(() => texts().length > 0);
  expect(texts()).toEqual(['halo']);
  await channel.stop();
  expect(keyrings.values.get('arrivals')).toBe('[]');
});
