import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { AnnounceAnswer, WriteOrder } from '../../src/app/announcing/manage-announcements.ts';
import { opened } from '../../src/app/read-all.ts';
import { noFaults } from '../../src/channels/simulator/faults.ts';
import { askRunning } from '../../src/cli/ask-running.ts';
import { socketPath } from '../../src/config/socket-path.ts';
import { addDays, localParts, toEpoch } from '../../src/language/calendar.ts';
import type { Service } from '../../src/wire/service.ts';
import { phoneJpeg, secret } from '../media/samples.ts';
import { openService } from './open-page.ts';
import { startGelombang } from './start-process.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const zone = 'Asia/Jakarta';
const words = 'Halo [nama], kelas dibuka.';

/** A service with two officers of the demonstration, ten o'clock on a day to come, and a text in a file. */
async function open() {
  const data = newFolder();
  const file = join(newFolder(), 'teks.txt');
  writeFileSync(file, `${words}\n`);
  const { service } = await openService(data);
  const tomorrow = addDays(localParts(service.clock.now(), zone).date, 1);
  service.moveClock?.(toEpoch(tomorrow, '10:00', zone));
  const heard: { readonly person: string; readonly text: string }[] = [];
  service.simulator.feed.watch(({ person, out }) => void (out && heard.push({ person, text: out.text })));
  let acts = 0;
  const say = async (person: string, ...texts: readonly string[]): Promise<string> => {
    for (const said of texts) {
      acts += 1;
      await service.simulator.say(person, { text: said }, `uji.${acts}`);
      await service.settle();
    }
    return heard.filter((one) => one.person === person).at(-1)?.text ?? '';
  };
  const run = (...args: readonly string[]) =>
    startGelombang({ args: ['announce', ...args], env: { DATA_DIR: data } }).ended;
  const announce = (audience: string, ...more: readonly string[]) =>
    run('--audience', audience, '--file', file, '--as', 'Dewi', ...more);
  return { data, service, say, run, announce, heard, tomorrow };
}

/** People who agreed to news about Koding. */
async function subscribe(say: (person: string, ...texts: readonly string[]) => Promise<string>): Promise<void> {
  for (const person of ['warga1', 'warga2']) {
    expect(await say(person, 'kabari saya', 'koding', 'boleh')).toContain('kami kabari');
  }
}

async function send(service: Service): Promise<void> {
  for (let sweeps = 0; sweeps < 4; sweeps += 1) {
    service.moveClock?.(service.clock.now() + 10_000);
    await service.sweep();
  }
}

/** Every event of the stream, until the service ends it. */
function readStream(
  data: string,
  number: string,
): Promise<readonly { readonly state: string; readonly sent: number }[]> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath: socketPath(data), path: `/progress?number=${number}` }, (response) => {
      let read = '';
      response
        .setEncoding('utf8')
        .on('data', (piece: string) => (read += piece))
        .on('end', () =>
          resolve(
            read
              .split('\n')
              .filter((line) => line.startsWith('data:'))
              .map((line) => JSON.parse(line.slice(5)) as { state: string; sent: number }),
          ),
        );
    });
    asked.on('error', reject).end();
  });
}

