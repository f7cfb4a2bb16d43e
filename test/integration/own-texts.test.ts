import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, test } from 'vitest';

import { rowId } from '../../src/app/announcing/count-audience.ts';
import type { ShownOn } from '../../src/app/office.ts';
import { findAll } from '../../src/app/read-all.ts';
import { limits } from '../../src/channels/telegram/limits.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import type { Out } from '../../src/engine/turn.ts';
import type { Fields, Value } from '../../src/engine/value.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { agree, choice, openDesk, textIn } from './open-office.ts';
import type { Desk } from './open-office.ts';
import { useFolders } from './temporary-folder.ts';

const hourMs = 60 * 60_000;
const common = 'Kelas dibuka: https://contoh.go.id/kelas';
const onWhatsApp = 'Kelas dibuka, balas INFO.';
const draft: Fields = { sasaran: choice('semua'), isi: common, isi_whatsapp: onWhatsApp, kapan: choice('segera') };

/** A form that the platform approved for the text of WhatsApp alone. */
const approve = (part: Out): Out | null => (part.text.startsWith(onWhatsApp) ? part : null);

const folder = useFolders();
const newDatabase = useMongo();
const desks: Desk[] = [];
afterEach(async () => {
  await Promise.all(desks.splice(0).map((desk) => desk.close()));
});

/** A channel that shows texts as they are. */
function shown(kind: string, textLength = 4096): ShownOn {
  return { kind, parts: (out) => [out], limits: { ...limits, textLength } };
}

/** A desk on Telegram and on both ways to WhatsApp: an account is called as its kind. */
async function open(where: string | Store = folder()) {
  const desk = await openDesk(where);
  desks.push(desk);
  const { office, store } = desk;
  Object.assign(office, {
    channelOf: (account: string) => ({ name: account, kind: account, textLength: 4096, bulkPerSecond: 20 }),
    shownOn: () => ['telegram', 'whatsapp', 'whatsapp-cloud'].map((kind) => shown(kind)),
  });
  /** Somebody who agreed to news, and wrote over these accounts, the last one lately. */
  const lives = async (who: string, ...accounts: readonly string[]): Promise<void> => {
    await agree(desk, who, 'kabar');
    const addresses = accounts.map((account) => ({ account, address: `${account}.${who}` }));
    for (const { account, address } of addresses)
      await store.addresses.meet(address, { contact: who, account, chat: who });
    await office.contacts.change(who, (doc) => ({ doc: doc && { ...doc, addresses }, result: null }));
  };
  const submit = async (more: Fields = {}): Promise<Value> => {
    await desk.deed('petugas1', 'ajukan_pengumuman', { ...draft, ...more });
    const [waiting = null] = await desk.rows('petugas2', 'pengumuman_menunggu');
    return waiting;
  };
  const announce = async (more: Fields = {}): Promise<string> => {
    const pengumuman = await submit(more);
    await desk.deed('petugas2', 'putuskan_pengumuman', { pengumuman, keputusan: choice('setuju') });
    await desk.sweep();
    return textIn(pengumuman, 'kode');
  };
  const rowOf = (announcement: string, who: string): Promise<Delivery | null> =>
    store.deliveries.read(rowId(announcement, who));
  /** By which account the person gets it, and its first line. */
  const told = async (announcement: string, who: string) => {
    const row = await rowOf(announcement, who);
    return row === null ? null : [row.account, row.content?.text.split('\n')[0]];
  };
  const ask = (more: Fields = {}) => desk.look('petugas1', 'isi_pengumuman', { ...draft, ...more });
  return { desk, office, store, lives, submit, announce, rowOf, told, ask };
}

