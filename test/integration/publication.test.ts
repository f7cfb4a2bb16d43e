import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { openFlowLibrary } from '../../src/app/flows/flow-library.ts';
import type { FlowLibrary } from '../../src/app/flows/flow-library.ts';
import { lookEveryMs, openFlowsInUse } from '../../src/app/flows/flows-in-use.ts';
import { followFolder } from '../../src/app/flows/follow-folder.ts';
import { publishFlows, undoPublication } from '../../src/app/flows/publish-flows.ts';
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { catalogue } from '../../src/domain/catalogue.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import type { Clock } from '../../src/domain/ports/clock.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { livePublication } from '../../src/domain/publication.ts';
import type { Session } from '../../src/engine/session.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { smallFlows } from './small-flows.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
const speech = { tongues: [], sentences: await loadSentences() };
const KEY = 'k'.repeat(44);
const changed = smallFlows.map(({ name, text }) => ({ name, text: text.replace('Kabar pelatihan', 'Kabar kelas') }));

/** A process with a clock of its own on a store. */
async function openProcess(library: FlowLibrary, time: { now: number }) {
  const clock: Clock = { now: () => time.now, wall: () => time.now, monotonic: () => time.now, after: () => () => {} };
  const use = { library, catalogue, speech, clock, log: () => {} };
  await followFolder({ ...use, alone: false }, writeFlows());
  return { ...use, flows: await openFlowsInUse(use) };
}

/** The small flows in a folder of their own. */
function writeFlows(): string {
  const folder = newFolder();
  for (const { name, text } of smallFlows) writeFileSync(join(folder, name), text);
  return folder;
}

function edit(folder: string, from: string, to: string): void {
  const file = join(folder, 'kabar.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(from, to));
}

async function titleIn({ flows }: Awaited<ReturnType<typeof openProcess>>): Promise<string | undefined> {
  return (await flows.forTurn(null)).current.get('kabar')?.head.title;
}

function openFolder(dataDir = newFolder()): Store & { readonly dataDir: string } {
  return { dataDir, ...openSqlite({ dataDir, key: KEY, clock: { now: () => 1 } }) };
}

/** What two processes on one store must see of a publication. */
async function takesUp(one: FlowLibrary, other: FlowLibrary): Promise<void> {
  const time = { now: 1 };
  const officer = await openProcess(one, time);
  const worker = await openProcess(other, time);
  const before = (await worker.flows.forTurn(null)).current.get('kabar')?.version ?? '';
  const published = await publishFlows(officer, changed, { by: 'dewi', move: false, seen: 1 });
  expect(published).toEqual({ type: 'published', number: 2 });
  expect(await titleIn(worker)).toBe('Kabar pelatihan');
  time.now += lookEveryMs;
  expect(await titleIn(worker)).toBe('Kabar kelas');

  const frame = { flow: before, at: 'tema', path: {} };
  const session: Session = { version: 1, frames: [frame], wait: { type: 'none' }, heardAt: 0, until: 0 };
  const later = await openProcess(other, time);
  const set = await later.flows.forTurn(session);
  expect(set.versions.get(before)?.name).toBe('kabar');
  expect(set.withdrawn.has(before)).toBe(false);

  expect(await undoPublication(officer, { by: 'budi', move: true, seen: 2 })).toEqual({ type: 'published', number: 1 });
  time.now += lookEveryMs;
  const after = await worker.flows.forTurn(null);
  expect(after.current.get('kabar')?.version).toBe(before);
  expect([...after.withdrawn].map((version) => version.split('@')[0])).toContain('kabar');
}

describe('a publication', () => {
  test('is taken up by every process within seconds, and those who began before stay', async () => {
    const store = openFolder();
    await expect(takesUp(openFlowLibrary(store), openFlowLibrary(store))).resolves.toBeUndefined();
    await store.close();
  });

  test('of two officers at once the second is told of the first, and changes nothing', async () => {
    const store = openFolder();
    const library = openFlowLibrary(store);
    const office = await openProcess(library, { now: 1 });
    const orders = ['dewi', 'budi'].map((by) => publishFlows(office, changed, { by, move: false, seen: 1 }));
    const types = (await Promise.all(orders)).map(({ type }) => type).toSorted();
    expect(types).toEqual(['overtaken', 'published']);
    expect((await library.ledger())?.publications).toHaveLength(2);
    await store.close();
  });

  test('with a fault in it does not go live', async () => {
    const store = openFolder();
    const office = await openProcess(openFlowLibrary(store), { now: 1 });
    const broken = smallFlows.map(({ name, text }) => ({
      name,
      text: text.replace('jenis: pilihan', 'jenis: pilihn'),
    }));
    expect(await publishFlows(office, broken, { by: 'dewi', move: false, seen: 1 })).toMatchObject({ type: 'faulty' });
    expect((await office.library.ledger())?.change).toBe(1);
    await store.close();
  });

  test.each([0, 1, 3, 4, 5])('killed before write %s, is whole or was not', { timeout: 60_000 }, async (writes) => {
    const store = openFolder();
    await openProcess(openFlowLibrary(store), { now: 1 });
    await store.close();
    const program = fileURLToPath(new URL('publish-until-killed.ts', import.meta.url));
    const args = ['--import', 'tsx', program, store.dataDir, String(writes)];
    const { signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 50_000 });
    expect([signal, stdout, stderr]).toEqual(['SIGKILL', '', '']);
    const again = openFolder(store.dataDir);
    const library = openFlowLibrary(again);
    const ledger = await library.ledger();
    const live = livePublication(ledger)?.versions ?? [];
    expect(ledger?.change).toBe(writes > smallFlows.length ? 2 : 1);
    expect((await library.read(live)).map(({ version }) => version).toSorted()).toEqual([...live].toSorted());
    await again.close();
  });
});

