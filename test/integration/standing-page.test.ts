import { expect, test } from 'vitest';

import { talkAs } from './nik-page.ts';
import { ask, openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';
import { openCloudHouse } from './whatsapp-cloud-house.ts';

const folder = useFolders();
const publicUrl = 'https://daerah.contoh.id/';
const hourMs = 60 * 60_000;

/** What a page says, without its marks. */
const words = (body: string): string => body.replaceAll(/<[^>]*>|\s+/gu, ' ').replaceAll(/ +/gu, ' ');

/** A house with an account of each WhatsApp, and an officer's link to its page. */
async function open() {
  const house = await openCloudHouse(folder(), {
    PUBLIC_URL: publicUrl,
    SIMULATOR: 'on',
    WHATSAPP: 'on',
    WHATSAPP_SERVER: 'ws://127.0.0.1:9',
  });
  const heard = await talkAs(house.service, 'petugas1')('/keadaan');
  const [path = ''] = /\/keadaan\/[\w.-]+/u.exec(heard) ?? [];
  const port = Number(new URL(house.url).port);
  return { ...house, port, path, look: () => ask(port, path) };
}

const resting = async (): Promise<string> => 'platform_unsteady';

test('says of each account how it stands, why, and what to do', async () => {
  const { service, look } = await open();
  const { office, whatsappCloud } = service;
  const account = whatsappCloud?.account ?? '';
  const now = service.clock.now();
  await office.capLedgers.create(account, {
    since: now,
    nextAt: 0,
    uses: [{ at: now - hourMs, count: 120, strangers: 30 }],
  });
  const before = words((await look()).body);
  expect(before).toContain('WhatsApp (resmi) Berjalan.');
  expect(before).toContain('120 dari 250');
  expect(before).toContain('WhatsApp (perangkat tertaut) Tidak tersambung (not_linked).');
  expect(before).toContain('Belum ada perangkat yang ditautkan');
  await office.accounts.halt(account, 'payment');
  const after = words((await look()).body);
  expect(after).toContain('Semua kiriman berhenti (payment). Cara pembayaran di Meta belum beres.');
  expect(after).not.toMatch(/halaman\.keadaan|\{\{|undefined/u);
});

test('says that an account rests when its platform answers with doubt, and that nothing need be done', async () => {
  const { service, look } = await open();
  const { office } = service;
  const { channelOf } = office;
  Object.assign(office, {
    channelOf: (account: string) => ({ ...channelOf(account), whyStopped: resting }),
  });
  const page = words((await look()).body);
  expect(page).toContain(
    'WhatsApp (resmi) Pengumuman dan pengingat ditahan sebentar. Balasan kepada warga tetap berjalan.',
  );
  expect(page).toContain('sering tidak menjawab dengan pasti');
  expect(page).toContain('Tidak perlu berbuat apa-apa.');
  expect(page).not.toMatch(/platform_unsteady|whatsapp resume/u);
});

test('is kept nowhere, framed nowhere, and runs nothing', async () => {
  const { headers } = await (await open()).look();
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('script');
});

test('opens to nobody without a link of their own, not after its hour, and not after the officer went', async () => {
  const { service, port, path, look } = await open();
  expect((await look()).status).toBe(200);
  const [, id = '', until = '', mark = ''] = /\/keadaan\/([^.]+)\.([^.]+)\.(.+)$/u.exec(path) ?? [];
  const later = (Number.parseInt(until, 36) + hourMs).toString(36);
  for (const token of [
    `${id}.${later}.${mark}`,
    `petugas-lain.${until}.${mark}`,
    `${id}.${until}.${'A'.repeat(22)}`,
    'x',
  ]) {
    expect((await ask(port, `/keadaan/${token}`)).status).toBe(410);
  }
  const officer = await service.office.officers.read(id);
  await service.office.officers.change(id, (doc) => ({ doc: doc && { ...doc, rights: [] }, result: null }));
  expect((await look()).status).toBe(410);
  await service.office.officers.change(id, () => ({ doc: officer, result: null }));
  expect((await look()).status).toBe(200);
  service.moveClock?.(service.clock.now() + 2 * hourMs);
  expect((await look()).status).toBe(410);
});

test('is promised to nobody where people reach no page', async () => {
  const { service } = await openService(folder(), { SIMULATOR: 'on' });
  expect(await talkAs(service, 'petugas1')('/keadaan')).toContain('PUBLIC_URL');
});
