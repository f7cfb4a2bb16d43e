import { describe, expect, test } from 'vitest';

import { ask, hasChromium, openPage, openService } from './open-page.ts';
import type { Phone } from './open-page.ts';
import { registration } from './resident.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();

/** What the service says to each act of the registration. */
const answers = [
  'Pelatihan mana',
  'Bersedia mengikuti',
  'Apakah Bapak/Ibu setuju?',
  'Tanggal lahir',
  'Nama lengkap',
  'Jenis kelamin',
  'kecamatan mana',
  'Desa atau kelurahan',
  'Nomor HP',
  'Alamat email',
  'pekerjaan',
  'tujuan',
  'bantuan khusus',
  'Mohon diperiksa dahulu',
  'nomor PD-0001',
  'pelatihan baru?',
  'sudah kami catat',
];

async function register(phone: Phone): Promise<void> {
  for (const [index, act] of registration.entries()) {
    await ('tap' in act ? phone.tap(act.tap) : phone.type(act.text));
    await phone.hears(answers[index] ?? '');
  }
}

describe.skipIf(!hasChromium)('the try-out page in a browser', () => {
  test.each([
    ['a desk', 1360],
    ['a phone', 390],
  ])('a registration by tapping and typing, on %s', async (_name, width) => {
    const { port } = await openService(folder());
    const { phone, complaints } = await openPage(port, width);
    const resident = phone('Warga 1');
    await register(resident);
    await resident.section.getByRole('status').filter({ hasText: '✓ diterima' }).waitFor();
    await resident.section.getByText('Catatan kiriman').click();
    const ledger = resident.section.locator('.ledger li');
    await ledger
      .filter({ hasText: 'terkirim' })
      .nth(registration.length - 1)
      .waitFor();
    expect(await ledger.allTextContents()).toHaveLength(registration.length);
    expect(complaints).toEqual([]);
  });

  test('choices as numbers are lines to answer, as words where numbers mean something else', async () => {
    const { port } = await openService(folder());
    const { phone } = await openPage(port);
    const resident = phone('Warga 1');
    await resident.section.getByLabel('Pilihan').selectOption('angka');
    await resident.type('daftar');
    await resident.hears('4 Belum ada yang cocok');
    expect(await resident.section.locator('li .choices').count()).toBe(0);
    await resident.type('1');
    await resident.hears('1 Ya\n2 Tidak');
    await resident.section.getByLabel('Pilihan').selectOption('tombol');
    await resident.section.getByRole('button', { name: 'Ya', exact: true }).waitFor();
  });

  test('what the network swallowed is sent again, in its order, with a clock beside it until then', async () => {
    const { port } = await openService(folder());
    const { page, phone } = await openPage(port);
    const resident = phone('Warga 1');
    await page.route('**/coba/kirim', (route) => route.abort());
    await resident.type('daftar');
    await resident.section.getByRole('status').filter({ hasText: 'sambungan terputus' }).waitFor();
    await resident.type('1');
    const waiting = resident.section.getByRole('img', { name: 'menunggu diterima' });
    await waiting.nth(1).waitFor();
    await page.unroute('**/coba/kirim');
    await resident.hears('Bersedia mengikuti');
    await waiting.first().waitFor({ state: 'detached' });
    expect(await resident.section.locator('li.mine').count()).toBe(2);
  });

  test('a page that is opened again shows the conversation so far, and another page sees it too', async () => {
    const { port } = await openService(folder());
    const first = await openPage(port);
    await first.phone('Warga 2').type('daftar');
    await first.phone('Warga 2').hears('Pelatihan mana');
    const second = await openPage(port);
    await second.phone('Warga 2').hears('Pelatihan mana');
    await second.phone('Warga 2').tap('Belum ada yang cocok');
    await first.phone('Warga 2').hears('tema');
    await first.page.reload();
    await first.phone('Warga 2').hears('tema');
    expect(await first.phone('Warga 2').section.locator('li.mine').allTextContents()).toEqual([
      expect.stringContaining('daftar'),
      expect.stringContaining('Belum ada yang cocok'),
    ]);
  });

  test('faults are switched for the service and shown to every page', async () => {
    const { port, service } = await openService(folder());
    const { page, phone } = await openPage(port);
    await page.getByText('Buat gangguan').click();
    await page.getByLabel('Kiriman ke warga').selectOption('blocked');
    await page.getByLabel('Pesan warga datang dua kali').check();
    await expect.poll(() => service.simulator.faults()).toMatchObject({ send: 'blocked', duplicate: true });
    await phone('Warga 1').type('menu');
    await phone('Warga 1').section.getByText('Catatan kiriman').click();
    await phone('Warga 1').section.locator('.ledger li', { hasText: 'gagal' }).waitFor();
    const again = await openPage(port);
    await again.page.getByText('Buat gangguan').click();
    expect(await again.page.getByLabel('Kiriman ke warga').inputValue()).toBe('blocked');
  });
});

const json = (port: number, more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  origin: `http://127.0.0.1:${port}`,
  ...more,
});
const say = (text: string, id = `id-${text}-0001`): string => JSON.stringify({ person: 'warga1', id, act: { text } });

const ids = (body: string): readonly string[] => [...body.matchAll(/^id: (\d+)$/gmu)].map((match) => match[1] ?? '');

