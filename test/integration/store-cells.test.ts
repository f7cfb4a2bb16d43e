import { join } from 'node:path';

import { beforeEach, describe, expect, test } from 'vitest';

import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import type { Cell, Database } from '../../src/store/sqlite/open-store.ts';
import { useFolders } from './temporary-folder.ts';

const newFolder = useFolders();
let database: Database;
beforeEach(() => {
  database = openData(join(newFolder(), 'data.db'));
  database.exec('create table row (id text, number integer, body blob) strict');
});

const insert = (...cells: readonly unknown[]): unknown => {
  const statement = database.prepare('insert into row values (?, ?, ?)');
  return Reflect.apply((...given: readonly Cell[]) => statement.run(...given), null, cells);
};
const count = (): number => database.prepare<{ n: number }>('select count(*) as n from row').get()?.n ?? -1;

describe('cells', () => {
  test('come back as they went in', () => {
    const body = Uint8Array.of(0, 1, 255);
    insert('ä 👩🏽‍🌾', Number.MAX_SAFE_INTEGER, body);
    insert('', -1, null);
    const [first, second] = database
      .prepare<{ id: string; number: number; body: Uint8Array | null }>('select * from row')
      .all();
    expect({ ...first, body: [...(first?.body ?? [])] }).toEqual({
      id: 'ä 👩🏽‍🌾',
      number: Number.MAX_SAFE_INTEGER,
      body: [...body],
    });
    expect(second).toMatchObject({ id: '', number: -1, body: null });
  });

  test.each([
    ['a boolean', true],
    ['a Date', new Date(0)],
    ['undefined', undefined],
    ['a big integer', 1n],
    ['a fraction', 1.5],
    ['no number', Number.NaN],
    ['an endless number', Number.POSITIVE_INFINITY],
    ['a number too large to be exact', 2 ** 53],
    ['an object', { a: 1 }],
    ['a list', [1]],
    ['a function', () => 1],
  ])('%s is refused in every place', (_, cell) => {
    expect(() => insert(cell, 1, null)).toThrow(TypeError);
    expect(() => insert('a', cell, null)).toThrow(TypeError);
    expect(() => insert('a', 1, cell)).toThrow(TypeError);
    expect(count()).toBe(0);
  });

  test.each([[[]], [['a']], [['a', 1]], [['a', 1, null, null]]])('%j: too few or too many are refused', (cells) => {
    expect(() => insert(...cells)).toThrow(/3 cells expected/u);
    expect(count()).toBe(0);
  });

  test('a question mark in quoted text is no cell', () => {
    const quoted = database.prepare<{ a: string; b: string }>(`select 'it''s ? or not?' as a, ? as b`);
    expect(quoted.get('x')).toMatchObject({ a: "it's ? or not?", b: 'x' });
  });

  test('a NUL, which would cut the text short, is taken out', () => {
    insert('Si\0ti\0', 1, null);
    expect(database.prepare<{ id: string }>('select id from row').get()?.id).toBe('Siti');
  });

  test('a text is no number and a number is no blob', () => {
    expect(() => insert('a', 'not a number', null)).toThrow('cannot store TEXT');
    expect(() => insert('a', 1, 5)).toThrow('cannot store');
  });
});

test('a commit is flushed at every open, also the second one, which SQLite would open with less', () => {
  const file = join(newFolder(), 'data.db');
  for (let time = 1; time <= 3; time += 1) {
    const opened = openData(file);
    expect(opened.prepare<{ synchronous: number }>('pragma synchronous').get()?.synchronous).toBe(2);
    expect(opened.prepare<{ journal_mode: string }>('pragma journal_mode').get()?.journal_mode).toBe('wal');
    expect(opened.prepare<{ foreign_keys: number }>('pragma foreign_keys').get()?.foreign_keys).toBe(1);
    opened.close();
  }
});

test('a disk that cannot keep a write-ahead log is refused', () => {
  expect(() => openData(':memory:')).toThrow(new StoreTrouble('folder_unsuitable', { folder: '.' }));
});
