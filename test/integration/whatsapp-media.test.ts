import { Agent } from 'node:https';

import { afterEach, describe, expect, it } from 'vitest';

import { connect, endAll, meet, quietLibsignal, startPeer } from './meet-whatsapp.ts';
import { createAuthState } from './stock-client.ts';

quietLibsignal();
afterEach(endAll);

describe('the peer with the stock client: what is not text', () => {
  it('takes a document out over https, as the person opens it', async () => {
    const peer = await startPeer();
    const fetchAgent = new Agent({ ca: peer.media.certificate });
    const client = connect(peer.url, createAuthState(peer.credentials()), { fetchAgent });
    await client.until(() => client.isOpen());
    const person = peer.person(7);
    const document = Buffer.from('%PDF-1.7 jadwal kelas');
    await client.socket.sendMessage(person.lid, { document, mimetype: 'application/pdf', caption: 'Jadwal' });
    await peer.until(() => person.texts().length === 1);
    fetchAgent.destroy();
    const [heard] = person.heard();
    const sent = heard?.message.documentWithCaptionMessage?.message?.documentMessage ?? heard?.message.documentMessage;
    expect(heard?.text).toBe('Jadwal');
    expect(peer.media.open('document', sent ?? {})).toEqual(document);
    expect(peer.media.requests()).toHaveLength(1);
  });

  it('brings a picture in with its caption, and the bytes behind it', async () => {
    const { peer, client, person } = await meet();
    const file = Buffer.from('bukan gambar');
    const picture = { ...peer.media.keep('image', file), mimetype: 'image/jpeg', caption: 'KTP saya' };
    person.sends({ imageMessage: picture });
    await client.until(() => client.texts().length === 1);
    const received = client.messages[0]?.message.message?.imageMessage;
    expect(client.texts()).toEqual(['KTP saya']);
    expect(received?.url).toContain(peer.media.host);
    expect(peer.media.open('image', received ?? {})).toEqual(file);
    expect(peer.media.requests()).toEqual([]);
  });

  it('says that a picture may be looked at once, and no more', async () => {
    const { client, person } = await meet();
    const id = person.sendsViewOnce();
    await client.until(() => client.messages.length === 1);
    const [message] = client.messages.map(({ message: { key, message: content } }) => ({ key, content }));
    expect(message?.key).toMatchObject({ id, isViewOnce: true });
    expect(message?.content ?? null).toBe(null);
  });

  it.each(['120363000000000001@g.us', 'status@broadcast'])('brings what somebody writes into %s', async (into) => {
    const { peer, client, person } = await meet();
    person.says('untuk semua', { into });
    await client.until(() => client.texts().length === 1);
    expect(client.messages[0]?.message.key).toMatchObject({ remoteJid: into, participant: person.lid });
    await peer.until(() => peer.pending().length === 0);
  });

  it('carries reactions, places, contacts and corrections', async () => {
    const { client, person } = await meet();
    const key = { remoteJid: person.lid, fromMe: true, id: '3EB0' };
    person.sends({ reactionMessage: { key, text: '👍' } });
    person.sends({ locationMessage: { degreesLatitude: -2.7, degreesLongitude: 106.4 } });
    person.sends({ contactMessage: { displayName: 'Warga', vcard: 'BEGIN:VCARD\nEND:VCARD' } });
    await client.until(() => client.messages.length === 3);
    const kinds = client.messages.flatMap(({ message }) => Object.keys(message.message ?? {}));
    expect(kinds).toEqual(expect.arrayContaining(['reactionMessage', 'locationMessage', 'contactMessage']));
  });

  it('pushes what no person makes', async () => {
    const { peer, client } = await meet();
    const calls: unknown[] = [];
    client.socket.ev.on('call', (events) => calls.push(...events));
    const offer = { tag: 'offer', attrs: { 'call-id': 'A1', from: '100@lid', 'call-creator': '100@lid' } };
    peer.push({ tag: 'call', attrs: { from: '100@lid', id: 'c1', t: '1795000000' }, content: [offer] });
    await peer.until(() => peer.pending().length === 0);
    expect(calls).toMatchObject([{ id: 'A1', status: 'offer' }]);
  });
});