describe('the door of the try-out page', () => {
  test('takes what a person does, once by its id', async () => {
    const { port, service } = await openService(folder());
    for (let time = 0; time < 3; time += 1) {
      const { status, body } = await ask(port, '/coba/kirim', { headers: json(port), body: say('menu') });
      expect([status, body]).toEqual([200, '{"ok":true}']);
    }
    await service.settle();
    const shown = service.simulator.feed.since(0);
    expect(shown.filter(({ said }) => said !== undefined)).toHaveLength(1);
    expect(shown.filter(({ out }) => out !== undefined)).toHaveLength(1);
  });

  test.each<[string, (port: number) => { headers: Record<string, string>; body: string }, number]>([
    [
      'a foreign page',
      (port) => ({ headers: json(port, { origin: 'https://jahat.example' }), body: say('menu') }),
      403,
    ],
    [
      'a page on another port',
      (port) => ({ headers: json(port, { origin: 'http://127.0.0.1:1' }), body: say('menu') }),
      403,
    ],
    ['no page at all', () => ({ headers: { 'content-type': 'application/json' }, body: say('menu') }), 403],
    [
      'a frame of another site',
      (port) => ({ headers: json(port, { 'sec-fetch-site': 'cross-site' }), body: say('menu') }),
      403,
    ],
    [
      'a rebound name',
      (port) => ({ headers: json(port, { host: 'jahat.example', origin: 'http://jahat.example' }), body: say('menu') }),
      421,
    ],
    ['no JSON', (port) => ({ headers: json(port), body: '{' }), 400],
    [
      'an act nobody can do',
      (port) => ({ headers: json(port), body: '{"person":"warga1","id":"12345678","act":{"terbang":1}}' }),
      400,
    ],
    [
      'a person with a strange name',
      (port) => ({ headers: json(port), body: '{"person":"../x","id":"12345678","act":{"text":"a"}}' }),
      400,
    ],
    ['too much', (port) => ({ headers: json(port), body: say('a'.repeat(40_000)) }), 413],
  ])('refuses %s, and nothing comes in', async (_name, make, status) => {
    const { port, service } = await openService(folder());
    expect((await ask(port, '/coba/kirim', make(port))).status).toBe(status);
    await service.settle();
    expect(service.simulator.feed.since(0)).toEqual([]);
  });

  test('a rebound name sees nothing either', async () => {
    const { port } = await openService(folder());
    for (const path of ['/coba', '/coba/aliran', '/coba/kiriman/warga1']) {
      expect((await ask(port, path, { headers: { host: 'jahat.example' } })).status).toBe(421);
    }
    expect((await ask(port, '/coba', { headers: { host: `localhost:${port}` } })).status).toBe(200);
  });

  test('faults that are none are refused', async () => {
    const { port, service } = await openService(folder());
    const body = '{"latencyMs":99999,"send":"none","duplicate":false,"reorder":false}';
    expect((await ask(port, '/coba/gangguan', { headers: json(port), body })).status).toBe(400);
    expect(service.simulator.faults()).toMatchObject({ latencyMs: 0 });
  });

  test('the page allows nothing but its own script and style', async () => {
    const { port } = await openService(folder());
    const { headers, body } = await ask(port, '/coba');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(body).not.toMatch(/\sstyle=|<style|\son\w+=/u);
    expect((await ask(port, '/')).headers['location']).toBe('/coba');
  });

  test('the stream goes on behind the last event that was seen', async () => {
    const { port, service } = await openService(folder());
    for (const text of ['menu', 'daftar']) {
      await ask(port, '/coba/kirim', { headers: json(port), body: say(text) });
      await service.settle();
    }
    const all = service.simulator.feed.since(0);
    const last = String(all.at(-1)?.seq);
    const middle = String(all[2]?.seq);
    const whole = await ask(port, '/coba/aliran', { until: `id: ${last}\n` });
    expect(ids(whole.body)).toEqual(all.map(({ seq }) => String(seq)));
    const rest = await ask(port, '/coba/aliran', { headers: { 'last-event-id': middle }, until: `id: ${last}\n` });
    expect(ids(rest.body)).toEqual(all.slice(3).map(({ seq }) => String(seq)));
    const query = await ask(port, `/coba/aliran?sejak=${middle}`, { until: `id: ${last}\n` });
    expect(ids(query.body)).toEqual(ids(rest.body));
  });

  test('health is told as JSON', async () => {
    const { port } = await openService(folder());
    const { status, headers, body } = await ask(port, '/health');
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(JSON.parse(body)).toMatchObject({ ok: true, parts: { store: { ok: true }, simulator: { ok: true } } });
  });
});

test('what arrived in reverse is handled in the order it was said', async () => {
  const { service } = await openService(folder());
  const { simulator, clock } = service;
  simulator.setFaults({ ...simulator.faults(), reorder: true });
  const said = ['daftar', '1'].map((text) => simulator.say('warga1', { text }, `id-${text}`));
  service.moveClock?.(clock.now() + 2000);
  await Promise.all(said);
  await service.settle();
  const heard = simulator.feed.since(0).flatMap(({ out }) => (out === undefined ? [] : [out.text]));
  expect(heard.map((text) => /^Pelatihan mana|Bersedia mengikuti/u.exec(text)?.[0])).toEqual([
    'Pelatihan mana',
    'Bersedia mengikuti',
  ]);
});
