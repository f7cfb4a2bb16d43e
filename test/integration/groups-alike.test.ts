import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createHearGroups } from '../../src/app/groups/hear-groups.ts';
import { openOffice } from '../../src/app/office.ts';
import type { Office } from '../../src/app/office.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { grupDikenal, grupTujuan, lepasGrup, namaiGrup } from '../../src/app/operations/manage-groups.ts';
import { opened } from '../../src/app/read-all.ts';
import { addressOf } from '../../src/app/receive-message.ts';
import { createForbid } from '../../src/app/sending/forbid.ts';
import { demoTenant } from '../../src/domain/demo.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import type { Call } from '../../src/domain/operation.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { createSay } from '../../src/engine/say.ts';
import type { Fields } from '../../src/engine/value.ts';
import { createSystemClock } from '../../src/queue/inline/system-clock.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { useFolders } from './temporary-folder.ts';

const [account, key] = ['telegram:1', 'k'.repeat(44)];
const clock = createSystemClock();
const sentences = await loadSentences();

function openOn(store: Store): Office {
  const queue = { wake: async () => {}, start: () => {}, drain: async () => {} };
  const rest = { say: createSay(sentences), channels: [], clock, nudge: () => {} };
  const office = openOffice(store, { tenant: demoTenant, queue, ...rest });
  return { ...office, forbid: createForbid({ ...store, clock }) };
}

const die = () => Promise.reject(new Error('died'));

/** What is told, named and taken away, as any store keeps it. */
async function live(store: Store): Promise<void> {
  const office = openOn(store);
  const dewi = {
    id: 'dewi',
    tenant: demoTenant.id,
    name: 'Dewi',
    account,
    address: addressOf(office.fingerprint, account, '7'),
  };
  await office.officers.create('dewi', { ...dewi, rights: ['membuat_pengumuman'] });
  const hear = createHearGroups(office);
  const tell = (chat: string, at: number, fact: Parameters<typeof hear>[0][number]['fact']) =>
    hear([{ account, chat, at, fact }]);
  const present = { type: 'present', form: 'group', title: 'Keluarga Bu Tini', writable: true, by: '7' } as const;
  await tell('-5001', 1, present);
  await tell('-5002', 2, { ...present, title: 'Lain', by: '8' });
  const [id = '', other = ''] = ['-5001', '-5002'].map((chat) => addressOf(office.fingerprint, account, chat));
  let deeds = 0;
  const call = (args: Fields): Call => {
    deeds += 1;
    return { id: `d${deeds}`, contact: '', address: dewi.address, account, officer: 'dewi', now: clock.now(), args };
  };
  const ask = {
    delivery: 'r1',
    class: 'announcement',
    seq: null,
    purpose: null,
    yieldsOn: null,
    perChatMs: 0,
    silentMs: 0,
  } as const;
  const gate = async (of = id) => {
    const found = await store.addresses.enter(of, ask);
    if (found.type === 'open') await store.addresses.leave(of, found.flight, null);
    return found.type === 'open' ? found.chat : found.why;
  };
  expect(await gate()).toBe('absent');
  const named = namaiGrup(office);
  expect(await named(call({ grup: id, nama_grup: 'Warga' }))).toEqual({
    result: 'tersimpan',
    values: { nama: 'Warga' },
  });
  expect(await named(call({ grup: other, nama_grup: 'warga' }))).toEqual({
    result: 'nama_terpakai',
    values: { judul: 'Keluarga Bu Tini' },
  });
  expect(await gate()).toBe('-5001');
  await tell('-5001', 3, { type: 'moved', to: '-1005001' });
  expect(await gate()).toBe('-1005001');
  const rows = await grupDikenal(office)(call({}));
  expect(rows).toMatchObject([
    { name: 'Warga', fields: { judul: 'Keluarga Bu Tini', dipakai: true, keadaan: 'ditambahkan Dewi' } },
    { name: 'Belum dinamai', fields: { judul: 'Lain', dipakai: false } },
  ]);
  await tell('-1005001', 4, { type: 'gone' });
  expect(await gate()).toBe('dead');
  await tell('-1005001', 5, { ...present, by: '8' });
  expect(await gate()).toBe('-1005001');
  expect((await lepasGrup(office)(call({ grup: id }))).result).toBe('dilepas');
  expect(await gate()).toBe('stopped');
  expect((await named(call({ grup: id, nama_grup: 'Warga lagi' }))).result).toBe('tersimpan');
  expect(await gate()).toBe('-1005001');
  await tell('-1005001', 6, { type: 'gone' });
  const drop = call({ grup: id });
  const remove = async (gone: string) => {
    await office.groups.remove(gone);
    throw new Error('died');
  };
  await expect(lepasGrup({ ...office, groups: { ...office.groups, remove } })(drop)).rejects.toThrow('died');
  await lepasGrup(office)(drop);
  expect(await office.groups.read(id)).toBeNull();
  const audit = opened(await office.audit.lookThrough({ after: '', limit: 20 }));
  expect(audit.map(({ what }) => what).toSorted()).toEqual([
    'group_dropped',
    'group_dropped',
    'group_named',
    'group_named',
  ]);
  // The bot is put out while the deed that lets go has died between its writes: nothing begins there, before it is done again and after.
  await named(call({ grup: other, nama_grup: 'Pasar' }));
  const letGo = call({ grup: other });
  await expect(lepasGrup({ ...office, forbid: { ...office.forbid, stopPushes: die } })(letGo)).rejects.toThrow('died');
  await tell('-5002', 7, { type: 'gone' });
  expect(await gate(other)).toBe('dead');
  await lepasGrup(office)(letGo);
  expect((await store.addresses.read(other))?.refusal.stopped).toBe(true);
}

