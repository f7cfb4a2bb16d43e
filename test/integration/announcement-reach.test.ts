import { afterEach, beforeEach, expect, test } from 'vitest';

import { createCountCost, readCosts, tellCost } from '../../src/app/announcing/count-cost.ts';
import { createTellStopped } from '../../src/app/watching/tell-stopped.ts';
import { capsOfTier } from '../../src/channels/whatsapp-cloud/caps.ts';
import { caps } from '../../src/channels/whatsapp/caps.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Fields } from '../../src/engine/value.ts';
import { agree, choice, openDesk } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(folder());
});
afterEach(() => desk.close());

/** The desk with another account behind it. */
function through(facts: Pick<Channel, 'caps' | 'window' | 'whyStopped'>): void {
  const channelOf = () => ({ name: 'WhatsApp', kind: 'whatsapp', textLength: 4096, bulkPerSecond: 20, ...facts });
  Object.assign(desk.office, { channelOf });
}

/** Somebody who agreed to news and wrote so long ago; null: never. */
async function person(who: string, silentMs: number | null): Promise<void> {
  await agree(desk, who, 'kabar');
  if (silentMs === null) return;
  const address = `simulator.${who}`;
  const held = await desk.store.addresses.take(address, 'past');
  if (typeof held === 'string') throw new Error(held);
  const past = { session: null, wait: null, did: [], owed: [], lastReply: 0, heardAt: desk.now - silentMs };
  await desk.store.addresses.commit(address, held, past);
  await desk.store.addresses.release(address, held, { next: null, stumbled: false });
}

const draft: Fields = { sasaran: choice('semua'), isi: 'Halo [nama], kelas dibuka.', kapan: choice('segera') };

async function plan(): Promise<string> {
  const { values } = await desk.look('petugas1', 'rencana_pengumuman', draft);
  return JSON.stringify(values);
}

test('a linked device reaches who wrote within a season, and says why not the rest', async () => {
  through({ caps });
  await person('w1', hourMs);
  await person('w2', null);
  await person('w3', 100 * dayMs);
  await person('w4', hourMs);
  await desk.deed('w4', 'henti');
  await person('w5', hourMs);
  await desk.store.addresses.setDead('simulator.w5', true);
  const told = await plan();
  expect(told).toContain('Dapat dikirim kepada 1 orang: 1 lewat WhatsApp.');
  for (const why of ['belum pernah menulis', 'lama tidak menulis', 'meminta berhenti', 'memblokir']) {
    expect(told).toContain(`1 ${why}`);
  }
  expect(told).toContain('Selesai kira-kira');
});

test('the Cloud API reaches who wrote within a day, and the rest by an approved form', async () => {
  const approve = (isThere: boolean) => ({
    forMs: dayMs,
    approve: (part: { text: string }) => (isThere ? part : null),
  });
  await person('w1', hourMs);
  await person('w2', 3 * dayMs);
  through({ caps: capsOfTier(250), window: approve(false) });
  expect(await plan()).toContain('Tidak akan menerima: 1 tidak menulis dalam 24 jam');
  through({ caps: capsOfTier(250), window: approve(true) });
  expect(await plan()).toContain('kepada 2 orang');
});

test('what does not fit into a month is said before anything is sent', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) => person(`w${index}`, hourMs)));
  through({ caps: { counted: 'pushes', stages: [{ fromDay: 0, caps: [{ of: 'everyone', forMs: dayMs, most: 1 }] }] } });
  expect(await plan()).toMatch(/Tidak dapat selesai sebelum batasnya, .*: \d+ orang tidak akan menerima/u);
});

test('an account that was stopped is said to be, and officers elsewhere are told once a day', async () => {
  await person('w1', hourMs);
  const stopped = { account: 'whatsapp', kind: 'whatsapp', whyStopped: async () => 'refused_463' };
  through(stopped);
  expect(await plan()).toContain('Pengiriman lewat WhatsApp sedang berhenti');
  const tell = createTellStopped(desk.office, [stopped]);
  await tell();
  await tell();
  const told = (await desk.pushes('petugas1')).map(({ content }) => content?.text ?? '');
  expect(told.filter((text) => text.includes('karena terlalu banyak memulai percakapan'))).toHaveLength(1);
});

function about(fields: Fields): Delivery {
  return { depends: { on: 'x', version: 0, fields } } as Delivery;
}

test('approved forms are counted for their programme and month, with their price', async () => {
  const count = createCountCost(desk.office);
  await count(about({ type: 'meeting', batch: 'kk-1' }), 'utility');
  await count(about({ type: 'meeting', batch: 'kk-1' }), 'utility');
  await count(about({}), 'marketing');
  Object.assign(desk.office, { tenant: { ...desk.office.tenant, tariff: { utility: 400 } } });
  const { costs } = await readCosts(desk.office, { type: 'costs', month: '2026-12' });
  expect(costs.map(({ title, counts, rupiah }) => ({ title, counts, rupiah }))).toEqual([
    { title: expect.stringContaining('Konten') as string, counts: { utility: 2 }, rupiah: 800 },
    { title: 'Tanpa program', counts: { marketing: 1 }, rupiah: null },
  ]);
});

test('an announcement says what it cost, over a new month too, and nothing when it used no form', async () => {
  const sent = { source: 'announcement.1', class: 'announcement', depends: null } as Delivery;
  const count = createCountCost(desk.office);
  expect(await tellCost(desk.office, 'announcement.1')).toBe('');
  await count(sent, 'utility');
  desk.now += 31 * 24 * hourMs;
  await count(sent, 'utility');
  await count({ ...sent, source: 'announcement.2' }, 'marketing');
  expect(await tellCost(desk.office, 'announcement.1')).toBe('2 dikirim sebagai templat WhatsApp, yang berbayar.');
  Object.assign(desk.office, { tenant: { ...desk.office.tenant, tariff: { utility: 400 } } });
  expect(await tellCost(desk.office, 'announcement.1')).toBe('Biayanya kira-kira Rp800, untuk 2 templat WhatsApp.');
});
