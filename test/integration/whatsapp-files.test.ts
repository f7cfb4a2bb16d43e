import { afterEach, describe, expect, test } from 'vitest';

import { createKeepMedia } from '../../src/app/handling/keep-media.ts';
import { toMediaRef } from '../../src/channels/whatsapp/media-key.ts';
import type { SendResult } from '../../src/domain/channel.ts';
import { toMediaId } from '../../src/domain/media.ts';
import type { Inbound } from '../../src/domain/message.ts';
import type { Media } from '../../src/domain/ports/media.ts';
import { phoneJpeg, pdf, secret } from '../media/samples.ts';
import { createPeer } from '../peers/whatsapp/peer.ts';
import type { Peer } from '../peers/whatsapp/peer.ts';
import { overWire } from '../protocol/immediate.ts';
import { createMemoryMedia } from '../protocol/memory-media.ts';
import { quietLibsignal } from './meet-whatsapp.ts';
import { serveWhatsApp } from './whatsapp-service.ts';
import type { WhatsAppService } from './whatsapp-service.ts';

quietLibsignal();

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

const signal = (): AbortSignal => AbortSignal.timeout(5000);

/** A linked device beside a peer whose files it may fetch. */
async function meet(): Promise<
  WhatsAppService & { readonly refOf: (at: number) => string; readonly downloads: () => number }
> {
  const peer = await createPeer();
  endings.push(() => peer.close());
  const server = { url: peer.url, media: { host: peer.media.host, ca: peer.media.certificate } };
  const service = await serveWhatsApp({ peer, server });
  await service.channel.start();
  await service.until(() => service.channel.trouble() === null);
  const inputs = (): readonly Inbound['input'][] => service.received.map(({ input }) => input);
  return {
    ...service,
    refOf: (at) => {
      const input = inputs()[at];
      return input?.type === 'photo' || input?.type === 'document' ? input.ref : '';
    },
    downloads: () => peer.media.requests().filter((line) => line.startsWith('GET')).length,
  };
}

function sendsPicture(peer: Peer, file: Uint8Array, more: object = {}): void {
  peer.person(7).sends({ imageMessage: { ...peer.media.keep('image', file), mimetype: 'image/jpeg', ...more } });
}

