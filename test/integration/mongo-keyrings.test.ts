import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Keyrings } from '../../src/domain/ports/keyrings.ts';
import { connect } from '../../src/store/mongo/connect.ts';
import { createDatabase } from '../../src/store/mongo/database.ts';
import { createKeyrings } from '../../src/store/mongo/keyrings.ts';
import { createServerTime } from '../../src/store/mongo/server-time.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { TcpProxy } from '../peers/tcp-proxy.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';

// Writers that die half way, answers that are lost, rows that are missing, and two that write.

const names = ['creds', 'session.1', 'pre-key.1'];
const whole = { creds: 'a', 'session.1': 'b', 'pre-key.1': 'c' };

function write(keyrings: Keyrings, changes: Readonly<Record<string, string | null>>): Promise<void> {
  return keyrings.write('wa', new Map(Object.entries(changes)));
}

async function read(keyrings: Keyrings): Promise<object> {
  return Object.fromEntries(await keyrings.read('wa', names));
}

describeOn('mongo')('MongoDB: keyrings when things go wrong', () => {
  const newDatabase = useMongo();
  const opened: { close(): Promise<void> }[] = [];
  let database: TestDatabase;
  let first: Keyrings;
  beforeEach(async () => {
    database = await newDatabase();
    first = await open();
    await write(first, whole);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((connection) => connection.close()));
  });

  /** A keyring store as another process has it. */
  async function open(url = database.url): Promise<Keyrings> {
    const { connection, host } = await connect(url);
    opened.push(connection);
    const on = createDatabase(connection, host);
    return createKeyrings({ database: on, seal: createSeal('k'.repeat(32)), time: await createServerTime(on) });
  }
  const heads = () => database.db.collection<{ _id: string }>('keyring');
  const values = () => database.db.collection<{ _id: string; id: string; generation: number }>('keyring_value');

  test('a write that dies before its generation became current never was, and its rows are swept', async () => {
    const dying = await open();
    await read(dying);
    await write(dying, { creds: 'a' });
    const head = await heads().findOne({});
    await write(dying, { creds: 'x', 'session.1': null });
    // As it was between the two steps.
    await heads().replaceOne({ _id: 'wa' }, head ?? {});
    const next = await open();
    expect(await read(next)).toEqual(whole);
    await write(next, { 'pre-key.1': 'd' });
    expect(await read(next)).toEqual({ ...whole, 'pre-key.1': 'd' });
    await write(next, { 'pre-key.1': 'e' });
    await write(next, { 'pre-key.1': 'f' });
    // One row a value, and the one that was replaced last.
    expect(await values().countDocuments()).toBe(4);
    expect(await read(await open())).toEqual({ ...whole, 'pre-key.1': 'f' });
  });

  test('rows of a dead or frozen writer that arrive late never count, whatever becomes current after them', async () => {
    const late = await values().find().toArray();
    const next = await open();
    await write(next, { creds: 'x' });
    const head = await heads().findOne({});
    const [skipped] = ((head ?? {}) as { skipped?: readonly number[] }).skipped?.slice(-1) ?? [];
    const rows = late.map((row) => ({ ...row, _id: `${row.id}.${skipped}`, generation: skipped ?? 0 }));
    await values().insertMany(rows);
    await write(next, { creds: 'y' });
    expect(await read(await open())).toEqual({ ...whole, creds: 'y' });
  });

  test.each<[string, string]>([
    ['of the rows', 'gone'],
    ['of the head', 'skipped'],
  ])('the answer %s is lost: whoever repeats the write has it, and nothing is doubled', async (_name, text) => {
    const { url, proxy } = await database.proxied();
    const process = await open(url);
    await read(process);
    await write(process, { creds: 'x' });
    const swallowed = proxy.swallowAnswer(text);
    const changes = { creds: 'y', 'session.1': null, 'pre-key.1': 'z' };
    await write(process, changes).catch(() => write(process, changes));
    await swallowed;
    expect(await read(process)).toEqual({ creds: 'y', 'pre-key.1': 'z' });
    await write(process, { 'session.1': 'w' });
    expect(await read(await open())).toEqual({ creds: 'y', 'session.1': 'w', 'pre-key.1': 'z' });
  });

  test('cut off at any moment of its writes, a ring is always one that was written', async () => {
    const { url, proxy } = await database.proxied();
    const process = await open(url);
    await read(process);
    const writeAll = (text: string) => write(process, { creds: text, 'session.1': text, 'pre-key.1': text });
    await writeAll('start');
    let possible = ['start'];
    for (let round = 0; round < 12; round++) {
      const text = `round ${round}`;
      const done = await cutDuring(proxy, round * 2, () => writeAll(text));
      possible = done ? [text] : [...possible, text];
      const seen = [...new Set(Object.values((await read(await open())) as Record<string, string>))];
      expect(seen).toHaveLength(1);
      expect(possible).toContain(seen[0]);
      possible = seen;
    }
  });

  test.each<[string, (ring: TestDatabase['db']) => Promise<unknown>]>([
    ['one value', (db) => loseNewest(db, false)],
    ['every value', (db) => db.collection('keyring_value').deleteMany({})],
    ['the head', (db) => db.collection('keyring').deleteMany({})],
    ['the newest of a value that was replaced', (db) => loseNewest(db, true)],
  ])(
    'a ring of which %s is missing is told as torn, also in parts that are there; cleared, it begins anew',
    async (_name, lose) => {
      await write(first, { creds: 'x' });
      await lose(database.db);
      const next = await open();
      await expect(read(next)).rejects.toMatchObject({ code: 'keyring_torn', again: false });
      await expect(next.read('wa', ['never'])).rejects.toMatchObject({ code: 'keyring_torn' });
      await expect(write(next, { creds: 'y' })).rejects.toMatchObject({ code: 'keyring_torn' });
      await next.clear('wa');
      expect(await read(next)).toEqual({});
      await write(next, { creds: 'new' });
      expect(await read(await open())).toEqual({ creds: 'new' });
    },
  );

  test('a value that goes missing under its reader is torn, not absent', async () => {
    await values().deleteMany({});
    await expect(read(first)).rejects.toMatchObject({ code: 'keyring_torn' });
  });

  test('a writer from whom the ring was taken writes nothing until it has read again', async () => {
    const next = await open();
    await write(next, { creds: 'x' });
    await expect(write(first, { creds: 'y' })).rejects.toMatchObject({ code: 'keyring_taken', again: false });
    await expect(write(first, { creds: 'y' })).rejects.toMatchObject({ code: 'keyring_taken' });
    expect(await read(next)).toEqual({ ...whole, creds: 'x' });
    expect(await read(first)).toEqual({ ...whole, creds: 'x' });
    await write(first, { creds: 'y' });
    expect(await read(next)).toEqual({ ...whole, creds: 'y' });
  });

  test('a ring that another process cleared is empty for all, and what was in it is gone from the disk', async () => {
    const next = await open();
    await next.clear('wa');
    expect(await read(first)).toEqual({});
    expect(await values().countDocuments()).toBe(0);
  });

  test('neither names nor values can be read from the database', async () => {
    await write(first, { 'session.6281234567890:0': 'sangat rahasia' });
    const all = JSON.stringify([await heads().find().toArray(), await values().find().toArray()]);
    expect(all).not.toMatch(/session|creds|6281234567890/u);
    expect(Buffer.concat((await values().find().toArray()).map(toBytes)).toString('latin1')).not.toContain('rahasia');
  });
});

/** `replaced`: of a value whose older row is there, perhaps still, or because an old copy was put back. */
async function loseNewest(db: TestDatabase['db'], replaced: boolean): Promise<void> {
  const rows = db.collection<{ _id: string; id: string; generation: number }>('keyring_value');
  for (const newest of await rows.find().sort({ generation: -1 }).toArray()) {
    const all = await rows.countDocuments({ id: newest.id });
    if (all > 1 === replaced) return void (await rows.deleteOne({ _id: newest._id }));
  }
  throw new Error('there is no such value');
}

/** Breaks the connections some turns of the event loop later, and lets new ones through again. False: the act failed. */
async function cutDuring(proxy: TcpProxy, turns: number, act: () => Promise<void>): Promise<boolean> {
  const done = act().then(
    () => true,
    () => false,
  );
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => void setImmediate(resolve));
  proxy.cut();
  await new Promise((resolve) => void setImmediate(resolve));
  proxy.pass();
  return done;
}

function toBytes(row: object): Buffer {
  const { sealed } = row as { readonly sealed?: { readonly buffer: Uint8Array } };
  return Buffer.from(sealed?.buffer ?? []);
}
