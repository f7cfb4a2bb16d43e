import { describe, expect, test } from 'vitest';

import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import { dataFolder } from '../../src/store/data-folder.ts';
import { moveHouse } from '../../src/store/move-house.ts';
import { createSeal } from '../../src/store/seal.ts';
import { openDatabase } from '../../src/store/sqlite/open-store.ts';
import { MINUTE, SECOND } from '../contract/bench.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { describeMove } from './describe-move.ts';
import { fillStore } from './fill-store.ts';
import { databasePlace, folderPlace } from './move-places.ts';
import { KEY, move } from './run-move.ts';
import type { Place } from './run-move.ts';
import { useFolders } from './temporary-folder.ts';

describeOn('mongo')('moving house', () => {
  const newFolder = useFolders();
  const newDatabase = useMongo();
  const newPair = async () => {
    const database = await newDatabase();
    return { folder: folderPlace(newFolder(), await database.now()), database: databasePlace(database) };
  };

  describeMove({
    name: 'from a folder into a database',
    newPair: async () => {
      const { folder: from, database: to } = await newPair();
      return { from, to };
    },
    runs: 2,
  });

  describeMove({
    name: 'from a database into a folder',
    newPair: async () => {
      const { folder: to, database: from } = await newPair();
      return { from, to };
    },
    runs: 2,
  });

  test('after the way there and back, to a folder where nothing was, every row has the same bytes', async () => {
    const database = await newDatabase();
    const [first, second, now] = [newFolder(), newFolder(), await database.now()];
    const [from, by, to] = [folderPlace(first, now), databasePlace(database), folderPlace(second, now)];
    const store = await from.store();
    await fillStore(store, { words: ['Siti', 'x'.repeat(4_000)], now: now - MINUTE });
    await store.close();
    await move({ from, to: by });
    await move({ from: by, to });
    expect(dump(second)).toEqual(dump(first));
  });

  test('more rows than a page: none is missed, none is twice, and the newest stay the newest', async () => {
    const { folder: from, database: to } = await newPair();
    const ids = Array.from({ length: 2_500 }, (_, index) => `d${(index * 7_919) % 2_500}`);
    const store = await from.store();
    const due = await from.now();
    await store.deliveries.add(ids.map((id) => newDelivery(id, due)));
    await store.close();
    await move({ from, to });
    expect(await latestIn(to)).toEqual(ids.toReversed());
    await move({ from: to, to: from });
    expect(await latestIn(from)).toEqual(ids.toReversed());
  });

  test('rows to which two processes gave one number find their places in the folder, in their order', async () => {
    const database = await newDatabase();
    const [from, to] = [databasePlace(database), folderPlace(newFolder(), await database.now())];
    const due = await database.now();
    const store = await from.store();
    for (const id of ['a', 'b', 'c', 'd', 'e']) await store.deliveries.add([newDelivery(id, due)]);
    await store.close();
    const rows = database.db.collection<{ _id: string; number: number }>('delivery');
    for (const [id, number] of Object.entries({ a: 7, b: 7, c: 7, d: 8, e: 20 })) {
      await rows.updateOne({ _id: id }, { $set: { number } });
    }
    await move({ from, to });
    expect(await latestIn(to)).toEqual(['e', 'd', 'c', 'b', 'a']);
  });

  describe('a move that stands still', () => {
    test('keeps services out for a minute, and then finds that it has lost the database', async () => {
      const database = await newDatabase();
      const [from, to] = [databasePlace(database), folderPlace(newFolder(), await database.now())];
      const store = await from.store();
      await fillStore(store, { words: ['Siti'], now: (await database.now()) - MINUTE });
      await store.close();
      const [source, target] = [await from.house(true), await to.house(false)];
      let [holds, early, late] = [0, '', ''];
      const hold = async (): Promise<void> => {
        holds += 1;
        if (holds === 3) {
          await database.age(50 * SECOND);
          early = await codeOf(from);
          await database.age(20 * SECOND);
          late = await codeOf(from);
        }
        await source.hold();
      };
      const moving = moveHouse({ from: { ...source, hold }, to: target, seal: createSeal(KEY), onStep: () => {} });
      await expect(moving).rejects.toMatchObject({ code: 'move_lost' });
      expect([early, late]).toEqual(['being_moved', 'open']);
      await source.close();
      await target.close();
      // Whoever died there a moment ago is waited for.
      await database.age(MINUTE);
      expect(await move({ from, to })).toBe('moved');
    });

    test('is not joined by another one', async () => {
      const database = await newDatabase();
      const [mine, theirs] = [databasePlace(database), databasePlace(database, 'another folder')];
      const held = await mine.house(false);
      await expect(theirs.house(false)).rejects.toMatchObject({ code: 'being_moved' });
      // The folder's lock tells that whoever held in its name before is dead.
      await (await mine.house(false)).close();
      await held.close();
      await (await theirs.house(false)).close();
    });
  });
});

/** Ids of a person's rows, the newest first. */
async function latestIn(place: Place): Promise<readonly string[]> {
  const store = await place.store();
  const rows = await store.deliveries.latest('sim.a', 5_000);
  await store.close();
  return rows.map(({ id }) => id);
}

/** Whether a service may start there. */
async function codeOf(place: Place): Promise<string> {
  try {
    await (await place.store()).close();
    return 'open';
  } catch (error) {
    return error instanceof StoreTrouble ? error.code : String(error);
  }
}

/** Every row of every table, as it lies in the file, but for what each end has for itself. */
function dump(dataDir: string): unknown {
  const database = openDatabase(dataFolder(dataDir).data);
  // On the way every row has its own body, whatever a folder keeps once for many.
  database.exec(`update delivery set text = null, body = (select kept.body from delivery_text kept where kept.id = delivery.text)
    where text is not null`);
  const tables = ['inbox', 'address', 'delivery', 'account', 'keyring', 'document', 'document_key', 'canary'];
  const rows = tables.map((table) => database.prepare(`select * from ${table}`).all());
  database.close();
  return rows.map((all) => all.map((row) => JSON.stringify(row)).toSorted());
}
