import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import { phoneJpeg, pdf, secret } from '../media/samples.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import type { Person } from '../peers/telegram/person.ts';
import { mediaFlows } from './open-media-house.ts';
import { openService } from './open-page.ts';
import { serveTelegram } from './telegram-service.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const signal = (): AbortSignal => AbortSignal.timeout(5000);
const MB = 1024 * 1024;

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** The whole service beside the offline Bot API, and person 7 in the middle of a flow that wants pictures. */
async function meet(): Promise<{ readonly peer: Peer; readonly person: Person; readonly data: string }> {
  const folder = newFolder();
  const peer = await createPeer();
  endings.push(() => peer.close());
  const settings = { TELEGRAM_BOT_TOKEN: peer.token, TELEGRAM_API_ROOT: peer.root, ...mediaFlows(folder) };
  await openService(join(folder, 'data'), settings);
  const person = peer.person(7);
  return { peer, person, data: join(folder, 'data') };
}

const heard = (peer: Peer, person: Person, words: string): Promise<void> =>
  peer.until(() => person.sees().some(({ text }) => text.includes(words)));

describe('a picture over Telegram', () => {
  test('comes in, lies unreadable in the file, and goes out again without its notes; so do a place and a card', async () => {
    const { peer, person, data } = await meet();
    person.says('lampu');
    await heard(peer, person, 'Mohon fotonya');
    person.sendsFile(phoneJpeg());
    await heard(peer, person, '1 foto kami terima');
    const onDisk = readdirSync(data, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [readFileSync(join(data, entry.name))] : [],
    );
    expect(onDisk.some((file) => file.includes('JFIF') || file.includes(secret))).toBe(false);
    person.says('sudah');
    await heard(peer, person, 'Di jalan apa');
    person.says('Jl. Merdeka');
    await heard(peer, person, 'Petanya di sini');
    const seen = person.sees();
    const shown = peer.file(seen.find(({ image }) => image !== undefined)?.image ?? '');
    expect(Buffer.from(shown ?? []).includes('JFIF')).toBe(true);
    expect(Buffer.from(shown ?? []).includes(secret)).toBe(false);
    expect(seen.find(({ location }) => location !== undefined)?.location).toEqual({
      latitude: -2.74,
      longitude: 106.44,
    });
    await peer.until(() => person.sees().some(({ contact }) => contact !== undefined));
    expect(person.sees().at(-1)?.contact).toEqual({
      phone_number: '+627184123456',
      first_name: 'Kantor',
    });
    expect(peer.downloads()).toHaveLength(1);
    expect(peer.complaints()).toEqual([]);
  });

  test('an album is one answer', async () => {
    const { peer, person } = await meet();
    person.says('lampu');
    await heard(peer, person, 'Mohon fotonya');
    person.sendsFile(phoneJpeg(), { album: 'a' });
    person.sendsFile(phoneJpeg({ side: 3 }), { album: 'a' });
    await heard(peer, person, 'Di jalan apa');
    expect(peer.downloads()).toHaveLength(2);
  });

  test('that nobody asked for, or with a NIK below it, is never asked for', async () => {
    const { peer, person } = await meet();
    person.sendsFile(phoneJpeg());
    await heard(peer, person, 'tidak sedang meminta foto');
    person.says('lampu');
    await heard(peer, person, 'Mohon fotonya');
    person.sendsFile(phoneJpeg(), { caption: 'KTP 1903014107660001', album: 'b' });
    person.sendsFile(phoneJpeg(), { album: 'b' });
    await heard(peer, person, 'NIK atau nomor KK');
    expect(peer.requests('getFile')).toEqual([]);
    expect(peer.downloads()).toEqual([]);
  });
});

describe('fetching over Telegram', () => {
  test.each<[string, number, number, string, number]>([
    ['a file within its size', 1000, 1000, 'file', 1],
    ['one byte too many, which is not even begun', 1001, 1000, 'too_large', 0],
    ['more than Telegram gives out', 21 * MB, 30 * MB, 'too_large', 0],
  ])('%s', async (_, bytes, largest, type, downloads) => {
    const { peer, channel, inputs } = await serveTelegram('polling');
    await channel.start();
    peer.person(7).sendsFile(Buffer.alloc(bytes, 7), { as: 'document' });
    await peer.until(() => inputs().length === 1);
    const [input] = inputs();
    const ref = input?.type === 'document' ? input.ref : '';
    const fetched = await channel.fetchMedia?.(ref, largest, signal());
    expect(fetched?.type).toBe(type);
    expect(fetched?.type === 'file' ? fetched.content.byteLength : bytes).toBe(bytes);
    expect(peer.downloads()).toHaveLength(downloads);
  });

  test.each([
    ['an id that nobody gave out', { file_id: 'x' }],
    ['a server that is busy', { code: 500, description: 'x' }],
  ])('%s is a failure, and says nothing of the token', async (_, given) => {
    const { peer, channel, logged } = await serveTelegram('polling');
    if ('code' in given) peer.fail({ method: 'getFile', ...given });
    const fetched = await channel.fetchMedia?.('x', 1000, signal());
    expect(fetched?.type).toBe('failed');
    expect(JSON.stringify([fetched, logged])).not.toContain(peer.token.split(':')[1]);
  });

  test('a file of the service itself goes out as bytes', async () => {
    const { peer, channel, say } = await serveTelegram('polling');
    peer.person(7).isKnown();
    const file = { content: pdf(), type: 'pdf', name: 'surat.pdf' } as const;
    expect((await say({ text: 'Suratnya', document: 'media:1', file })).type).toBe('sent');
    const [seen] = peer.person(7).sees();
    expect(seen?.text).toBe('Suratnya');
    expect(Buffer.from(peer.file(seen?.document ?? '') ?? [])).toEqual(pdf());
    expect(peer.complaints()).toEqual([]);
    await channel.stop();
  });
});
