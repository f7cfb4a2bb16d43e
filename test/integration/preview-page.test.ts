import { describe, expect, test } from 'vitest';

import { agreesTo } from '../../src/domain/contact.ts';
import { pdf, phoneJpeg } from '../media/samples.ts';
import { talkAs } from './nik-page.ts';
import { ask, hasChromium, openPageAt } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';
import { openCloudHouse } from './whatsapp-cloud-house.ts';

const folder = useFolders();
const hourMs = 60 * 60_000;
const text = 'Kelas *besok* pindah ke aula, pukul 09.00. Daftar ulang di https://toboali.contoh.id/kelas';

const words = (body: string): string => body.replaceAll(/<[^>]*>|\s+/gu, ' ').replaceAll(/ +/gu, ' ');

/** A house on every channel, and an officer who has just written an announcement. */
async function open(written = text, [name, content] = ['aula.jpg', phoneJpeg()]) {
  const house = await openCloudHouse(folder(), {
    PUBLIC_URL: 'https://daerah.contoh.id',
    SIMULATOR: 'on',
    WHATSAPP: 'on',
    WHATSAPP_SERVER: 'ws://127.0.0.1:9',
    TELEGRAM_BOT_TOKEN: '777000:uji-coba-token',
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  });
  const { service } = house;
  const resident = talkAs(service, 'warga1');
  for (const said of ['atur pesan', 'tidak usah', 'boleh', 'boleh']) await resident(said);
  const talk = talkAs(service, 'petugas1');
  for (const said of ['/umumkan', 'semua yang bersedia', written]) await talk(said);
  const file = service.simulator.files.put(name, content) ?? '';
  await service.simulator.say('petugas1', name.endsWith('.pdf') ? { document: file } : { photo: file }, 'gambar-1');
  await service.settle();
  const heard = written.includes('https') ? await talk('hitung') : '';
  const [path = ''] = /\/pratinjau\/[\w.-]+/u.exec(heard) ?? [];
  const port = Number(new URL(house.url).port);
  return { ...house, talk, heard, path, port, look: () => ask(port, path) };
}

describe('an announcement before it is sent', () => {
  test('is told of in the chat, channel by channel', async () => {
    const { heard } = await open();
    expect(heard).toContain('Telegram: 1 pesan');
    expect(heard).toContain('Tanda * _ ~ tampil apa adanya di sini.');
    expect(heard).toContain('WhatsApp (perangkat tertaut): 1 pesan');
    expect(heard).toContain('WhatsApp (resmi): 1 pesan');
    expect(heard).toContain('Yang tidak menulis dalam 24 jam dilewati');
  });

  test('stands side by side on a page, with its picture, its marks and its counted link', async () => {
    const { look, port, path } = await open();
    const { status, body, headers } = await look();
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("img-src 'self'");
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    expect(words(body)).toContain('Kelas *besok* pindah');
    expect(body).toContain('Kelas <b>besok</b> pindah');
    expect(words(body)).toMatch(/https:\/\/daerah\.contoh\.id\/t\/[\w-]{22}/u);
    expect(words(body)).toContain('Ketik STOP untuk berhenti');
    expect(body).not.toMatch(/halaman\.|layanan\.|\{\{|undefined/u);
    const picture = await ask(port, `${path}/gambar`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  });

  test('with a PDF says so, and shows none of it as a picture', async () => {
    const { look, port, path } = await open(text, ['undangan.pdf', pdf()]);
    expect((await look()).body).toContain('<b>PDF</b>');
    expect((await ask(port, `${path}/gambar`)).status).toBe(404);
  });

  test('is shown to its officer alone, for an hour, and not after it was handed in', async () => {
    const { service, talk, port, path, look } = await open();
    const [, token = ''] = path.split('/pratinjau/');
    const [officer = '', until = '', , mark = ''] = token.split('.');
    for (const other of [`${officer}.${until}.pg-0001.${mark}`, `petugas9.${until}.tulisan.${mark}`, 'x']) {
      expect((await ask(port, `/pratinjau/${other}`)).status).toBe(410);
      expect((await ask(port, `/pratinjau/${other}/gambar`)).status).toBe(404);
    }
    await talk('batal');
    expect((await look()).status).toBe(410);
    service.moveClock?.(service.clock.now() + 2 * hourMs);
    expect((await look()).status).toBe(410);
  });
});

const own = 'Kelas besok pindah ke aula. Balas INFO.';

/** The same house with people on Telegram and on WhatsApp; the officer gives WhatsApp a text of its own. */
async function openOwn() {
  const opened = await open();
  const { service, talk } = opened;
  const { contacts, addresses } = service.office;
  const found = await contacts.lookThrough({ after: '', limit: 10 });
  const [someone] = found.flatMap((one) => ('doc' in one && agreesTo(one.doc, 'kabar') ? [one.doc] : []));
  if (someone === undefined) throw new Error('nobody agreed');
  for (const account of ['telegram:777000', 'whatsapp-cloud:1']) {
    const address = `${account}.w`;
    await addresses.meet(address, { contact: address, account, chat: 'w' });
    await contacts.create(address, { ...someone, id: address, addresses: [{ account, address }] });
  }
  await talk('batal');
  let heard = '';
  for (const said of ['/umumkan', 'semua yang bersedia', text, 'lewati', 'hitung', 'segera']) heard = await talk(said);
  const summary = heard;
  for (const said of ['isi khusus satu saluran', 'whatsapp']) await talk(said);
  return { ...opened, summary, heard: await talk(own) };
}

describe('a text for WhatsApp alone', () => {
  test('is offered in the summary only, shown with the common one, and stands on its channels', async () => {
    const { summary, heard, look } = await openOwn();
    expect(summary).toContain('Isi khusus satu saluran: Tidak ada, sama di semua saluran');
    expect(heard).toContain(`Khusus di WhatsApp:\n\n${own}`);
    expect(heard).toContain('Isi khusus satu saluran: WhatsApp');
    const phones = (await look()).body.split('<article').slice(1).map(words);
    expect(phones.map((phone) => [phone.includes('toboali.contoh.id'), phone.includes('Balas INFO')])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });
});

describe.skipIf(!hasChromium)('the page in a browser', () => {
  test.each([375, 1360])('fits %i pixels, and complains about nothing', async (width) => {
    const { port, path } = await open();
    const { page, complaints } = await openPageAt(port, path, width);
    await page.getByRole('heading', { name: 'Telegram' }).waitFor();
    const shot = process.env['SHOTS'];
    if (shot !== undefined) await page.screenshot({ path: `${shot}/preview-${width}.png`, fullPage: true });
    // As text: what runs in the browser knows other names than this program.
    const all = (what: string) => page.evaluate<number[]>(`Array.from(document.querySelectorAll(${what})`);
    expect(await all(`'html'), (one) => one.scrollWidth`)).toEqual([width]);
    expect(new Set(await all(`'.phone'), (one) => one.getBoundingClientRect().left`)).size).toBe(width < 600 ? 1 : 3);
    for (const wide of await all(`'img'), (one) => one.naturalWidth`)) expect(wide).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});