describe('a picture over WhatsApp', () => {
  test('is fetched, opened and kept without its notes when a question wants it; not before', async () => {
    const { peer, channel, received, refOf, downloads, until } = await meet();
    sendsPicture(peer, phoneJpeg(), { caption: 'Lampunya' });
    await until(() => received.length === 1);
    expect(received[0]?.input).toMatchObject({ type: 'photo', caption: 'Lampunya' });
    expect(downloads()).toBe(0);
    const media = overWire<Media>(createMemoryMedia(Date.now), async (_, apply) => apply());
    const clock = { after: () => () => {} };
    const keep = createKeepMedia({ media, clock, log: () => {}, channels: [channel], fingerprint: () => 'Aa0' });
    const args = { rujukan: refOf(0), terbesar: 20_000, tipe: ['jpg'] };
    const need = { key: 'k', type: 'media', name: 'foto', args } as const;
    const answers = [
      await keep({ id: 'a', account: 'whatsapp' }, need),
      await keep({ id: 'a', account: 'whatsapp' }, need),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ result: 'diterima', values: { tipe: 'jpg' } });
    expect(downloads()).toBe(1);
    const stored = await media.read(toMediaId('Aa0'));
    expect(Buffer.from(stored?.content ?? []).includes(secret)).toBe(false);
  });

  test('of a stated size that is too large is not fetched; one that hides its size is cut off', async () => {
    const { peer, channel, received, refOf, downloads, until } = await meet();
    sendsPicture(peer, phoneJpeg({ size: 30_000 }));
    sendsPicture(peer, phoneJpeg({ size: 30_000 }), { fileLength: 0 });
    await until(() => received.length === 2);
    expect(await channel.fetchMedia?.(refOf(0), 20_000, signal())).toEqual({ type: 'too_large' });
    expect(downloads()).toBe(0);
    expect(await channel.fetchMedia?.(refOf(1), 20_000, signal())).toEqual({ type: 'too_large' });
  });

  test('leads nowhere but to the host of files, whatever its sender writes', async () => {
    const { peer, channel, received, refOf, downloads, until } = await meet();
    const kept = peer.media.keep('image', phoneJpeg());
    const elsewhere = ['//contoh.id/a', 'https://contoh.id/a', String.raw`/\contoh.id/a`, '', '@contoh.id/a'];
    for (const directPath of elsewhere) sendsPicture(peer, phoneJpeg(), { ...kept, directPath });
    sendsPicture(peer, phoneJpeg(), { ...kept, url: 'https://contoh.id/a' });
    await until(() => received.length === elsewhere.length + 1);
    for (const at of elsewhere.keys()) {
      expect((await channel.fetchMedia?.(refOf(at), 20_000, signal()))?.type).toBe('failed');
    }
    expect(downloads()).toBe(0);
    expect((await channel.fetchMedia?.(refOf(elsewhere.length), 20_000, signal()))?.type).toBe('file');
  });

  test('is broken when key, code or hash are not those of the file', async () => {
    const { peer, channel } = await meet();
    const kept = peer.media.keep('image', phoneJpeg());
    const other = peer.media.keep('image', phoneJpeg({ side: 1 }));
    const wrong = [
      { ...kept, mediaKey: other.mediaKey },
      { ...kept, fileSha256: other.fileSha256 },
      { ...kept, directPath: other.directPath },
      { ...kept, fileLength: kept.fileLength + 1 },
    ];
    for (const message of wrong) {
      expect(await channel.fetchMedia?.(toMediaRef('Image', message), 20_000, signal())).toEqual({ type: 'broken' });
    }
    expect(await channel.fetchMedia?.(toMediaRef('Document', kept), 20_000, signal())).toEqual({ type: 'broken' });
    expect((await channel.fetchMedia?.(toMediaRef('Image', kept), 20_000, signal()))?.type).toBe('file');
  });

  test('that may be seen once is told apart, and nothing leads to it', async () => {
    const { peer, received, until } = await meet();
    peer.person(7).sendsViewOnce();
    await until(() => received.length === 1);
    expect(received[0]?.input).toEqual({ type: 'unreadable', kind: 'sekali_lihat' });
  });

  test.each([
    ['picture', { image: 'media:1', file: { content: phoneJpeg(), type: 'jpg', name: 'A1.jpg' } }],
    ['document', { document: 'media:2', file: { content: pdf(), type: 'pdf', name: 'A2.pdf' } }],
  ] as const)('a %s for many is uploaded once, and each gets their own words with it', async (_kind, media) => {
    const { peer, channel, until } = await meet();
    const people = Array.from({ length: 12 }, (_, at) => peer.person(at + 1));
    for (const person of people) person.says('halo');
    const texts = people.map((_, at) => (at === 3 ? '' : `Kelas dibuka, Bapak/Ibu ${at}`));
    const send = (at: number) =>
      channel.send(people[at]?.lid ?? '', { text: texts[at] ?? '', ...media }, `m${at}.0`, AbortSignal.timeout(20_000));
    // Two at once, before anything was uploaded.
    const first = await Promise.all([send(0), send(1)]);
    const others: SendResult[] = [];
    for (let at = 2; at < people.length; at += 1) others.push(await send(at));
    expect([...first, ...others].map(({ type }) => type)).toEqual(people.map(() => 'sent'));
    await until(() => people.every((person) => person.heard().length === 1));
    expect(peer.media.requests().filter((line) => line.startsWith('POST'))).toHaveLength(1);
    const heard = people.map((person) => person.heard()[0]?.message);
    const sent = heard.map(
      (one) => one?.imageMessage ?? one?.documentMessage ?? one?.documentWithCaptionMessage?.message?.documentMessage,
    );
    expect(sent.map((one) => one?.caption ?? '')).toEqual(texts);
    for (const one of sent) {
      const kind = 'image' in media ? 'image' : 'document';
      expect(peer.media.open(kind, one ?? {})).toEqual(media.file.content);
    }
  });

  test('of the service itself goes out as bytes, a document with its name, a place on the map', async () => {
    const { peer, channel, until } = await meet();
    const person = peer.person(7);
    person.says('halo');
    const picture = { content: phoneJpeg(), type: 'jpg', name: 'A1B2C-D3E4F.jpg' } as const;
    const letter = { content: pdf(), type: 'pdf', name: 'A1B2C-D3E4F.pdf' } as const;
    const parts = [
      { text: 'Fotonya', image: 'media:1', file: picture },
      { text: 'Suratnya', document: 'media:2', file: letter },
      { text: '', location: { lat: -2.74, lon: 106.44, name: 'Balai Desa' } },
    ];
    for (const [at, part] of parts.entries()) {
      expect((await channel.send(person.lid, part, `k.${at}`, AbortSignal.timeout(20_000))).type).toBe('sent');
    }
    await until(() => person.heard().length === parts.length);
    const [first, second, third] = person.heard().map(({ message }) => message);
    expect(peer.media.open('image', first?.imageMessage ?? {})).toEqual(phoneJpeg());
    expect(first?.imageMessage?.caption).toBe('Fotonya');
    const sent = second?.documentWithCaptionMessage?.message?.documentMessage ?? second?.documentMessage;
    expect(sent?.fileName).toBe('A1B2C-D3E4F.pdf');
    expect(peer.media.open('document', sent ?? {})).toEqual(pdf());
    expect(third?.locationMessage).toMatchObject({
      degreesLatitude: -2.74,
      degreesLongitude: 106.44,
      name: 'Balai Desa',
    });
  });
});