describe('gelombang announce', () => {
  test(
    'counts, submits, waits for a second officer, and follows it to the last message',
    { timeout: 120_000 },
    async () => {
      const { data, service, say, run, announce, heard } = await open();
      await subscribe(say);
      const dry = await announce('peminat koding', '--dry-run');
      expect(dry).toMatchObject({
        code: 0,
        printed: expect.stringContaining('Dapat dikirim kepada 2 orang') as string,
      });
      expect(dry.printed).toContain('Ketik STOP untuk berhenti menerima kabar');

      const submitted = await announce('peminat koding', '--yes');
      expect(submitted).toMatchObject({
        code: 0,
        printed: expect.stringContaining('PG-0001 menunggu persetujuan Hasan') as string,
      });
      const twice = await announce('peminat Koding', '--yes');
      expect(twice).toMatchObject({
        code: 1,
        printed: expect.stringContaining('sudah diajukan, nomor PG-0001') as string,
      });
      expect((await run('show', 'PG-0001')).printed).toContain('menunggu persetujuan, untuk peminat Koding');
      expect(await say('petugas1', '/setujui')).toContain('Tidak ada pengumuman yang menunggu');

      expect(await say('petugas2', '/setujui', 'setujui dan kirim')).toContain('Disetujui');
      const following = run('show', 'pg-0001', '--follow');
      await send(service);
      const followed = await following;
      expect(followed).toMatchObject({
        code: 0,
        printed: expect.stringContaining('PG-0001: 2 dari 2 terkirim') as string,
      });
      const told = heard.filter(({ text }) => text.includes('kelas dibuka')).map(({ person }) => person);
      expect(told.filter((person) => person.startsWith('warga')).toSorted()).toEqual(['warga1', 'warga2']);

      expect(await readStream(data, 'PG-0001')).toMatchObject([{ state: 'done', sent: 2 }]);
      expect(await readStream(data, 'PG-0009')).toEqual([]);
      const echo = await announce('semua warga', '--yes');
      expect(echo).toMatchObject({
        code: 1,
        printed: expect.stringContaining('2 orang sudah menerima pesan yang sama') as string,
      });
      const again = await run('resend', 'PG-0001', 'failed', '--as', 'Dewi', '--yes');
      expect(again).toMatchObject({ code: 1, printed: expect.stringContaining('tidak dapat sampai') as string });
      expect((await run('cancel', 'PG-0001', '--as', 'Dewi')).printed).toContain('sudah berakhir');
    },
  );

  test(
    'takes a picture from the disk, without the place that the phone wrote into it',
    { timeout: 120_000 },
    async () => {
      const { service, say, announce } = await open();
      const place = newFolder();
      await subscribe(say);
      const file = (name: string, content: Uint8Array): string => {
        const path = join(place, name);
        writeFileSync(path, content);
        return path;
      };
      const photo = file('aula.jpg', phoneJpeg());
      const dry = await announce('peminat koding', '--dry-run', '--attach', photo);
      expect(dry.printed).toContain('Percobaan: 1 pesan');
      expect(dry.printed).toContain('Gambarnya tampil di atas teks.');
      const ids = async () => (await service.office.media.startingWith('', 9)).map(({ id }) => id);
      expect(await ids()).toEqual([]);
      expect((await announce('peminat koding', '--yes', '--attach', photo)).printed).toContain('PG-0001 menunggu');
      const [id = ''] = await ids();
      const kept = await service.office.media.read(id);
      expect(kept?.type).toBe('jpg');
      expect(Buffer.from(kept?.content ?? []).includes(Buffer.from(secret))).toBe(false);
      expect((await announce('peminat koding', '--yes', '--attach', photo)).printed).toContain(
        'sudah diajukan, nomor PG-0001',
      );
      expect(await ids()).toEqual([id]);
      const refused: readonly (readonly [string, string])[] = [
        [file('besar.jpg', new Uint8Array(6 * 1024 * 1024)), 'terlalu besar. Paling besar 5 MB'],
        [file('surat.jpg', Buffer.from('bukan gambar')), 'bukan gambar JPG atau PNG, dan bukan PDF'],
        [file('putus.jpg', phoneJpeg().subarray(0, 200)), 'rusak atau terpotong'],
      ];
      for (const [path, why] of refused) {
        expect(await announce('peminat koding', '--yes', '--attach', path)).toMatchObject({
          code: 1,
          printed: expect.stringContaining(why) as string,
        });
      }
      expect(await ids()).toEqual([id]);
    },
  );

  test('refuses, with the cure, and announces nothing', { timeout: 60_000 }, async () => {
    const { data, service, say, run, announce, tomorrow } = await open();
    await subscribe(say);
    const write = async (audience: string, more: Partial<WriteOrder> = {}) => {
      const order = {
        type: 'announce-write',
        id: 'x',
        as: 'Dewi',
        text: words,
        ownTexts: {},
        at: null,
        dryRun: false,
        again: false,
        countTaps: false,
        attachment: null,
      };
      const asked = { announcements: { ...order, audience, ...more } };
      const [outcome] = (await askRunning<AnnounceAnswer>(socketPath(data), asked))?.outcomes ?? [];
      return [outcome?.result, outcome?.values];
    };
    expect(await write('peminat kodng')).toEqual([
      'sasaran_salah',
      { penjelasan: 'Tidak ada tema bernama "kodng". Pilihannya: Koding.' },
    ]);
    const refusals: readonly (readonly [string, Partial<WriteOrder>])[] = [
      ['waktu_salah', { at: { date: '2026-02-30', time: '09:00' } }],
      ['sudah_lewat', { at: { date: '2020-01-01', time: '09:00' } }],
      ['jam_malam', { at: { date: tomorrow, time: '21:30' } }],
      ['terlalu_panjang', { text: 'x'.repeat(4200) }],
      ['memuat_data_pribadi', { text: 'Hubungi 0812 3456 7890 ya' }],
      ['isi_kosong', { text: '' }],
      ['isi_kosong', { ownTexts: { telegram: '' } }],
      ['khusus_keliru', { ownTexts: { whatsapp: 'Hubungi 0812 3456 7890 ya' } }],
      ['saluran_kosong', { ownTexts: { whatsapp: 'Kelas dibuka.' } }],
      ['siapa', { as: 'Rudi' }],
      ['siapa', { as: null }],
    ];
    for (const [result, more] of refusals) expect((await write('peminat koding', more))[0]).toBe(result);
    expect((await write('peserta Konten Kreator'))[0]).toBe('kosong');
    const { officers, announcements } = service.office;
    await officers.change('petugas1', (doc) => ({ doc: doc && { ...doc, rights: ['melihat_rekap'] }, result: null }));
    const rightless = await announce('peminat koding', '--yes');
    expect(rightless).toMatchObject({ code: 1, printed: expect.stringContaining('Dewi tidak berhak') as string });
    expect(await announcements.lookThrough({ after: '', limit: 1 })).toEqual([]);
    expect((await announce('peminat koding', '--at', 'besok')).code).toBe(2);
    expect((await run('constructor', 'PG-0001', '--as', 'Dewi')).code).toBe(2);
  });

  test('takes a text for one channel alone, where somebody is on it', { timeout: 60_000 }, async () => {
    const { service, say, announce } = await open();
    await subscribe(say);
    const own = join(newFolder(), 'telegram.txt');
    writeFileSync(own, 'Kelas dibuka: https://contoh.id\n');
    const nobody = await announce('peminat koding', '--text-telegram', own, '--yes');
    expect(nobody).toMatchObject({ code: 1, printed: expect.stringContaining('penerima di Telegram') as string });
    const [someone = null] = opened(await service.office.contacts.lookThrough({ after: '', limit: 1 }));
    if (someone === null) throw new Error('nobody agreed');
    const addresses = [{ account: 'telegram', address: 'telegram.w' }];
    await service.office.contacts.create('w', { ...someone, id: 'w', addresses });
    const handed = await announce('peminat koding', '--text-telegram', own, '--yes');
    expect(handed.printed).toContain('Khusus di Telegram:\n\nKelas dibuka');
    const [made] = opened(await service.office.announcements.lookThrough({ after: '', limit: 1 }));
    expect(made).toMatchObject({ text: words, ownTexts: { telegram: 'Kelas dibuka: https://contoh.id' } });
  });

  test('needs a yes and a second officer', { timeout: 60_000 }, async () => {
    const { service, say, announce } = await open();
    await subscribe(say);
    expect(await announce('peminat koding')).toMatchObject({ code: 1 });
    expect(await service.office.announcements.lookThrough({ after: '', limit: 1 })).toEqual([]);
    await service.office.officers.remove('petugas2');
    const alone = await announce('peminat koding', '--yes');
    expect(alone).toMatchObject({ code: 1, printed: expect.stringContaining('tidak ada petugas lain') as string });
  });

  test(
    'rests, goes on, ends, and is sent once more to who is in doubt; what cannot be is refused',
    { timeout: 240_000 },
    async () => {
      const { service, say, run, announce, heard, tomorrow } = await open();
      await subscribe(say);
      const act = async (...args: readonly string[]) => {
        const { code, printed } = await run(...args, '--as', 'Dewi', '--yes');
        return `${code} ${printed}`;
      };
      expect(await act('pause', 'PG-0099')).toContain('1 Tidak ada pengumuman bernomor PG-0099');
      expect(await act('resend', 'PG-0099', 'failed')).toContain('1 Tidak ada pengumuman bernomor PG-0099');
      expect((await run('list')).printed).toContain('Belum ada pengumuman');

      await announce('peminat koding', '--yes');
      // What is approved shortly before the quiet hours waits for the morning.
      service.moveClock?.(toEpoch(tomorrow, '19:59', zone) + 50_000);
      await say('petugas2', '/setujui', 'setujui dan kirim');
      await send(service);
      expect(await act('pause', 'PG-0001')).toContain('0 Baik');
      expect((await run('list')).printed).toContain('PG-0001  dijeda, 2 orang, peminat Koding (Dewi)');
      expect(await act('resend', 'PG-0001', 'failed')).toContain('1 Hanya pengumuman yang sudah selesai');
      service.moveClock?.(toEpoch(addDays(tomorrow, 1), '07:05', zone));
      await send(service);
      const told = () =>
        heard.filter(({ person, text }) => person.startsWith('warga') && text.includes('kelas dibuka')).length;
      expect(told()).toBe(0);
      service.simulator.setFaults({ ...noFaults, send: 'lost_answer' });
      expect(await act('resume', 'PG-0001')).toContain('0 Baik');
      await send(service);
      service.simulator.setFaults(noFaults);
      expect((await run('show', 'PG-0001')).printed).toContain('0 dari 2 terkirim, 0 gagal, 2 tidak pasti');
      expect(told()).toBe(2);
      service.moveClock?.(toEpoch(addDays(tomorrow, 1), '21:00', zone));
      expect(await act('resend', 'PG-0001', 'uncertain')).toContain('PG-0001/T kepada 2 orang');
      expect(await act('resend', 'PG-0001', 'uncertain')).toContain('1 Sudah pernah dikirim ulang, sebagai PG-0001/T');
      expect(await act('cancel', 'PG-0001/T')).toContain('0 Baik');
      expect(await act('resume', 'PG-0001/T')).toContain('1 Pengumuman itu sudah berakhir');
      expect(await act('resend', 'PG-0001/T', 'uncertain')).toContain('1 Hanya pengumuman yang sudah selesai');
      service.moveClock?.(toEpoch(addDays(tomorrow, 2), '09:00', zone));
      await send(service);
      expect(told()).toBe(2);
    },
  );
});
