import { initAuthCreds } from '@whiskeysockets/baileys';
import { afterEach, describe, expect, it } from 'vitest';

import { connect, endAll, meet, meetAgain, quietLibsignal } from './meet-whatsapp.ts';
import { createAuthState } from './stock-client.ts';

/** The peer is ours; Baileys is not. What both agree on is how WhatsApp works. */
quietLibsignal();
afterEach(endAll);

describe('the peer with the stock client: talking', () => {
  it('carries a message in and the reply out, by LID and by number, and tells when it was read', async () => {
    const { peer, client, person } = await meet();
    person.says('daftar');
    await client.until(() => client.texts().length === 1);
    person.says('ya', { by: 'phone' });
    await client.until(() => client.texts().length === 2);
    const [first, second] = client.messages.map(({ message }) => message.key);
    expect([first?.remoteJid, first?.remoteJidAlt]).toEqual([person.lid, person.phone]);
    expect([second?.remoteJid, second?.remoteJidAlt]).toEqual([person.phone, person.lid]);
    const sent = await client.socket.sendMessage(person.lid, { text: 'Siapa nama Bapak/Ibu?' });
    await client.socket.sendMessage(person.phone, { text: 'Terima kasih.' });
    await peer.until(() => person.heard().length === 2);
    expect(person.heard().map(({ text, to }) => [text, to])).toEqual([
      ['Siapa nama Bapak/Ibu?', 'lid'],
      ['Terima kasih.', 'phone'],
    ]);
    person.reads();
    const id = sent?.key.id ?? '';
    await client.until(() => client.states.some((state) => state.id === id && state.status === 4));
    await peer.until(() => peer.pending().length === 0);
    expect(person.unreadable()).toEqual([]);
    expect(peer.phone.copies()).toHaveLength(2);
    expect(person.reports().map(({ type }) => type)).toContain('delivered');
  });

  it('lets the bot write first, type, and ask who is on WhatsApp', async () => {
    const { peer, client, person } = await meet();
    expect(await client.socket.onWhatsApp(person.number, '62899')).toEqual([{ jid: person.phone, exists: true }]);
    await client.socket.sendPresenceUpdate('composing', person.lid);
    await client.socket.sendMessage(person.phone, { text: 'Kelas besok pukul 9.' });
    await peer.until(() => person.texts().length === 1);
    expect(person.typing()).toBe(1);
  });

  it('shows the bot what the owner writes by hand as its own', async () => {
    const { peer, client, person } = await meet();
    peer.phone.writes(person, 'Saya jawab sendiri.');
    await client.until(() => client.messages.length === 1);
    const [own] = client.messages;
    expect(own?.message.key).toMatchObject({ fromMe: true, remoteJid: person.lid });
    expect(own?.message.message?.conversation).toBe('Saya jawab sendiri.');
  });

  it('refuses by code, leaves without an answer, and holds back what a phone that is off would get', async () => {
    const { peer, client, person } = await meet();
    const far = peer.person(8);
    far.turnsOff();
    peer.fail({ person: 7, code: 463 });
    peer.fail({ person: 7, code: 479 });
    peer.fail({ person: 8, silent: true });
    for (const jid of [person.lid, person.lid, far.lid]) await client.socket.sendMessage(jid, { text: 'Halo' });
    await client.until(() => client.states.filter(({ status }) => status === 0).length === 2);
    expect(client.states.flatMap(({ code }) => code ?? [])).toEqual(['463', '479']);
    await peer.until(() => peer.posted().length === 3);
    expect(peer.posted().map(({ refused }) => refused)).toEqual([463, 479, null]);
    expect([...person.texts(), ...far.texts()]).toEqual([]);
    far.turnsOn();
    await peer.until(() => far.texts().length === 1);
  });

  it('tells of a restriction and of the quota of new chats', async () => {
    const { peer, client } = await meet();
    const quotas: unknown[] = [];
    client.socket.ev.on('message-capping.update', (quota) => quotas.push(quota));
    peer.restrict(2_000_000_000);
    peer.cap({ total_quota: 20, used_quota: 20 });
    await peer.until(() => peer.pending().length === 0);
    const lock = client.updates.find(({ reachoutTimeLock }) => reachoutTimeLock !== undefined)?.reachoutTimeLock;
    expect(lock).toMatchObject({ isActive: true, timeEnforcementEnds: new Date(2_000_000_000_000) });
    expect(quotas).toEqual([{ total_quota: 20, used_quota: 20 }]);
    expect(await client.socket.fetchAccountReachoutTimelock()).toMatchObject({ isActive: true });
    expect(await client.socket.fetchNewChatMessageCap()).toEqual({ total_quota: 20, used_quota: 20 });
  });
});

