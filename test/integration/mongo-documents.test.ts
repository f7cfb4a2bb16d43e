import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { DocumentKind, Documents } from '../../src/domain/ports/documents.ts';
import type { Arrival } from '../../src/domain/ports/inbox.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import type { MongoStore } from '../../src/store/mongo/mongo.ts';
import { MINUTE, SECOND } from '../contract/bench.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';

interface Batch {
  readonly seats: readonly string[];
  /** Every deed that was done, by its id. */
  readonly deeds: readonly string[];
}

const BATCHES: DocumentKind<Batch> = { name: 'uji_batch', keys: () => ({ kind: 'batch' }), next: () => null };
const EMPTY: Batch = { seats: [], deeds: [] };
const SEATS = 50;
const ARRIVAL: Arrival = {
  id: 'm1',
  address: 'sim.a',
  account: 'sim',
  chat: '0812',
  order: 1,
  group: null,
  input: { type: 'text', text: 'daftar' },
};

/** As every rule of the domain: known by its id, done again it changes nothing. */
function sit(batches: Documents<Batch>, person: string): Promise<'seat' | 'full'> {
  return batches.change('b1', (doc) => {
    const { seats, deeds } = doc ?? EMPTY;
    if (deeds.includes(person)) return { doc: null, result: seats.includes(person) ? 'seat' : 'full' };
    const taken = seats.length < SEATS;
    return {
      doc: { seats: taken ? [...seats, person] : seats, deeds: [...deeds, person] },
      result: taken ? 'seat' : 'full',
    };
  });
}

/** As the command stands in what is sent: its name, and the collection's with its length in front. */
function updateOf(collection: string): string {
  return `update\0${String.fromCodePoint(collection.length + 1)}\0\0\0${collection}`;
}

