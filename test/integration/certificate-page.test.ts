import { describe, expect, test } from 'vitest';

import { checkCode } from '../../src/app/certificates/check-code.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import type { Certificate } from '../../src/domain/certificate.ts';
import { talkAs } from './nik-page.ts';
import { ask, hasChromium, openPageAt, openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const publicUrl = 'https://daerah.contoh.id/';
const monthMs = 30 * 24 * 60 * 60_000;

/** What a page says, without its marks. */
const words = (body: string): string => body.replaceAll(/<[^>]*>|\s+/gu, ' ').replaceAll(/ +/gu, ' ');

/** A house in which one resident's certificate is ready, and the link that they get for it. */
async function open(settings: Readonly<Record<string, string>> = { PUBLIC_URL: publicUrl }) {
  const house = await openService(folder(), { SIMULATOR: 'on', ...settings });
  const { office } = house.service;
  const talk = talkAs(house.service, 'warga1');
  await talk('halo');
  const address = await office.addresses.read(addressOf(office.fingerprint, house.service.simulator.account, 'warga1'));
  const ready: Certificate = {
    id: 'a'.repeat(22),
    tenant: office.tenant.id,
    number: 'SR-0042',
    programme: 'kk',
    batch: 'kk-1',
    contact: address?.contact ?? '',
    title: 'Konten Kreator gelombang 1',
    name: 'Siti Aminah <Dewi>',
    finishedOn: '2026-12-05',
    officer: 'petugas1',
    by: 'd1',
    preparedAt: house.service.clock.now(),
    issuedAt: null,
    revokedAt: null,
    correction: null,
  };
  await office.certificates.create(ready.id, ready);
  await talk('sertifikat');
  const heard = await talk('ya');
  const [path = ''] = /\/sertifikat\/[\w.-]{40,}/u.exec(heard) ?? [];
  const code = checkCode(office, ready);
  return { ...house, ready, heard, path, code, look: (at = path) => ask(house.port, at) };
}

test('is printed with its number, name, class and day, and says where it is checked', async () => {
  const { heard, look, code } = await open();
  expect(heard).toContain('nomor SR-0042');
  const { status, body } = await look();
  expect(status).toBe(200);
  const page = words(body);
  for (const said of ['Nomor SR-0042', 'Siti Aminah &lt;Dewi&gt;', 'Konten Kreator gelombang 1', '5 Desember 2026']) {
    expect(page).toContain(said);
  }
  expect(page).toContain(`dengan nomor ${code} di https://daerah.contoh.id/sertifikat/periksa`);
  expect(body).not.toMatch(/halaman\.sertifikat|\{\{|undefined|<Dewi>/u);
});

test('is kept nowhere, framed nowhere, and runs nothing', async () => {
  const { headers } = await (await open()).look();
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('script');
});

test('opens to nobody without its link, not after its month, and not once it was revoked', async () => {
  const { service, ready, path, look } = await open();
  const { certificates } = service.office;
  expect((await look(`/sertifikat/${ready.id}`)).status).toBe(410);
  expect((await look(path.replace(ready.id, 'b'.repeat(22)))).status).toBe(410);
  await certificates.change(ready.id, (doc) => ({ doc: doc && { ...doc, revokedAt: 1 }, result: null }));
  expect((await look()).status).toBe(410);
  await certificates.change(ready.id, (doc) => ({ doc: doc && { ...doc, revokedAt: null }, result: null }));
  expect((await look()).status).toBe(200);
  service.moveClock?.(service.clock.now() + monthMs);
  const { status, body } = await look();
  expect([status, words(body)]).toEqual([410, expect.stringContaining('ketik SERTIFIKAT')]);
});

test('is checked by anybody who has what is printed, who learns initials, class and day; a number alone tells nothing', async () => {
  const { look, code } = await open();
  expect((await look('/sertifikat/periksa?nomor=SR-0042')).status).toBe(404);
  const good = await look(`/sertifikat/periksa?nomor=${code.toLowerCase()}`);
  expect(good.status).toBe(200);
  expect(words(good.body)).toContain('SR-0042 terdaftar dan berlaku. S••• A•••••');
  expect(good.body).not.toContain('Siti');
  const unknown = await look('/sertifikat/periksa?nomor=SR-0043');
  expect([unknown.status, words(unknown.body)]).toEqual([404, expect.stringContaining('tidak terdaftar')]);
  const strange = await look(`/sertifikat/periksa?nomor=${encodeURIComponent('"><script>')}`);
  expect(strange.body).not.toContain('<script');
  expect((await look('/sertifikat/periksa')).status).toBe(200);
});

test('cannot be asked for so often that all numbers are read', async () => {
  const { look, code } = await open();
  const answers: number[] = [];
  for (let times = 0; times < 40; times += 1) answers.push((await look(`/sertifikat/periksa?nomor=${code}`)).status);
  expect(answers.at(-1)).toBe(429);
  expect(answers.filter((status) => status === 200)).toHaveLength(30);
});

test('is collected at the office where people reach no page', async () => {
  const { heard, look } = await open({});
  expect(heard).toContain('SR-0042');
  expect(heard).toContain('dapat diambil di kantor');
  expect((await look('/sertifikat/periksa')).status).toBe(404);
});

describe.skipIf(!hasChromium)('in a browser', () => {
  test.each([375, 1280])('fits a screen %i wide, and nothing of it is refused', async (width) => {
    const { port, path, code } = await open();
    for (const at of [path, `/sertifikat/periksa?nomor=${code}`]) {
      const { page, complaints } = await openPageAt(port, at, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(complaints).toEqual([]);
    }
  });

  test('is one sheet on paper', async () => {
    const { port, path } = await open();
    const { page } = await openPageAt(port, path, 1280);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)).toHaveLength(1);
  });
});
