import { randomUUID } from 'node:crypto';

import type { mongo } from 'mongoose';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Clocks } from '../../src/domain/elapsed.ts';
import { connect } from '../../src/store/mongo/connect.ts';
import { openShapeRecord, settledAt } from '../../src/store/mongo/data-shape.ts';
import { createDatabase } from '../../src/store/mongo/database.ts';
import { createLeases } from '../../src/store/mongo/leases.ts';
import { markReshape, reshapeRows } from '../../src/store/mongo/migrate.ts';
import type { Migration, RawRow } from '../../src/store/mongo/migrations.ts';
import { newestShape } from '../../src/store/mongo/migrations.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { enterProcess } from '../../src/store/mongo/processes.ts';
import { rewriteRows } from '../../src/store/mongo/rewrite-rows.ts';
import { createServerTime } from '../../src/store/mongo/server-time.ts';
import { SECOND } from '../contract/bench.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import type { TestDatabase } from '../servers/use-servers.ts';

const ROWS = 1_200;

type Note = mongo.Document & { readonly _id: string; readonly count: number };

/** Step 1 gives another name to a field, step 2 makes one field of two. */
const NAMES: Migration = {
  number: 1,
  name: 'words',
  collection: 'note',
  up: ({ text, ...row }) => (text === undefined ? null : { ...row, words: text }),
  down: ({ words, ...row }) => (words === undefined ? null : { ...row, text: words }),
};
const PLACES: Migration = {
  number: 2,
  name: 'places',
  collection: 'note',
  up: ({ x, y, ...row }) => (x === undefined ? null : { ...row, place: [x, y] }),
  down: ({ place, ...row }) =>
    Array.isArray(place) ? { ...row, x: place[0] as unknown, y: place[1] as unknown } : null,
};
const STEPS = [NAMES, PLACES];
const STILL: Clocks = { monotonic: () => 0, wall: () => 0 };
const ALWAYS = (): boolean => true;

const newRow = (index: number): Note => ({
  _id: `n${String(index).padStart(5, '0')}`,
  text: `catatan ${index}`,
  x: index,
  y: -index,
  at: new Date(index),
  sealed: Buffer.from([index % 256]),
  count: 0,
});
const reshapedRow = ({ text, x, y, ...row }: RawRow): RawRow => ({ ...row, words: text, place: [x, y] });

/** Something that one waits for until another gives it. */
function newSignal() {
  const waiting: (() => void)[] = [];
  const given = new Promise<void>((resolve) => void waiting.push(resolve));
  return { given, give: () => waiting[0]?.() };
}

/** The same steps, but the first fails when it comes to this row. */
function failingAt(id: string): readonly Migration[] {
  return STEPS.map((step) => ({
    ...step,
    up: (row) => {
      if (row._id === id) throw new Error('the process dies');
      return step.up(row);
    },
  }));
}

