import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { phoneJpeg, pdf, secret } from '../media/samples.ts';
import type { CloudPeer } from '../peers/whatsapp-cloud/peer.ts';
import { mediaFlows } from './open-media-house.ts';
import { useFolders } from './temporary-folder.ts';
import { openCloudHouse } from './whatsapp-cloud-house.ts';

const newFolder = useFolders();
const number = '6281200000007';

async function meet() {
  const folder = newFolder();
  const house = await openCloudHouse(join(folder, 'data'), mediaFlows(folder));
  const { peer, service } = house;
  const person = peer.person(number);
  const heard = (words: string): Promise<void> =>
    peer.until(() => person.sees().some(({ text }) => text.includes(words)));
  const shows = (file: Uint8Array, more: object = {}): string =>
    person.sends({ type: 'image', image: { id: peer.media.keep(file), mime_type: 'image/jpeg', ...more } });
  return { peer, service, person, heard, shows };
}

describe('a picture over the Cloud API', () => {
  test('comes in by its id, is uploaded again without its notes; so go a place and a card', async () => {
    const { peer, person, heard, shows } = await meet();
    person.says('lampu');
    await heard('Mohon fotonya');
    shows(phoneJpeg());
    await heard('1 foto kami terima');
    person.says('sudah');
    await heard('Di jalan apa');
    person.says('Jl. Merdeka');
    await heard('Petanya di sini');
    const seen = person.sees();
    const shown = Buffer.from(peer.media.file(seen.find(({ image }) => image !== undefined)?.image ?? '') ?? []);
    expect(shown.includes('JFIF')).toBe(true);
    expect(shown.includes(secret)).toBe(false);
    expect(seen.find(({ location }) => location !== undefined)?.location).toEqual({
      latitude: -2.74,
      longitude: 106.44,
    });
    await peer.until(() => person.sees().some(({ card }) => card !== undefined));
    expect(person.sees().at(-1)?.card).toEqual({
      name: { formatted_name: 'Kantor', first_name: 'Kantor' },
      phones: [{ phone: '+627184123456', type: 'WORK' }],
    });
    expect(peer.media.fetched()).toHaveLength(1);
    expect(peer.complaints()).toEqual([]);
  });

  test('that nobody asked for, or with a NIK below it, is never asked for', async () => {
    const { peer, person, heard, shows } = await meet();
    shows(phoneJpeg());
    await heard('tidak sedang meminta foto');
    person.says('lampu');
    await heard('Mohon fotonya');
    shows(phoneJpeg(), { caption: 'NIK 1903014107660001' });
    await heard('NIK atau nomor KK');
    expect(peer.media.asked()).toEqual([]);
    expect(peer.media.fetched()).toEqual([]);
  });

  test.each<[string, (peer: CloudPeer) => void, string, number]>([
    ['is named on a strange host', ({ media }) => media.lie('host'), 'belum berhasil kami ambil', 0],
    ['is another one than its hash says', ({ media }) => media.lie('content'), 'tidak dapat dibuka', 1],
  ])('that %s is not taken', async (_, lie, answer, fetched) => {
    const { peer, person, heard, shows } = await meet();
    lie(peer);
    person.says('lampu');
    await heard('Mohon fotonya');
    shows(phoneJpeg());
    await heard(answer);
    expect(peer.media.fetched()).toHaveLength(fetched);
  });

  test('that is too large is not fetched at all, and a document is', async () => {
    const { peer, person, heard, shows } = await meet();
    person.says('lampu');
    await heard('Mohon fotonya');
    shows(phoneJpeg({ size: 21 * 1024 }));
    await heard('Paling besar 20 kB');
    expect(peer.media.fetched()).toEqual([]);
    person.says('batal');
    person.says('surat');
    await heard('Mohon suratnya');
    const id = peer.media.keep(pdf(), 'application/pdf');
    person.sends({ type: 'document', document: { id, mime_type: 'application/pdf', filename: 'surat.pdf' } });
    await heard('Suratnya kami terima');
  });
});
