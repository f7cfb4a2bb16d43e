import { expect, test } from 'vitest';

import { quietLibsignal } from './meet-whatsapp.ts';
import { serveWhatsApp } from './whatsapp-service.ts';

quietLibsignal();

test('a person is heard by their LID, the reply is sent when the service has it, and reports come with its delivery', async () => {
  const { peer, channel, received, say, reports, until } = await serveWhatsApp();
  await channel.start();
  expect(channel.trouble()).toBeNull();
  const person = peer.person(7);
  const id = person.says('daftar');
  await until(() => received.length === 1);
  expect(received[0]).toMatchObject({
    account: 'whatsapp',
    user: person.lid,
    chat: person.lid,
    externalId: id,
    input: { type: 'text', text: 'daftar' },
  });
  const result = await say(person.lid, 'Siapa nama Bapak/Ibu?', 'kiriman.7');
  expect(result).toMatchObject({ type: 'sent' });
  await peer.until(() => person.texts().includes('Siapa nama Bapak/Ibu?'));
  expect(person.typing()).toBeGreaterThan(0);
  person.reads();
  await until(() => reports.some(({ state }) => state === 'read'));
  expect(reports.map(({ delivery, state }) => [delivery, state])).toContainEqual(['kiriman.7', 'delivered']);
});

