import { readFile } from 'node:fs/promises';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Value } from '../../engine/value.ts';
import { loadRegions } from './read-regions.ts';
import type { RegionSources } from './read-regions.ts';

const folder = new URL('../../../node_modules/idn-area-data/data/', import.meta.url);
let sources: RegionSources;
beforeAll(async () => {
  sources = await loadRegions((name) => readFile(new URL(`${name}.csv`, folder)), '19.03');
});

const toboali: Value = { type: 'record', code: '19.03.01', name: 'Toboali', fields: {} };

async function find(level: 'kecamatan' | 'desa', teks: string | null, di: Value = null): Promise<readonly string[]> {
  const args = { teks, di };
  const call = { id: '', contact: '', address: '', account: '', officer: null, now: 0, args };
  return (await sources[level](call)).map((row) => {
    if (typeof row !== 'object' || row === null || !('fields' in row)) return 'no record';
    return `${row.code} ${row.name} ${row.fields['di_daerah_ini'] === true ? 'di sini' : 'di luar'}`;
  });
}

/** The village that was said with a kecamatan. */
async function villageIn(teks: string): Promise<Value | undefined> {
  const call = { id: '', contact: '', address: '', account: '', officer: null, now: 0, args: { teks, di: null } };
  const [row] = await sources.kecamatan(call);
  return typeof row === 'object' && row !== null && 'fields' in row ? row.fields['desa'] : undefined;
}

describe('regions of one regency', () => {
  test('are listed by level, below what was chosen', async () => {
    expect(await find('kecamatan', null)).toHaveLength(8);
    expect(await find('desa', null)).toHaveLength(53);
    const here = await find('desa', null, toboali);
    expect(here.every((row) => row.startsWith('19.03.01.'))).toBe(true);
  });

  test.each([
    ['kecamatan', 'toboali', ['19.03.01 Toboali di sini']],
    ['kecamatan', 'kec. Air Gegas', ['19.03.03 Airgegas di sini']],
    ['kecamatan', '19.03.01', ['19.03.01 Toboali di sini']],
    ['kecamatan', 'Pangkal Pinang', ['19.71 Pangkal Pinang di luar']],
    ['kecamatan', 'desa gadung', ['19.03.01 Toboali di sini']],
    ['kecamatan', 'Gadung', ['19.03.01 Toboali di sini']],
    ['kecamatan', 'kecamatan Gerunggang', ['19.71.05 Gerunggang di luar']],
    ['kecamatan', 'entah di mana', []],
    ['desa', 'pangkalpinang', []],
  ] as const)('%s "%s"', async (level, typed, rows) => {
    expect(await find(level, typed)).toEqual(rows);
  });

  test.each([
    ['Toboali, Gadung', '19.03.01.2007'],
    ['desa gadung', '19.03.01.2007'],
    ['gadung kecamatan toboali', '19.03.01.2007'],
    ['kec. toboali', null],
    ['toboali', null],
    ['Airgegas', null],
  ] as const)('"%s" names the village as well, where it is one', async (typed, code) => {
    expect(await villageIn(typed)).toBe(code);
  });
});
