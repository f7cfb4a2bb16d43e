import { join } from 'node:path';

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts';
import type { GroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import type { Database } from '../../src/store/sqlite/open-store.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
let database: Database;
let group: GroupCommit;
let log: string[];

beforeEach(() => {
  const opened = openData(join(newFolder(), 'data.db'));
  opened.exec('create table seat (id text primary key) strict');
  log = [];
  database = {
    ...opened,
    exec: (sql) => {
      opened.exec(sql);
      log.push(sql);
    },
  };
  group = createGroupCommit(database);
});
afterEach(() => {
  group.close();
  database.close();
});

const insert = (id: string): number => database.prepare('insert into seat values (?)').run(id);
const seats = (): string[] => {
  const rows = database.prepare<{ id: string }>('select id from seat order by rowid').all();
  return rows.map((row) => row.id);
};
const moves = (): number => log.filter((sql) => sql === 'pragma wal_checkpoint(passive)').length;
const commits = (): number => log.filter((sql) => sql === 'commit').length;

test('everything that waits shares one commit, in the order of asking', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `s${index}`);
  expect(await Promise.all(ids.map((id) => group.write(() => insert(id))))).toEqual(ids.map(() => 1));
  expect(commits()).toBe(1);
  expect(seats()).toEqual(ids);
});

test('the callers of one group meet again in the next', async () => {
  const callers = Array.from({ length: 20 }, async (_, index) => {
    await group.write(() => insert(`a${index}`));
    await group.write(() => insert(`b${index}`));
  });
  await Promise.all(callers);
  expect(commits()).toBe(2);
});

test('nobody hears before the commit', async () => {
  await group.write(() => insert('a')).then(() => log.push('heard'));
  expect(log).toEqual(['begin immediate', 'commit', 'heard']);
});

test('a large crowd goes in several groups, and all of it goes', async () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => `s${index}`);
  await Promise.all(ids.map((id) => group.write(() => insert(id))));
  expect(commits()).toBe(5);
  expect(seats()).toEqual(ids);
});

test('a unit that throws is undone alone, with what it had written', async () => {
  const failing = group.write(() => {
    insert('half');
    throw new Error('a rule');
  });
  const twice = [group.write(() => insert('a')), group.write(() => insert('a'))];
  const results = await Promise.allSettled([failing, ...twice, group.write(() => insert('b'))]);
  expect(results.map((each) => each.status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled']);
  expect(seats()).toEqual(['a', 'b']);
  expect(commits()).toBe(1);
});

test('a commit that fails keeps nothing of its group, tells everyone, and the next one works', async () => {
  database.exec('create table guest (seat text references seat (id) deferrable initially deferred) strict');
  const orphan = group.write(() => database.prepare('insert into guest values (?)').run('nowhere'));
  const results = await Promise.allSettled([group.write(() => insert('a')), orphan]);
  expect(results.map((each) => each.status)).toEqual(['rejected', 'rejected']);
  expect(seats()).toEqual([]);
  await group.write(() => insert('b'));
  expect(seats()).toEqual(['b']);
});

test('a full disk rejects the group, keeps what was acknowledged, and writing goes on when there is room', async () => {
  await group.write(() => insert('kept'));
  const pages = database.prepare<{ page_count: number }>('pragma page_count').get()?.page_count ?? 0;
  database.exec(`pragma max_page_count = ${pages + 1}`);
  const large = Array.from({ length: 100 }, (_, index) => group.write(() => insert(`${index}`.padEnd(500, 'x'))));
  const results = await Promise.allSettled([group.write(() => insert('small')), ...large]);
  const reasons = results.map((each) => (each.status === 'rejected' ? (each.reason as unknown) : null));
  for (const reason of reasons) expect(reason).toMatchObject({ code: 'disk_full', again: true });
  expect(group.trouble()).toMatchObject({ code: 'disk_full' });
  expect(seats()).toEqual(['kept']);
  database.exec('pragma max_page_count = 1000000');
  await group.write(() => insert('more'));
  expect(group.trouble()).toBeNull();
  expect(seats()).toEqual(['kept', 'more']);
});

test('after a flush that failed nothing is written any more', async () => {
  const failing = createGroupCommit({
    ...database,
    exec: (sql) => {
      if (sql === 'commit') throw new StoreTrouble('disk_failing');
      database.exec(sql);
    },
  });
  await expect(failing.write(() => insert('a'))).rejects.toMatchObject({ code: 'disk_failing', again: false });
  await expect(failing.write(() => insert('b'))).rejects.toMatchObject({ code: 'disk_failing' });
  expect(failing.trouble()).toMatchObject({ code: 'disk_failing' });
  expect(log.filter((sql) => sql === 'begin immediate')).toHaveLength(1);
  expect(seats()).toEqual([]);
});

test('closing commits what waits and refuses the rest', async () => {
  const waiting = group.write(() => insert('a'));
  group.close();
  await expect(waiting).resolves.toBe(1);
  await expect(group.write(() => insert('b'))).rejects.toMatchObject({ code: 'closed' });
  expect(seats()).toEqual(['a']);
});

test('whatever the interleaving, the table holds exactly what was acknowledged', async () => {
  const step = fc.record({ id: fc.nat(20), fails: fc.boolean(), ticks: fc.nat(3) });
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      round += 1;
      const acknowledged: string[] = [];
      const write = async ({ id, fails, ticks }: (typeof steps)[number]): Promise<void> => {
        for (let left = ticks; left > 0; left -= 1) await new Promise(setImmediate);
        await group.write(() => {
          insert(`${round}.${id}`);
          if (fails) throw new Error('a rule');
        });
        acknowledged.push(`${round}.${id}`);
      };
      await Promise.allSettled(steps.map(write));
      expect(
        seats()
          .filter((id) => id.startsWith(`${round}.`))
          .toSorted(),
      ).toEqual(acknowledged.toSorted());
    }),
    { numRuns: 50 },
  );
});

test('the log is moved into the data when nobody writes for a moment', async () => {
  await group.write(() => insert('a'));
  await group.write(() => insert('b'));
  expect(moves()).toBe(0);
  await vi.waitFor(() => expect(moves()).toBe(1), { timeout: 20_000 });
});