test('what came while the connection was gone is heard once, in order, and answered', async () => {
  const { peer, channel, texts, say, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  person.says('satu');
  await until(() => texts().length === 1);
  peer.cut();
  for (const text of ['dua', 'tiga', 'empat']) person.says(text);
  await until(() => texts().length === 4);
  expect(texts()).toEqual(['satu', 'dua', 'tiga', 'empat']);
  await until(() => channel.trouble() === null);
  expect(await say(person.lid, 'Diterima.')).toMatchObject({ type: 'sent' });
  expect(peer.logins().map(({ answer }) => answer)).toEqual(['success', 'success']);
});

test.each([
  [515, 'at once', null],
  [503, 'later', null],
] as const)('after %i it connects again %s', async (ending, _when, trouble) => {
  const { peer, channel, waits, until } = await serveWhatsApp();
  await channel.start();
  const before = waits.length;
  peer.end(ending);
  await until(() => peer.logins().length === 2 && channel.link.state().state === 'open');
  expect(channel.trouble()).toBe(trouble);
  expect(waits.slice(before).includes(500)).toBe(ending === 503);
});

test.each([
  [440, 'replaced'],
  [403, 'account_banned'],
  [405, 'client_outdated'],
] as const)('after %i it stops, says "%s", and waits for somebody', async (ending, trouble) => {
  const { peer, channel, say, keyrings, until } = await serveWhatsApp();
  await channel.start();
  peer.end(ending);
  await until(() => channel.trouble() !== null);
  expect(channel.link.state()).toMatchObject({ state: 'stopped', trouble });
  expect(await say(peer.person(7).lid, 'Halo')).toMatchObject({ type: 'retry', scope: 'account' });
  expect(keyrings.values.has('creds')).toBe(true);
  expect(peer.logins()).toHaveLength(1);
  channel.link.pair(null);
  await until(() => channel.trouble() === null);
  expect(peer.logins()).toHaveLength(2);
});

test('after 401 the keys are forgotten and somebody has to link a device', async () => {
  const { peer, channel, keyrings, until } = await serveWhatsApp();
  await channel.start();
  peer.end(401);
  await until(() => channel.link.state().state === 'unlinked');
  expect(channel.trouble()).toBe('not_linked');
  expect([...keyrings.values.keys()]).toEqual([]);
});

test('a device that the service does not know any more is the same as an unlinked one', async () => {
  const { peer, channel, keyrings, until } = await serveWhatsApp();
  peer.refuseLogins(401);
  await channel.start();
  await until(() => channel.link.state().state === 'unlinked');
  expect(keyrings.values.size).toBe(0);
});

test.each([
  [463, { type: 'failed', blame: 'content', code: 'restricted' }, 'refused_463'],
  [479, { type: 'strike', code: 'stale_device' }, null],
  [429, { type: 'retry', scope: 'account', code: 'flood' }, 'refused_429'],
  [499, { type: 'failed', blame: 'content', code: 'refused_499' }, null],
] as const)('a message that is refused with %i is not taken for sent', async (code, result, pushes) => {
  const { peer, channel, say, keyrings } = await serveWhatsApp();
  await channel.start();
  peer.fail({ code });
  expect(await say(peer.person(7).lid, 'Halo')).toMatchObject(result);
  expect(channel.pushesStopped?.() ?? null).toBe(pushes);
  expect(channel.trouble()).toBe(pushes);
  if (pushes === null) return;
  const again = await serveWhatsApp({ peer, rings: keyrings });
  await channel.stop();
  await again.channel.start();
  expect(again.channel.pushesStopped?.()).toBe(pushes);
  await again.channel.link.resumePushes();
  expect(again.channel.trouble()).toBeNull();
});

test('a restriction and an exhausted quota of new chats stop the pushes', async () => {
  const { peer, channel, until } = await serveWhatsApp();
  await channel.start();
  peer.restrict(2_000_000_000);
  await until(() => channel.trouble() === 'restricted');
  await channel.link.resumePushes();
  peer.cap({ total_quota: 20, used_quota: 20 });
  await until(() => channel.trouble() === 'capped');
  expect(channel.pushesStopped?.()).toBe('capped');
});

test('a socket that dies under a message leaves a doubt, and the same id makes the second copy harmless', async () => {
  const { peer, channel, say, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  peer.fail({ drop: 'after' });
  expect(await say(person.lid, 'Halo', 'kiriman.1')).toEqual({ type: 'uncertain', code: 'connection_lost' });
  await until(() => channel.link.state().state === 'open');
  expect(await say(person.lid, 'Halo', 'kiriman.1')).toMatchObject({ type: 'sent' });
  await peer.until(() => person.heard().some(({ copies }) => copies === 2));
  expect(person.texts()).toEqual(['Halo']);
});

test('an acknowledgement that comes too late, or a receipt, still settles what was in doubt', async () => {
  const { peer, channel, reports, kept, until } = await serveWhatsApp();
  await channel.start();
  const person = peer.person(7);
  peer.fail({ silent: true });
  kept.set('kiriman.1', { text: 'Halo' });
  const giveUp = new AbortController();
  const sending = channel.send(person.lid, { text: 'Halo' }, 'kiriman.1', giveUp.signal);
  await peer.until(() => person.texts().length === 1);
  giveUp.abort();
  expect(await sending).toEqual({ type: 'uncertain', code: 'no_ack' });
  await until(() => reports.length > 0);
  expect(reports[0]).toMatchObject({ account: 'whatsapp', delivery: 'kiriman.1', state: 'delivered' });
});

test('while it is not connected nothing is sent, and that is certain', async () => {
  const { channel, say, peer } = await serveWhatsApp();
  expect(await say(peer.person(7).lid, 'Halo')).toMatchObject({ type: 'retry', scope: 'account' });
  await channel.start();
  await channel.stop();
  expect(await say(peer.person(7).lid, 'Halo')).toMatchObject({ type: 'retry', scope: 'account', code: 'off' });
});

test('a telephone that lost its session gets the message again, also from a new process', async () => {
  const first = await serveWhatsApp();
  const { peer, keyrings } = first;
  await first.channel.start();
  const person = peer.person(7);
  person.says('halo');
  await first.until(() => first.texts().length === 1);
  person.turnsOff();
  expect(await first.say(person.lid, 'Nomor Bapak/Ibu PD-0001.', 'kiriman.1')).toMatchObject({ type: 'sent' });
  await first.channel.stop();
  const second = await serveWhatsApp({ peer, rings: keyrings });
  second.kept.set('kiriman.1', { text: 'Nomor Bapak/Ibu PD-0001.' });
  await second.channel.start();
  person.losesSession();
  person.turnsOn();
  await peer.until(() => person.texts().includes('Nomor Bapak/Ibu PD-0001.'));
  expect(person.unreadable()).toHaveLength(1);
});

test('a service that has fallen silent is noticed, and connected to again', async () => {
  const { peer, channel, texts, until } = await serveWhatsApp({ keepAliveMs: 500 });
  await channel.start();
  peer.silence();
  const person = peer.person(7);
  person.says('masih ada orang?');
  await until(() => texts().length === 1);
  await until(() => channel.trouble() === null);
  expect(peer.logins()).toHaveLength(2);
});