describe('the peer with the stock client: what goes wrong', () => {
  it('keeps what came while nobody was connected, and sends it again until it is acknowledged', async () => {
    const talk = await meet();
    const { peer, client, person } = talk;
    person.says('satu');
    await client.until(() => client.texts().length === 1);
    await peer.until(() => peer.pending().length === 0);
    peer.cut();
    await client.until(() => client.closed() === 428);
    person.says('dua');
    person.says('tiga');
    await peer.until(() => peer.pending().length === 2);
    const again = await meetAgain(talk);
    await again.until(() => again.texts().length === 2);
    expect(again.texts()).toEqual(['dua', 'tiga']);
    expect(again.messages.map(({ type }) => type)).toEqual(['append', 'append']);
    await peer.until(() => peer.pending().length === 0);
  });

  it('breaks off before or after a message was taken', async () => {
    const talk = await meet();
    const { peer, client, person } = talk;
    peer.fail({ drop: 'after' });
    await client.socket.sendMessage(person.lid, { text: 'diterima' });
    await client.until(() => client.closed() === 428);
    expect(person.texts()).toEqual(['diterima']);
    const again = await meetAgain(talk);
    peer.fail({ drop: 'before' });
    await again.socket.sendMessage(person.lid, { text: 'hilang' });
    await again.until(() => again.closed() === 428);
    expect(person.texts()).toEqual(['diterima']);
  });

  it('repeats a message: nothing new, or a stub and then the same id again', async () => {
    const { peer, client, person } = await meet();
    const first = person.says('satu');
    await client.until(() => client.texts().length === 1);
    await client.socket.sendMessage(person.lid, { text: 'Baik.' });
    await peer.until(() => person.texts().length === 1);
    const second = person.says('dua');
    await client.until(() => client.texts().length === 2);
    peer.repeat(second);
    await client.until(() => client.texts().length === 3);
    const ids = client.messages.map(({ message }) => message.key.id);
    expect(ids.filter((id) => id === first)).toHaveLength(1);
    expect(client.texts()).toEqual(['satu', 'dua', 'dua']);
  });

  it('asks again for what a phone cannot read, and sends again what the bot cannot read', async () => {
    const { peer, client, person } = await meet();
    person.says('rusak', { damaged: true });
    await client.until(() => client.texts().length === 1);
    expect(client.texts()).toEqual(['rusak']);
    expect(person.reports().map(({ type }) => type)).toContain('retry');
    await client.socket.sendMessage(person.lid, { text: 'Satu.' });
    await peer.until(() => person.texts().length === 1);
    person.losesSession();
    const sent = await client.socket.sendMessage(person.lid, { text: 'Dua.' });
    await peer.until(() => person.texts().length === 2);
    expect(person.unreadable()).toEqual([sent?.key.id]);
    expect(person.texts()).toEqual(['Satu.', 'Dua.']);
  });

  it('asks again after the bot was started anew', async () => {
    const { peer, auth, client, person } = await meet();
    person.says('daftar');
    await client.until(() => client.texts().length === 1);
    person.turnsOff();
    const sent = await client.socket.sendMessage(person.lid, { text: 'Siapa nama Bapak/Ibu?' });
    await peer.until(() => peer.posted().length === 1);
    await client.socket.end(undefined);
    const getMessage = async ({ id }: { id?: string | null }) =>
      id === sent?.key.id ? (sent?.message ?? undefined) : undefined;
    const again = connect(peer.url, auth, { getMessage });
    await again.until(() => again.isOpen());
    person.losesSession();
    person.turnsOn();
    await peer.until(() => person.texts().length === 1);
    expect(person.unreadable()).toEqual([sent?.key.id]);
  });

  it('asks for more one-time keys before they run out', async () => {
    const { peer, client, person } = await meet();
    await peer.spendPreKeys(2);
    await peer.until(() => peer.pending().length === 0);
    person.says('daftar');
    await client.until(() => client.texts().length > 0);
    expect(peer.stanzas('iq').filter(({ attrs }) => attrs['xmlns'] === 'encrypt').length).toBeGreaterThan(3);
  });

  it.each([
    [515, 515],
    [440, 440],
    [403, 403],
    [405, 405],
    [503, 503],
    [401, 401],
  ] as const)('ends a connection with %i', async (ending, code) => {
    const { peer, client } = await meet();
    peer.end(ending);
    await client.until(() => client.closed() !== undefined);
    expect(client.closed()).toBe(code);
  });

  it('refuses logins, takes only one connection of a device, and forgets a device that logs out', async () => {
    const talk = await meet();
    const { peer, auth, client } = talk;
    const second = await meetAgain(talk);
    await client.until(() => client.closed() === 440);
    peer.refuseLogins(405);
    const outdated = connect(peer.url, auth);
    await outdated.until(() => outdated.closed() === 405);
    peer.refuseLogins(null);
    const stranger = connect(peer.url, createAuthState({ ...initAuthCreds(), me: auth.creds.me ?? { id: '' } }));
    await stranger.until(() => stranger.closed() === 401);
    await second.socket.logout();
    await second.until(() => second.closed() === 401);
    const gone = connect(peer.url, auth);
    await gone.until(() => gone.closed() === 401);
    expect(peer.logins().map(({ answer }) => answer)).toEqual(['success', 'success', 405, 401, 401]);
  });

  it('is slow without losing the order, and falls silent without closing', async () => {
    const { peer, auth, client, person } = await meet();
    peer.slow(5);
    for (const text of ['satu', 'dua', 'tiga']) person.says(text);
    await client.until(() => client.texts().length === 3);
    await peer.until(() => peer.pending().length === 0);
    peer.silence();
    person.says('empat');
    await peer.until(() => peer.pending().length === 1);
    expect(client.texts().toSorted()).toEqual(['dua', 'satu', 'tiga']);
    expect(client.closed()).toBe(undefined);
    const again = await meetAgain({ peer, auth });
    await again.until(() => again.texts().length === 1);
    expect(again.texts()).toEqual(['empat']);
  });
});
