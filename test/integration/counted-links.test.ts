import { beforeEach, expect, test } from 'vitest';

import { codeOfLink, openLinks } from '../../src/app/counted-links/open-links.ts';
import { opened } from '../../src/app/read-all.ts';
import { addDays, localParts, toEpoch } from '../../src/language/calendar.ts';
import type { Service } from '../../src/wire/service.ts';
import { talkAs } from './nik-page.ts';
import type { Talk } from './nik-page.ts';
import { ask, openService } from './open-page.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const zone = 'Asia/Jakarta';
const dayMs = 24 * 60 * 60_000;
const own = 'https://daerah.contoh.id';
const link = 'https://toboali.contoh.id/kelas?dari=chat';
const phone = { 'user-agent': 'Mozilla/5.0 (Linux; Android 10) Chrome/120.0 Mobile' };

const talks = new Map<string, Talk>();
beforeEach(() => talks.clear());

/** A house at ten in the morning, on whose phones nobody has to wait. */
async function open(settings: Readonly<Record<string, string>> = { PUBLIC_URL: `${own}/` }) {
  const lines: string[] = [];
  const { service, port } = await openService(
    folder(),
    { SIMULATOR: 'on', ...settings },
    {
      log: (...line) => void lines.push(JSON.stringify(line)),
      withChannel: (channel) => ({ ...channel, limits: { ...channel.limits, perChatMs: 0 } }),
    },
  );
  const tomorrow = addDays(localParts(service.clock.now(), zone).date, 1);
  service.moveClock?.(toEpoch(tomorrow, '10:00', zone));
  const tap = (code: string, headers: Readonly<Record<string, string>> = phone) => ask(port, `/t/${code}`, { headers });
  return { service, port, tap, lines };
}

/** Types one thing after the other; what the last brought. */
async function says(service: Service, person: string, ...texts: readonly string[]): Promise<string> {
  const talk = talks.get(person) ?? talkAs(service, person);
  talks.set(person, talk);
  let heard = '';
  for (const text of texts) heard = await talk(text);
  return heard;
}

/** Wants news, and says about counting what `counting` says. */
const join = (service: Service, person: string, counting: string): Promise<string> =>
  says(service, person, 'atur pesan', 'tidak usah', 'boleh', counting);

async function announce(service: Service, text: string, ...answers: readonly string[]): Promise<void> {
  const asked = await says(
    service,
    'petugas1',
    '/umumkan',
    'semua yang bersedia',
    text,
    'lewati',
    ...answers,
    'segera',
    'ajukan',
  );
  expect(asked).toContain('menunggu persetujuan');
  expect(await says(service, 'petugas2', '/setujui', 'setujui dan kirim')).toContain('Disetujui');
  await work(service);
}

async function work(service: Service): Promise<void> {
  for (let sweeps = 0; sweeps < 4; sweeps += 1) {
    service.moveClock?.(service.clock.now() + 10_000);
    await service.sweep();
  }
}

/** The link as it stands in what a person got last. */
function linkOf({ simulator }: Service, person: string): string {
  const got = simulator.feed
    .since(0)
    .findLast((one) => one.person === person && one.out?.text.includes('Kelas dibuka'));
  return /https:\S+/u.exec(got?.out?.text ?? '')?.[0] ?? 'none';
}