describeOn('mongo')('data of another shape', () => {
  const newDatabase = useMongo();
  let database: TestDatabase;
  let notes: mongo.Collection<Note>;
  const rows = Array.from({ length: ROWS }, (_, index) => newRow(index));
  const kept = (): Promise<Note[]> => notes.find({}, { promoteBuffers: true }).sort({ _id: 1 }).toArray();

  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  beforeEach(async () => {
    database = await newDatabase();
    notes = database.db.collection<Note>('note');
    await notes.insertMany(rows.map((row) => ({ ...row })));
  });

  /** A process of a version that knows these steps. */
  async function enter(steps: readonly Migration[], clocks: Clocks = STILL, onRead = async (): Promise<void> => {}) {
    const { connection, host } = await connect(database.url);
    const on = createDatabase(connection, host);
    const id = randomUUID();
    const record = openShapeRecord({ database: on });
    const real = await createServerTime(on);
    const time = { ...real, read: () => onRead().then(() => real.read()) };
    const presence = await enterProcess({ database: on, time, id, shape: newestShape(steps), record, clocks });
    closing.push(() => connection.close());
    const reshaping = { database: on, record, presence, leases: createLeases({ database: on }), id, steps };
    const bring = async (target: number): Promise<boolean> => {
      await markReshape(reshaping, target);
      return reshapeRows(reshaping, ALWAYS);
    };
    return { reshaping, bring, presence, record };
  }

  /** The first version was here, and went. */
  async function beginAt(steps: readonly Migration[]): Promise<void> {
    const first = await enter(steps);
    await first.bring(newestShape(steps));
    await first.presence.leave();
  }

  test('goes up step by step, every row once, and all the way back', async () => {
    await beginAt([]);
    const newer = await enter(STEPS);
    expect(await newer.bring(2)).toBe(true);
    expect(await kept()).toEqual(rows.map(reshapedRow));
    expect(await newer.record.read(2)).toEqual(settledAt(2));
    expect(await newer.bring(0)).toBe(true);
    expect(await kept()).toEqual(rows);
    expect(await newer.record.read(2)).toEqual(settledAt(0));
    await newer.presence.leave();
    expect(await (await enter([])).bring(0)).toBe(true);
  });

  test('data that nobody wrote yet begins with the newest shape', async () => {
    const newer = await enter(STEPS);
    expect(await newer.record.read(2)).toEqual(settledAt(2));
    expect(await newer.bring(2)).toBe(true);
  });

  test('a crash in the middle: the next one goes on where it was, on rows in either shape', async () => {
    await beginAt([]);
    const dying = await enter(failingAt(newRow(700)._id));
    await expect(dying.bring(2)).rejects.toThrow('the process dies');
    expect(await dying.record.read(2)).toEqual({ least: 0, most: 2, reshape: { way: 'up', cursor: newRow(499)._id } });
    await dying.presence.leave();

    const seen: string[] = [];
    const next = await enter(
      STEPS.map((step) => ({ ...step, up: (row) => (seen.push(`${step.number}.${row._id}`), step.up(row)) })),
    );
    expect(await next.bring(2)).toBe(true);
    expect(await kept()).toEqual(rows.map(reshapedRow));
    expect(seen[0]).toBe(`1.${newRow(500)._id}`);
  });

  test('what was begun can be turned back in the middle', async () => {
    await beginAt([]);
    const dying = await enter(failingAt(newRow(700)._id));
    await expect(dying.bring(2)).rejects.toThrow('the process dies');
    expect(await dying.bring(0)).toBe(true);
    expect(await kept()).toEqual(rows);
  });

  test('what others write meanwhile stays: the row is read and turned again', async () => {
    const stale = await kept();
    await notes.updateMany({ x: { $lt: 10 } }, { $inc: { count: 1 }, $set: { fresh: true, text: 'diubah' } });
    await notes.deleteOne({ _id: newRow(20)._id });
    await rewriteRows(database.db.collection<RawRow>('note'), stale.slice(0, 30), NAMES.up);
    const now = await kept();
    expect(now).toHaveLength(ROWS - 1);
    expect(now.slice(0, 10).every((row) => row.count === 1 && row['fresh'] === true && row['words'] === 'diubah')).toBe(
      true,
    );
    expect(now.slice(10, 29).every((row) => row.count === 0 && 'words' in row && !('text' in row))).toBe(true);
    expect(now.slice(29).every((row) => 'text' in row)).toBe(true);
  });

  test.each([2, 0])('no write is lost while the rows go to shape %i', async (target) => {
    await beginAt([]);
    const newer = await enter(STEPS);
    if (target === 0) await newer.bring(2);
    const begun = { moving: true };
    let written = 0;
    const write = async (): Promise<void> => {
      while (begun.moving) {
        await notes.updateOne({ _id: newRow((written * 37) % ROWS)._id }, { $inc: { count: 1 } });
        written += 1;
      }
    };
    const writers = [write(), write()];
    expect(await newer.bring(target)).toBe(true);
    begun.moving = false;
    await Promise.all(writers);
    const now = await kept();
    expect(now.reduce((sum, row) => sum + row.count, 0)).toBe(written);
    expect(now.map((row) => ({ ...row, count: 0 }))).toEqual(target === 2 ? rows.map(reshapedRow) : rows);
  });

  test('of two processes one does the work; two at once would do no harm', async () => {
    await beginAt([]);
    const [one, two] = [await enter(STEPS), await enter(STEPS)];
    await markReshape(one.reshaping, 2);
    const done = await Promise.all([reshapeRows(one.reshaping, ALWAYS), reshapeRows(two.reshaping, ALWAYS)]);
    expect(done).toContain(true);
    expect(await kept()).toEqual(rows.map(reshapedRow));

    const leases = { take: async () => true, release: async () => undefined };
    await two.presence.leave();
    await markReshape(one.reshaping, 0);
    await Promise.all([one, two].map(({ reshaping }) => reshapeRows({ ...reshaping, leases }, ALWAYS)));
    expect(await kept()).toEqual(rows);
  });

  test('an older version does not begin on newer data, nor on data that is on its way', async () => {
    await beginAt([]);
    const newer = await enter(STEPS);
    await markReshape(newer.reshaping, 2);
    const older = () => openMongo({ url: database.url, key: 'k'.repeat(44), kinds: [], log: () => undefined }, [NAMES]);
    await expect(older()).rejects.toMatchObject({ code: 'half_migrated', params: { found: 2, known: 1 } });
    await reshapeRows(newer.reshaping, ALWAYS);
    await expect(older()).rejects.toMatchObject({ code: 'newer_version', params: { found: 2, known: 1 } });
    expect(await database.db.collection('process').countDocuments()).toBe(1);
  });

  test('a newer version does not begin while an older one lives; a dead one does not count', async () => {
    await beginAt([]);
    await enter([]);
    const newer = await enter(STEPS);
    const refused = { code: 'other_version_running', params: { processes: 1 } };
    await expect(newer.bring(2)).rejects.toMatchObject(refused);
    expect(await newer.record.read(2)).toEqual(settledAt(0));
    await database.age(31 * SECOND);
    expect(await newer.bring(2)).toBe(true);
  });

  test.each([
    ['process', 60 * SECOND],
    ['machine (its monotonic clock stands still)', 0],
  ])('a %s that slept through it looks before it asks anything, and asks nothing any more', async (_who, counted) => {
    await beginAt([]);
    let [monotonic, wall] = [0, 0];
    const sleeper = await enter([], { monotonic: () => monotonic, wall: () => wall });
    const { guarded } = sleeper.presence;
    expect(await guarded.ask(async () => 'awake')).toBe('awake');
    await database.age(31 * SECOND);
    const newer = await enter(STEPS);
    await newer.bring(2);

    [monotonic, wall] = [counted, 60 * SECOND];
    const asked: string[] = [];
    const ask = () => guarded.ask(async () => asked.push('asked'));
    await expect(ask()).rejects.toMatchObject({ code: 'newer_version' });
    await expect(ask()).rejects.toMatchObject({ code: 'newer_version' });
    expect(asked).toEqual([]);
    expect(guarded.trouble()).toMatchObject({ code: 'newer_version' });
  });

  test('a process that fell asleep in the midst of a look takes another one before it asks anything', async () => {
    await beginAt([]);
    let clock = 0;
    const [asleep, awake] = [newSignal(), newSignal()];
    let isTired = false;
    const sleeper = await enter([], { monotonic: () => clock, wall: () => clock }, async () => {
      if (!isTired) return;
      asleep.give();
      await awake.given;
    });
    isTired = true;
    const look = sleeper.presence.beat();
    await asleep.given;
    await database.age(31 * SECOND);
    await (await enter(STEPS)).bring(2);

    clock = 60 * SECOND;
    const asked: string[] = [];
    const asking = sleeper.presence.guarded.ask(async () => asked.push('asked'));
    awake.give();
    await look;
    await expect(asking).rejects.toMatchObject({ code: 'newer_version' });
    expect(asked).toEqual([]);
  });

  test('opening the store is enough: the rows follow while it works', async () => {
    await beginAt([]);
    const settings = { url: database.url, key: 'k'.repeat(44), kinds: [], log: () => undefined };
    const store = await openMongo(settings, STEPS);
    expect(await store.inbox.countAside()).toBe(0);
    await expect
      .poll(async () => (await kept()).filter((row) => 'place' in row).length, { timeout: 20_000 })
      .toBe(ROWS);
    await store.close();
  });
});
