import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createOperations } from '../../src/app/create-operations.ts';
import { findAll } from '../../src/app/read-all.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import type { Said } from '../../src/channels/simulator/read.ts';
import type { Service } from '../../src/wire/service.ts';
import { phoneJpeg, phonePng, pdf, secret } from '../media/samples.ts';
import { mediaFlows } from './open-media-house.ts';
import { openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const DAY = 24 * 60 * 60_000;

interface Talk {
  readonly service: Service;
  readonly say: (act: Said, id?: string) => Promise<readonly string[]>;
  /** Puts a file into the phone and sends it; what is answered. */
  readonly send: (
    content: Uint8Array,
    more?: { readonly caption?: string; readonly as?: 'document' },
  ) => Promise<readonly string[]>;
  /** Files that are kept of this person. */
  readonly kept: () => Promise<readonly string[]>;
  /** How often a file was asked for. */
  readonly fetched: () => number;
  readonly logged: readonly string[];
}

async function talk(person = 'warga7'): Promise<Talk> {
  const folder = newFolder();
  let fetched = 0;
  let serial = 0;
  const logged: string[] = [];
  const { service } = await openService(join(folder, 'data'), mediaFlows(folder), {
    log: (event, fields) => void logged.push(`${event} ${JSON.stringify(fields)}`),
    withChannel: (channel) => ({
      ...channel,
      fetchMedia: async (ref, largest, signal) => {
        fetched += 1;
        return channel.fetchMedia?.(ref, largest, signal) ?? { type: 'failed', code: 'none' };
      },
    }),
  });
  const { simulator, office } = service;
  const say: Talk['say'] = async (act, id) => {
    const { seq } = simulator.feed.show({ person: 'batas' });
    serial += 1;
    await simulator.say(person, act, id ?? `uji-media-${serial}`);
    await service.settle();
    const news = simulator.feed.since(seq).filter((one) => one.person === person);
    return news.flatMap(({ out }) =>
      out === undefined ? [] : [[out.text, out.image ?? out.document ?? ''].join(' ').trim()],
    );
  };
  return {
    service,
    say,
    send: async (content, { as = 'photo', ...more } = {}) => {
      const key = simulator.files.put('foto.jpg', content) ?? '';
      return say(as === 'photo' ? { photo: key, ...more } : { document: key, ...more });
    },
    kept: async () => {
      const all = await office.media.startingWith('', 100);
      const own = addressOf(office.fingerprint, simulator.account, person);
      return all.filter(({ address }) => address === own).map(({ id }) => id);
    },
    fetched: () => fetched,
    logged,
  };
}

describe('a picture that a question asked for', () => {
  test('is kept without its notes, shown again, and let go with the conversation', async () => {
    const { service, say, send, kept } = await talk();
    await say({ text: 'lampu' });
    expect(await send(phoneJpeg())).toEqual(['1 foto kami terima, boleh sampai 2. Kirim lagi, atau ketik SELESAI.']);
    const [id = ''] = await kept();
    const stored = await service.office.media.read(id);
    expect(stored?.type).toBe('jpg');
    expect(Buffer.from(stored?.content ?? []).includes(secret)).toBe(false);
    expect(await say({ text: 'sudah' })).toEqual(['Di jalan apa?']);
    const [shown = '', place] = await say({ text: 'Jl. Merdeka' });
    expect(shown).toMatch(/Ini fotonya: \d+-[0-9A-Z-]+\.jpg$/u);
    expect(place).toBe('Petanya di sini.');
    const sent = service.simulator.files.get(shown.split(' ').at(-1) ?? '');
    expect(sent?.content).toEqual(stored?.content);
  });

  test('goes at once when the person gives up', async () => {
    const { say, send, kept } = await talk();
    await say({ text: 'lampu' });
    await send(phonePng());
    expect(await kept()).toHaveLength(1);
    await say({ text: 'batal' });
    expect(await kept()).toEqual([]);
  });

  test('is one, however often its message comes', async () => {
    const { service, say, kept, fetched } = await talk();
    await say({ text: 'lampu' });
    const key = service.simulator.files.put('foto.jpg', phoneJpeg()) ?? '';
    await say({ photo: key }, 'uji-media-dua-kali');
    await say({ photo: key }, 'uji-media-dua-kali');
    expect(await say({ photo: key })).toEqual(['1 foto kami terima, boleh sampai 2. Kirim lagi, atau ketik SELESAI.']);
    expect(await kept()).toHaveLength(1);
    expect(fetched()).toBe(1);
  });

  test('goes with the person, also when a deed has it', async () => {
    const { service, say, send, kept } = await talk();
    const { office, simulator, clock } = service;
    await say({ text: 'lampu' });
    await send(phoneJpeg());
    await office.media.claim(await kept());
    const address = addressOf(office.fingerprint, simulator.account, 'warga7');
    const forget = createOperations(office).deeds['hapus_data_saya'];
    const call = { id: 'uji.1', contact: address, address, account: simulator.account, officer: null, args: {} };
    await forget?.({ ...call, now: clock.now() });
    expect(await kept()).toEqual([]);
  });

  test('what a crash left behind is forgotten after a month, and not sooner', async () => {
    const { service, kept } = await talk();
    const { office, simulator } = service;
    const address = addressOf(office.fingerprint, simulator.account, 'warga7');
    await office.media.keep({ id: 'tertinggal', address, type: 'jpg', content: phoneJpeg() }, 30 * DAY);
    service.moveClock?.(service.clock.now() + 29 * DAY);
    await service.sweep();
    expect(await kept()).toEqual(['tertinggal']);
    service.moveClock?.(service.clock.now() + 2 * DAY);
    await service.sweep();
    expect(await kept()).toEqual([]);
  });
});

describe('what is no such picture', () => {
  test.each<[string, string, () => Uint8Array, RegExp, number]>([
    ['one that is too large', 'lampu', () => phoneJpeg({ size: 21 * 1024 }), /terlalu besar. Paling besar 20 kB/u, 1],
    ['a script that calls itself one', 'lampu', () => Buffer.from('<script>alert(1)</script>'), /bukan foto/u, 1],
    ['a document in its place', 'lampu', pdf, /bukan foto/u, 1],
    ['one that was cut off', 'lampu', () => phoneJpeg().subarray(0, 60), /tidak dapat dibuka/u, 1],
    ['a picture in place of a document', 'surat', phonePng, /Mohon kirim sebagai PDF/u, 1],
    ['half a document', 'surat', () => pdf().subarray(0, 40), /tidak dapat dibuka/u, 1],
  ])('%s is not kept, and the person is told why', async (_, word, content, answer, times) => {
    const { say, send, kept, fetched } = await talk();
    await say({ text: word });
    expect((await send(content())).join('\n')).toMatch(answer);
    expect(await kept()).toEqual([]);
    expect(fetched()).toBe(times);
  });

  test('one that cannot be fetched costs no attempt, however often', async () => {
    const { say, logged } = await talk();
    await say({ text: 'lampu' });
    for (const photo of ['a', 'b', 'c', 'd']) {
      expect((await say({ photo })).join('\n')).toContain('belum berhasil kami ambil');
    }
    expect(logged.filter((line) => line.startsWith('file not kept'))[0]).toBe(
      'file not kept {"channel":"simulator","code":"not_there"}',
    );
  });

  test('sent as a file it is taken all the same, and a document as well', async () => {
    const { say, send, kept } = await talk();
    await say({ text: 'lampu' });
    await send(phoneJpeg(), { as: 'document' });
    await say({ text: 'selesai' });
    await say({ text: 'Jl. Merdeka' });
    await say({ text: 'surat' });
    expect(await send(pdf(), { as: 'document' })).toEqual(['Suratnya kami terima.']);
    expect(await kept()).not.toContain('');
  });
});

describe('a picture that nobody asked for', () => {
  test.each<[string, string | null, RegExp]>([
    ['with nothing open', null, /tidak sedang meminta foto/u],
    ['at a question for words', 'DAFTAR', /Fotonya tidak kami buka/u],
  ])('%s is never fetched', async (_, word, answer) => {
    const { say, send, kept, fetched } = await talk();
    if (word !== null) await say({ text: word });
    expect((await send(phoneJpeg())).join('\n')).toMatch(answer);
    expect(fetched()).toBe(0);
    expect(await kept()).toEqual([]);
  });

  test.each(['1903014107660001', 'NIK saya 1903 0141 0766 0001'])(
    'with "%s" under it is never fetched, not even by a question that wants one',
    async (caption) => {
      const { say, send, kept, fetched } = await talk();
      await say({ text: 'lampu' });
      expect((await send(phoneJpeg(), { caption })).join('\n')).toContain('tidak kami buka dan tidak kami simpan');
      expect(fetched()).toBe(0);
      expect(await kept()).toEqual([]);
      expect((await send(phoneJpeg())).join('\n')).toContain('1 foto kami terima');
    },
  );
});

describe('an officer', () => {
  test('sees the code below a picture, which a deed keeps, and deletes it in one step', async () => {
    const { service, say, send, kept } = await talk('petugas1');
    await say({ text: '/poster' });
    const answers = (await send(phoneJpeg())).join('\n');
    const [, code = ''] = /ketik \/hapus_gambar ([0-9A-Z]{5}-[0-9A-Z]{5})/u.exec(answers) ?? [];
    expect(code).not.toBe('');
    service.moveClock?.(service.clock.now() + 40 * DAY);
    await service.sweep();
    const [id = ''] = await kept();
    expect(id.toUpperCase().startsWith(code.replace('-', ''))).toBe(true);
    expect((await say({ text: `/hapus_gambar ${code.toLowerCase()}` })).join('\n')).toContain('Sudah dihapus');
    expect(await kept()).toEqual([]);
    const [audited] = await findAll(service.office.audit, 'subject', id);
    expect(audited).toMatchObject({ what: 'media_deleted', who: 'petugas1' });
    expect((await say({ text: `/hapus_gambar ${code}` })).join('\n')).toContain('Tidak ada gambar dengan kode itu');
  });

  test('only: to a resident the word means nothing', async () => {
    const { say } = await talk();
    expect((await say({ text: '/hapus_gambar 0A1B2-C3D4E' })).join('\n')).not.toContain('Kode gambar');
  });
});