describe('the folder', () => {
  const clock: Clock = { now: () => 1, wall: () => 1, monotonic: () => 1, after: () => () => {} };

  async function follow(library: FlowLibrary, folder: string, alone = true): Promise<void> {
    await followFolder({ library, speech, clock, log: () => {}, alone }, folder);
  }

  test('is followed by a process that is alone, until a command was used', async () => {
    const store = openFolder();
    const library = openFlowLibrary(store);
    const folder = writeFlows();
    const changes = async (): Promise<number | undefined> => (await library.ledger())?.change;
    await follow(library, folder);
    await follow(library, folder);
    expect(await changes()).toBe(1);
    edit(folder, 'Kabar pelatihan', 'Kabar kelas');
    await follow(library, folder, false);
    expect(await changes()).toBe(1);
    await follow(library, folder);
    expect(await changes()).toBe(2);
    await publishFlows({ library, catalogue, speech, clock }, changed, { by: 'dewi', move: false, seen: 2 });
    edit(folder, 'Kabar kelas', 'Kabar');
    await follow(library, folder);
    expect(await changes()).toBe(3);
    await store.close();
  });

  test('whose transcripts fail does not take the place of what is live', async () => {
    const store = openFolder();
    const library = openFlowLibrary(store);
    const folder = writeFlows();
    await follow(library, folder);
    edit(folder, '- kirim: Baik, {{ tema }} dicatat.', '- kirim: Sudah.');
    await expect(follow(library, folder)).rejects.toThrow('flows');
    expect((await library.ledger())?.change).toBe(1);
    await store.close();
  });
});

describeOn('mongo')('on a database', () => {
  const newDatabase = useMongo();

  test('a publication is taken up by another process', async () => {
    const { url } = await newDatabase();
    const open = () => openMongo({ url, key: KEY, kinds: documentKinds, log: () => {} });
    const stores = [await open(), await open()] as const;
    await expect(takesUp(openFlowLibrary(stores[0]), openFlowLibrary(stores[1]))).resolves.toBeUndefined();
    for (const store of stores) await store.close();
  });
});