describeOn('mongo')('documents, inbox and leases of many processes', () => {
  const newDatabase = useMongo();
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase()));

  const stores: MongoStore[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
  });
  const start = async (url = database.url): Promise<MongoStore> => {
    const store = await openMongo({ url, key: 'k'.repeat(44), kinds: [BATCHES], log: () => undefined });
    stores.push(store);
    return store;
  };
  const startMany = (count: number): Promise<MongoStore[]> => Promise.all(Array.from({ length: count }, () => start()));
  /** One process behind a network that swallows an answer. */
  const startUnheard = async () => {
    const { url, proxy } = await database.proxied();
    return { store: await start(url), proxy };
  };
  const rows = () => database.db.collection<{ _id: string; v: number }>('document.uji_batch');
  const away = { code: 'database_away', again: true };

  test('two hundred people, fifty seats, four processes: fifty sit, and hardly anybody waits for a second write', async () => {
    const processes = await startMany(4);
    await processes[0]?.documents(BATCHES).create('b1', EMPTY);
    const before = (await rows().findOne({ _id: 'b1' }))?.v ?? 0;
    const asked = Array.from({ length: 200 }, (_, index) => {
      const batches = processes[index % processes.length]!.documents(BATCHES);
      return sit(batches, `p${index}`);
    });
    const seated = (await Promise.all(asked)).filter((each) => each === 'seat');
    const kept = await processes[0]?.documents(BATCHES).read('b1');
    expect(seated).toHaveLength(SEATS);
    expect(new Set(kept?.seats).size).toBe(SEATS);
    expect(kept?.deeds).toHaveLength(200);
    expect(((await rows().findOne({ _id: 'b1' }))?.v ?? 0) - before).toBeLessThan(50);
  });

  test('one of four processes makes a document that all want to make', async () => {
    const processes = await startMany(4);
    const made = await Promise.all(processes.map((store) => store.documents(BATCHES).create('b1', EMPTY)));
    expect(made.toSorted()).toEqual(['created', 'known', 'known', 'known']);
  });

  test('a document made again after its removal is another one for whoever read the first', async () => {
    const store = await start();
    const batches = store.documents(BATCHES);
    await batches.create('b1', EMPTY);
    const first = (await rows().findOne({ _id: 'b1' }))?.v ?? 0;
    await sit(batches, 'p1');
    await batches.remove('b1');
    // A version begins at the time, in milliseconds, and the change took the next one.
    await expect.poll(() => store.now()).toBeGreaterThan(first + 1);
    await batches.create('b1', EMPTY);
    expect((await rows().findOne({ _id: 'b1' }))?.v).toBeGreaterThan(first + 1);
  });

  describe('an answer that is lost after the write', () => {
    test('a change is done, and done again by its id it is done once', async () => {
      const { store, proxy } = await startUnheard();
      const batches = store.documents(BATCHES);
      await batches.create('b1', EMPTY);
      const swallowed = proxy.swallowAnswer(updateOf('document.uji_batch'));
      await expect(sit(batches, 'p1')).rejects.toMatchObject(away);
      await swallowed;
      expect(await sit(batches, 'p1')).toBe('seat');
      expect(await batches.read('b1')).toEqual({ seats: ['p1'], deeds: ['p1'] });
    });

    test('all that were written together hear so, and none of them is done twice', async () => {
      const { store, proxy } = await startUnheard();
      const batches = store.documents(BATCHES);
      await batches.create('b1', EMPTY);
      const swallowed = proxy.swallowAnswer(updateOf('document.uji_batch'));
      const people = ['p1', 'p2', 'p3', 'p4', 'p5'];
      const heard = await Promise.allSettled(people.map((person) => sit(batches, person)));
      await swallowed;
      expect(heard.some(({ status }) => status === 'rejected')).toBe(true);
      await Promise.all(people.map((person) => sit(batches, person)));
      expect((await batches.read('b1'))?.deeds.toSorted()).toEqual(people);
    });

    test('a message that the platform sends again is known', async () => {
      const { store, proxy } = await startUnheard();
      const swallowed = proxy.swallowAnswer(updateOf('inbox'));
      await expect(store.inbox.accept([ARRIVAL])).rejects.toMatchObject(away);
      await swallowed;
      expect(await store.inbox.accept([ARRIVAL])).toEqual(['known']);
      expect(await store.inbox.waiting(ARRIVAL.address, 10)).toMatchObject([{ id: 'm1' }]);
    });

    test('a lease is taken by whoever asks again, and by nobody else', async () => {
      const { store, proxy } = await startUnheard();
      const other = await start();
      const swallowed = proxy.swallowAnswer(updateOf('lease'));
      await expect(store.leases.take('sweep', 'p1', MINUTE)).rejects.toMatchObject(away);
      await swallowed;
      expect(await other.leases.take('sweep', 'p2', MINUTE)).toBe(false);
      expect(await store.leases.take('sweep', 'p1', MINUTE)).toBe(true);
    });
  });

  test('a message that comes to four processes at once is new in one of them', async () => {
    const processes = await startMany(4);
    const answers = (await Promise.all(processes.map((store) => store.inbox.accept([ARRIVAL, ARRIVAL])))).flat();
    expect(answers.filter((answer) => answer === 'new')).toHaveLength(1);
  });

  test('of a message that was handled only its key is left; one set aside keeps its body', async () => {
    const { inbox } = await start();
    await inbox.accept([ARRIVAL, { ...ARRIVAL, id: 'm2' }]);
    await inbox.close([
      { id: 'm1', as: 'done' },
      { id: 'm2', as: 'aside' },
    ]);
    const kept = await database.db.collection('inbox').find().sort({ _id: 1 }).toArray();
    expect(kept.map((row) => [row['state'] as unknown, 'body' in row])).toEqual([
      ['done', false],
      ['aside', true],
    ]);
  });

  test('twenty that want a lease over four processes: one has it, also of twenty that wait for its end', async () => {
    const processes = await startMany(4);
    const ask = async (): Promise<number> => {
      const asked = Array.from({ length: 20 }, (_, index) =>
        processes[index % 4]!.leases.take('sweep', `p${index}.${performance.now()}`, MINUTE),
      );
      return (await Promise.all(asked)).filter(Boolean).length;
    };
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(0);
    await database.age(MINUTE + SECOND);
    expect(await ask()).toBe(1);
  });
});