describe.each([
  ['on SQLite', describe, async () => folder()],
  [
    'on MongoDB',
    describeOn('mongo'),
    async () => openMongo({ url: (await newDatabase()).url, key: 'k'.repeat(44), kinds: documentKinds, log: () => {} }),
  ],
] as const)('an announcement with a text for WhatsApp alone, %s', (_name, describeHere, openStore) => {
  describeHere('reaches', { timeout: 90_000 }, () => {
    test('everybody once, in the text of the channel by which it goes', async () => {
      const { lives, announce, told, store } = await open(await openStore());
      await lives('telegram', 'telegram');
      await lives('linked', 'whatsapp');
      await lives('official', 'whatsapp-cloud');
      await lives('both', 'telegram', 'whatsapp');
      await lives('back', 'whatsapp', 'telegram');
      await lives('tried', 'simulator');
      const id = await announce();
      expect(await told(id, 'telegram')).toEqual(['telegram', common]);
      expect(await told(id, 'linked')).toEqual(['whatsapp', onWhatsApp]);
      expect(await told(id, 'official')).toEqual(['whatsapp-cloud', onWhatsApp]);
      expect(await told(id, 'both')).toEqual(['whatsapp', onWhatsApp]);
      expect(await told(id, 'back')).toEqual(['telegram', common]);
      expect(await told(id, 'tried')).toEqual(['simulator', common]);
      expect((await store.deliveries.count(id)).pending).toBe(6);
    });

    test('who moved between two runs of the snapshot where the first run wrote to them', async () => {
      const { desk, office, lives, announce, told, rowOf } = await open(await openStore());
      await lives('w', 'whatsapp');
      const id = await announce();
      await lives('w', 'whatsapp', 'telegram');
      await office.announcements.change(id, (doc) => ({
        doc: doc && { ...doc, state: 'snapshotting', lookAt: desk.now },
        result: null,
      }));
      await desk.sweep();
      expect((await rowOf(id, 'w'))?.run).toBe(2);
      expect(await told(id, 'w')).toEqual(['whatsapp', onWhatsApp]);
    });

    test('whom it failed for by another channel, in the text of that one', async () => {
      const { desk, office, store, lives, announce, told, rowOf } = await open(await openStore());
      await lives('w', 'whatsapp');
      const id = await announce();
      const row = await rowOf(id, 'w');
      await store.deliveries.close(row?.id ?? '', row?.attempt ?? 0, 'failed', 'refused');
      desk.now += 5000;
      await desk.sweep();
      await lives('w', 'whatsapp', 'telegram');
      const [own = null] = await desk.rows('petugas1', 'pengumuman_saya');
      expect(
        await desk.deed('petugas1', 'ulangi_pengumuman', { pengumuman: own, yang: choice('gagal') }),
      ).toMatchObject({
        result: 'dijadwalkan',
      });
      await desk.sweep();
      expect(await told(`${id}.failed`, 'w')).toEqual(['telegram', common]);
      expect((await office.announcements.read(`${id}.failed`))?.ownTexts).toEqual({ whatsapp: onWhatsApp });
    });
  });
});