test(
  'only who agreed gets a counted link; the officer reads one sum, and nobody is in it',
  { timeout: 90_000 },
  async () => {
    const { service, port, tap, lines } = await open();
    const { office } = service;
    const agreed = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'];
    for (const person of agreed) {
      expect(await join(service, person, 'boleh')).toContain('sudah disimpan');
    }
    await join(service, 'w7', 'tidak usah');
    await join(service, 'w8', 'boleh');
    expect(await says(service, 'w8', 'tarik persetujuan', 'hitungan')).toContain('masih menambah jumlahnya');
    expect(await says(service, 'w8', 'ya')).toContain('sudah ditarik');
    expect(await says(service, 'w1', 'data saya')).toContain('Ketukan tautan di pengumuman: dihitung tanpa nama sejak');
    const proof = opened(await office.contacts.lookThrough({ after: '', limit: 50 })).flatMap(
      ({ consents }) => consents,
    );
    expect(proof.filter(({ purpose, agreed: yes }) => purpose === 'ketukan' && yes)).toHaveLength(7);
    expect(proof.find(({ purpose, agreed: yes }) => purpose === 'ketukan' && yes)).toMatchObject({
      version: '1',
      words: 'boleh',
      text: expect.stringContaining('Siapa yang mengetuk, kapan') as string,
    });

    await announce(service, `Kelas dibuka: ${link}.`, 'hitung');
    const counted = linkOf(service, 'w1');
    const code = counted.split('/t/')[1]?.replace('.', '') ?? '';
    expect(counted).toMatch(/^https:\/\/daerah\.contoh\.id\/t\/[\w-]{22}\.$/u);
    expect(new Set(agreed.map((person) => linkOf(service, person)))).toEqual(new Set([counted]));
    expect(['w7', 'w8'].map((person) => linkOf(service, person))).toEqual([`${link}.`, `${link}.`]);

    const answers = [await tap(code), await tap(code), await tap(code)];
    for (const preview of ['TelegramBot (like TwitterBot)', 'WhatsApp/2.23', 'facebookexternalhit/1.1']) {
      answers.push(await tap(code, { 'user-agent': preview }));
    }
    for (const { status, headers } of answers) {
      expect(status).toBe(302);
      expect(headers).toMatchObject({ location: link, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect(headers['x-robots-tag']).toContain('noindex');
      expect(headers['set-cookie']).toBeUndefined();
    }
    await service.tally.flush();
    const told = 'Tautan diketuk 3 kali oleh mereka yang mengizinkan (dari 6).';
    expect(await says(service, 'petugas1', '/pengumuman')).toContain(told);
    const page = /\/keadaan\/[\w.-]+/u.exec(await says(service, 'petugas1', 'batal', '/keadaan'))?.[0] ?? '';
    expect((await ask(port, page)).body).toContain(told);

    const [kept = {}] = opened(await office.countedLinks.lookThrough({ after: '', limit: 9 }));
    expect(Object.keys(kept).toSorted()).toEqual(['added', 'announcement', 'carried', 'taps', 'until', 'url']);
    expect(lines.join('\n')).not.toContain(code);
  },
);

test('leads nowhere else: an unknown code, another method, after its days, and where too much is asked', async () => {
  const { service, port, tap } = await open();
  const { office, clock } = service;
  const code = codeOfLink(office, 'a1', link);
  await openLinks(office, { id: 'a1', text: `Buka ${link}`, countsTaps: true }, clock.now());
  for (const other of ['A'.repeat(22), 'x', `${code}x`, code.slice(1), '..%2f..', 'https:%2f%2fjahat.id']) {
    const { status, headers, body } = await tap(other);
    expect([other, status, headers['location']]).toEqual([other, 404, undefined]);
    expect(body).toContain(other === 'x' ? 'Tautan ini tidak kami kenal' : '');
  }
  expect((await tap(`${code}?url=https://jahat.id`)).headers['location']).toBe(link);
  const posted = await ask(port, `/t/${code}`, { body: 'x', headers: phone });
  expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD']);
  const many = await Promise.all(Array.from({ length: 620 }, () => tap(code)));
  expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  service.moveClock?.(clock.now() + 91 * dayMs);
  expect(await tap(code)).toMatchObject({
    status: 410,
    body: expect.stringContaining('sudah tidak berlaku') as string,
  });
});

test(
  'where people reach no page, nobody is asked, and every link is as it was written',
  { timeout: 60_000 },
  async () => {
    const { service } = await open({});
    expect(await says(service, 'w1', 'atur pesan', 'tidak usah', 'boleh')).toContain('sudah disimpan');
    await announce(service, `Kelas dibuka: ${link}`);
    expect(linkOf(service, 'w1')).toBe(link);
    expect(await service.office.countedLinks.lookThrough({ after: '', limit: 9 })).toEqual([]);
  },
);
