import { expect, test } from 'vitest';

import { opened } from '../../src/app/read-all.ts';
import { alter, onDisk, openDemo } from './open-demo.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const unopened = /tidak dapat dibuka|mungkin belum terlaksana|tidak dapat kami buka/u;

/** The service while somebody says something: what they heard, and what stands aside when it stops. */
async function say(dataDir: string, ...words: readonly string[]) {
  const { service, logged, heard } = await openDemo(dataDir);
  await service.start();
  await service.settle();
  for (const [index, text] of words.entries()) {
    await service.simulator.say('warga1', { text }, `${text}.${index}`);
    await service.settle();
  }
  const { aside, documents } = (await service.health()).parts;
  const kept = opened(await service.office.setAside.lookThrough({ after: '', limit: 10 }));
  await service.stop();
  return {
    logged: logged.filter((event) => event === 'set aside' || event === 'does not open'),
    heard: heard(),
    aside,
    documents,
    kept,
  };
}

const hex = (part = ''): string => Buffer.from(part, 'base64').toString('hex').toUpperCase();

const look = (dataDir: string, sql: string): unknown =>
  onDisk(dataDir, sql, (statement) => ({ ...(statement.get() as object) }));
/** Of the only resident who ever wrote. */
const row = (dataDir: string, columns: string): unknown =>
  look(dataDir, `select ${columns} from address where turn > 0`);
const damage = (dataDir: string, set: string): void => alter(dataDir, `update address set ${set} where turn > 0`);
/** The first document of a kind; its bytes as SQL writes them. */
const first = (kind: string): string =>
  `kind = '${kind}' and id = (select min(id) from document where kind = '${kind}')`;
const bodyOf = (dataDir: string, kind: string): string =>
  (look(dataDir, `select quote(body) as body from document where ${first(kind)}`) as { body: string }).body;
const replaceBody = (dataDir: string, kind: string, body: string): void =>
  alter(dataDir, `update document set body = ${body} where ${first(kind)}`);

test('a conversation that does not open is kept aside, and its person told and heard', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'daftar');
  damage(dataDir, 'session = zeroblob(length(session)), chat = zeroblob(length(chat))');
  const lost = row(dataDir, 'hex(session) as session, hex(chat) as chat');

  const { heard, aside, kept, logged } = await say(dataDir, 'menu', 'status');
  expect(heard.map((text) => unopened.test(text))).toEqual([true, false, false]);
  expect(logged).toEqual(['set aside']);
  expect(aside).toEqual({ ok: false, note: '1' });
  expect(kept.map(({ parts }) => ({ session: hex(parts.session), chat: hex(parts.chat) }))).toEqual([lost]);
});

test('as long as nobody writes nothing of it is touched, and a key that comes back opens it', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'daftar');
  const { whole } = row(dataDir, 'quote(session) as whole') as { whole: string };
  damage(dataDir, 'session = zeroblob(length(session)), next = 1');
  expect((await say(dataDir)).kept).toEqual([]);
  damage(dataDir, `session = ${whole}`);
  const { heard, kept } = await say(dataDir, '1');
  expect([kept, unopened.test(heard.join())]).toEqual([[], false]);
});

test('answers that are lost keep no later answer waiting', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'menu');
  damage(dataDir, 'owed = zeroblob(80), last_reply = last_reply + 2, open = 1');
  const { heard } = await say(dataDir, 'status');
  expect(heard).toHaveLength(2);
  expect(heard[0]).toMatch(unopened);
});

test('a request that is lost may have been STOP: nothing is pushed until MULAI', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'menu');
  damage(dataDir, 'wait = zeroblob(80), open = 1');
  const { heard } = await say(dataDir);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContain('ketik MULAI');
  expect(row(dataDir, 'stopped')).toEqual({ stopped: 1 });
  expect((await say(dataDir, 'mulai')).heard).toHaveLength(1);
  expect(row(dataDir, 'stopped')).toEqual({ stopped: 0 });
});

test('what they refused is not among what is lost', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'stop');
  damage(dataDir, 'session = zeroblob(80), chat = zeroblob(80), dead = 1');
  await say(dataDir, 'menu');
  // Who writes has not blocked us.
  expect(row(dataDir, 'stopped, dead')).toEqual({ stopped: 1, dead: 0 });
});

test('who is known, but does not open, is told at once what to do; STOP holds, and nothing is lost', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'stop', 'mulai');
  const body = bodyOf(dataDir, 'contacts');
  replaceBody(dataDir, 'contacts', 'zeroblob(length(body))');

  const { heard, aside, logged } = await say(dataDir, 'menu', 'stop');
  expect(heard.map((text) => unopened.test(text))).toEqual([true, true]);
  expect(heard[1]).toMatch(/^Baik, kami tidak mengirim/u);
  expect([aside, logged.length]).toEqual([{ ok: false, note: '1' }, 2]);
  expect(row(dataDir, 'stopped')).toEqual({ stopped: 1 });

  replaceBody(dataDir, 'contacts', body);
  expect((await say(dataDir, 'mulai')).heard.join()).not.toMatch(unopened);
  expect(row(dataDir, 'stopped')).toEqual({ stopped: 0 });
});

test('one of many that does not open keeps nobody from the others, and who runs the service is told', async () => {
  const dataDir = newFolder();
  await say(dataDir, 'menu');
  replaceBody(dataDir, 'programmes', 'zeroblob(length(body))');
  const { heard, documents } = await say(dataDir, 'daftar', 'status');
  expect(heard.map((text) => unopened.test(text))).toEqual([false, false]);
  expect(documents).toEqual({ ok: false, note: '1' });
});