describe('a text of its own', () => {
  test('is read by whoever approves it, and is in the picture of its channels alone', async () => {
    const { desk, lives, submit } = await open();
    await lives('t', 'telegram');
    await lives('w', 'whatsapp');
    const pengumuman = await submit();
    const pesan = textIn(pengumuman, 'pesan');
    expect(pesan.indexOf(common)).toBe(0);
    expect(pesan).toContain(`Khusus di WhatsApp:\n\n${onWhatsApp}`);
    expect(await desk.look('petugas2', 'pratinjau_pengumuman', { pengumuman })).toMatchObject({
      values: {
        ringkas: expect.stringMatching(
          /^Telegram[^\n]*huruf\.(?:\nWhatsApp[^\n]*Isinya khusus untuk saluran ini\.){2}$/u,
        ) as string,
      },
    });
  });

  test('is one with the rest for a double click, and another announcement where only it differs', async () => {
    const { desk } = await open();
    const hand = (more: Fields) => desk.deed('petugas1', 'ajukan_pengumuman', { ...draft, ...more });
    expect((await hand({})).result).toBe('menunggu_persetujuan');
    expect((await hand({})).result).toBe('sudah_diajukan');
    expect((await hand({ isi_whatsapp: 'Balas INFO saja.' })).result).toBe('menunggu_persetujuan');
    expect((await hand({ isi_whatsapp: null })).result).toBe('menunggu_persetujuan');
  });

  test('is tried on the officer as it is on their own channel', async () => {
    const { desk, office, submit } = await open();
    const pengumuman = await submit();
    const { channelOf } = office;
    Object.assign(office, { channelOf: () => ({ ...channelOf('whatsapp') }) });
    await desk.deed('petugas1', 'kirim_contoh_pengumuman', { pengumuman });
    expect((await desk.pushes('petugas1'))[0]?.content?.text).toContain(onWhatsApp);
  });

  test.each<[string, Fields, Fields, string]>([
    [
      'with a telephone',
      { isi_whatsapp: 'Hubungi 0812 3456 7890' },
      { sebab: 'Isi khusus WhatsApp memuat nomor HP. Pengumuman tidak boleh memuat data pribadi.' },
      'khusus_keliru',
    ],
    [
      'too long for it',
      { isi_whatsapp: 'x'.repeat(4090) },
      { sebab: expect.stringContaining('pesan di WhatsApp 4.') as string },
      'khusus_keliru',
    ],
    [
      'for a channel that nobody is on',
      { isi_telegram: 'Di sini saja.' },
      { nama_saluran: 'Telegram' },
      'saluran_kosong',
    ],
    [
      'beside a common one with a telephone',
      { isi: 'Hubungi 0812 3456 7890' },
      { temuan: 'nomor HP' },
      'memuat_data_pribadi',
    ],
    ['that is in order', {}, { tautan: 1 }, 'baik'],
  ])('%s: is told so', async (_name, more, values, result) => {
    const { lives, ask } = await open();
    await lives('w', 'whatsapp');
    expect(await ask(more)).toMatchObject({ result, values });
  });

  test('may be the short one where the common one is too long for its channel', async () => {
    const { office, lives, ask } = await open();
    await lives('w', 'whatsapp');
    Object.assign(office, { shownOn: () => [shown('telegram'), shown('whatsapp', 105)] });
    expect((await ask()).result).toBe('baik');
    expect(await ask({ isi_whatsapp: null })).toMatchObject({
      result: 'terlalu_panjang',
      values: { nama_saluran: 'WhatsApp', paling_banyak: 105 },
    });
  });

  test('calls nobody by name where a group reads it', async () => {
    const { office, lives, ask } = await open();
    await lives('t', 'telegram');
    await lives('w', 'whatsapp');
    const group = {
      id: 'g',
      tenant: office.tenant.id,
      account: 'telegram',
      chat: '-1',
      form: 'group',
      title: 'RT 5',
    } as const;
    await office.groups.create('g', { ...group, writable: true, addedBy: null, name: 'Warga', at: 1, version: 1 });
    const toGroup = { grup_juga: [{ type: 'record', code: 'g', name: 'Warga', fields: {} }] } as const;
    const named = 'Halo [nama], kelas dibuka.';
    expect((await ask({ ...toGroup, isi_whatsapp: named })).result).toBe('baik');
    expect((await ask({ ...toGroup, isi: named })).result).toBe('nama_untuk_grup');
    expect((await ask({ ...toGroup, isi: named, isi_telegram: 'Kelas dibuka.' })).result).toBe('baik');
    const refused = await ask({ ...toGroup, isi_telegram: named });
    expect(refused).toMatchObject({
      result: 'khusus_keliru',
      values: { sebab: expect.stringContaining('[nama]') as string },
    });
  });

  test('counts as the same words for those alone who got it, and would get it again', async () => {
    const { desk, lives, announce } = await open();
    await lives('t', 'telegram');
    await lives('w', 'whatsapp');
    await announce();
    const echo = (more: Fields) => desk.look('petugas1', 'pengumuman_serupa', { ...draft, ...more });
    expect(await echo({})).toMatchObject({ result: 'pernah', values: { orang: 2 } });
    expect(await echo({ isi_whatsapp: null })).toMatchObject({ result: 'pernah', values: { orang: 1 } });
    expect(await echo({ isi: onWhatsApp })).toMatchObject({ result: 'pernah', values: { orang: 1 } });
    expect(await echo({ isi: 'Lain.', isi_whatsapp: common })).toMatchObject({ result: 'belum' });
    await lives('t', 'telegram', 'whatsapp');
    expect(await echo({})).toMatchObject({ result: 'pernah', values: { orang: 1 } });
  });

  test('has its links counted beside the others', async () => {
    const { office, lives, announce, rowOf, ask } = await open();
    await lives('t', 'telegram');
    await lives('w', 'whatsapp');
    const linked = { isi_whatsapp: 'Daftar di https://contoh.go.id/wa', hitung: true };
    expect(await ask(linked)).toMatchObject({ values: { tautan: 2 } });
    expect(await ask({ isi: 'Kelas dibuka.', isi_whatsapp: linked.isi_whatsapp })).toMatchObject({
      values: { tautan: 1 },
    });
    const id = await announce(linked);
    const links = ['https://contoh.go.id/kelas', 'https://contoh.go.id/wa'];
    expect((await rowOf(id, 't'))?.depends?.fields['links']).toEqual(links);
    const opened = await findAll(office.countedLinks, 'announcement', id);
    expect(opened.map(({ url }) => url).toSorted()).toEqual(links);
  });

  test('is what an approved form must fit where it goes', async () => {
    const { desk, office, lives } = await open();
    await lives('w', 'whatsapp-cloud');
    const { channelOf } = office;
    Object.assign(office, {
      channelOf: (one: string) => ({ ...channelOf(one), window: { forMs: 24 * hourMs, approve } }),
    });
    const plan = (more: Fields) => desk.look('petugas1', 'rencana_pengumuman', { ...draft, ...more });
    expect(await plan({})).toMatchObject({ result: 'ada', values: { orang: 1 } });
    expect((await plan({ isi_whatsapp: null })).result).toBe('kosong');
  });

  test('lies sealed on the disk, in the announcement and in its rows', async () => {
    const place = folder();
    const { lives, announce } = await open(place);
    await lives('w', 'whatsapp');
    await announce();
    const files = readdirSync(place).filter((name) => !name.includes('key'));
    const bytes = files.map((name) => readFileSync(join(place, name), 'latin1')).join('\n');
    expect(bytes).not.toContain('balas INFO');
    expect(bytes).toContain('announcement');
  });
});