/** As many groups as officers, who all want one name at the same moment, three times: what each was told, in order. */
async function race(store: Store): Promise<readonly string[][]> {
  const office = openOn(store);
  const address = addressOf(office.fingerprint, account, '7');
  const dewi = { id: 'dewi', tenant: demoTenant.id, name: 'Dewi', account, address };
  await office.officers.create('dewi', { ...dewi, rights: ['membuat_pengumuman'] });
  const chats = ['-6001', '-6002', '-6003', '-6004'];
  const present = { type: 'present', form: 'group', title: 'RT', writable: true, by: '7' } as const;
  await createHearGroups(office)(chats.map((chat, at) => ({ account, chat, at, fact: present })));
  const call = (id: string, args: Fields): Call => {
    return { id, contact: '', address, account, officer: 'dewi', now: clock.now(), args };
  };
  const told: string[][] = [];
  for (const round of [1, 2, 3]) {
    const groups = chats.map((chat) => addressOf(office.fingerprint, account, chat));
    const naming = groups.map((grup) => namaiGrup(office)(call(`n${round}.${grup}`, { grup, nama_grup: 'Warga' })));
    told.push((await Promise.all(naming)).map(({ result }) => result).toSorted());
    expect(await grupTujuan(office)(call('', {}))).toMatchObject([{ name: 'Warga' }]);
    await Promise.all(groups.map((grup) => lepasGrup(office)(call(`l${round}.${grup}`, { grup }))));
    expect(await grupTujuan(office)(call('', {}))).toEqual([]);
  }
  return told;
}

const onceEach = Array.from({ length: 3 }, () => ['nama_terpakai', 'nama_terpakai', 'nama_terpakai', 'tersimpan']);

describe('groups on SQLite', () => {
  const newFolder = useFolders();
  test('bear one name once, however many officers give it at one moment', async () => {
    const store = openSqlite({ dataDir: newFolder(), key, clock });
    expect(await race(store)).toEqual(onceEach);
    await store.close();
  });

  test('are named, moved, gone, and taken away; nothing in the folder tells what they are called', async () => {
    const dataDir = newFolder();
    const store = openSqlite({ dataDir, key, clock });
    await live(store);
    await store.close();
    const written = readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name)).toString('latin1'));
    for (const secret of ['Keluarga', 'Warga', '-5001', '-1005001']) {
      expect(written.some((file) => file.includes(secret))).toBe(false);
    }
  });
});

describeOn('mongo')('groups on MongoDB', () => {
  const newDatabase = useMongo();
  test('bear one name once, too', { timeout: 60_000 }, async () => {
    const store = await openMongo({ url: (await newDatabase()).url, key, kinds: documentKinds, log: () => {} });
    try {
      expect(await race(store)).toEqual(onceEach);
    } finally {
      await store.close();
    }
  });

  test('are the same', { timeout: 60_000 }, async () => {
    const { url, db } = await newDatabase();
    const store = await openMongo({ url, key, kinds: documentKinds, log: () => {} });
    try {
      await live(store);
      const collections = await db.collections();
      const rows = await Promise.all(collections.map((collection) => collection.find().toArray()));
      expect(JSON.stringify(rows)).not.toMatch(/Keluarga|Warga|-5001/u);
    } finally {
      await store.close();
    }
  });
});
