import type { ReadRows } from '../../domain/operation.ts';
import type { Value } from '../../engine/value.ts';
import { plain } from '../../language/normal.ts';
import { parseRegionRows, regencyNameIn } from '../../language/region-rows.ts';
import { createRegionIndex, readRegion } from '../../language/region.ts';
import type { Region } from '../../language/region.ts';
import { codeOf, textOf } from '../operations/read-args.ts';
import { showRegion } from '../read-person.ts';

/** The tables of Kemendagri codes, `code,parent_code,name`, as the package of region data keeps them. */
export type ReadTable = (name: 'regencies' | 'districts' | 'villages') => Promise<Buffer>;

/** What `wilayah` and `lokasi` look up, by their `tingkat`. */
export type RegionSources = Readonly<Record<'kecamatan' | 'desa' | 'tempat', ReadRows>>;

/**
 * Reads the regions of one regency, and the names of all others so that who lives outside hears so kindly instead of
 * being asked three times. Rejects when a table cannot be read.
 */
export async function loadRegions(readTable: ReadTable, regency: string): Promise<RegionSources> {
  const [regencies, districts, rows] = await Promise.all([
    readTable('regencies'),
    readTable('districts'),
    readRegionRows(readTable, regency),
  ]);
  const index = createRegionIndex(rows, regencyNameIn(regencies.toString(), regency));
  const outside = readOutside([regencies.toString(), districts.toString()], regency);

  const find = (level: Region['level'], typed: string | null, within: string): readonly Region[] => {
    const inside = rows.filter((row) => row.level === level && row.code.startsWith(`${within}.`));
    if (typed === null) return inside;
    const byCode = inside.filter(({ code }) => code === typed);
    if (byCode.length > 0) return byCode;
    const reading = readRegion(typed, index, { level, within });
    if (reading.type === 'value') return [reading.value];
    return reading.type === 'several' ? reading.candidates : [];
  };

  /** The village that was said with its kecamatan, or instead of it; not where both have one name. */
  const villageWith = (district: Region, typed: string): Region | undefined => {
    const named = [typed, ...typed.split(',')].flatMap((part) => find('desa', part, district.code));
    const [village, ...others] = new Set(named.filter(({ name }) => toKey(name) !== toKey(district.name)));
    return others.length === 0 ? village : undefined;
  };

  const source =
    (level: Region['level']): ReadRows =>
    async ({ args }) => {
      const typed = textOf(args['teks']) ?? null;
      const named = find(level, typed, codeOf(args['di']) ?? regency);
      const found = named.length === 0 && level === 'kecamatan' ? districtsOf(rows, typed ?? '') : named;
      const [only, ...others] = found;
      if (level === 'kecamatan' && typed !== null && only !== undefined && others.length === 0)
        return [showRegion(only, regency, villageWith(only, typed))];
      if (found.length > 0 || typed === null) return found.map((row) => showRegion(row, regency));
      const other = level === 'kecamatan' ? outside(typed) : null;
      return other === null ? [] : [other];
    };
  return { kecamatan: source('kecamatan'), desa: source('desa'), tempat: async () => [] };
}

/** The districts in which a village of that very name lies: who answers with the village is of here, whatever else is called so. */
function districtsOf(rows: readonly Region[], typed: string): readonly Region[] {
  const villages = rows.filter(({ level, name }) => level === 'desa' && toKey(name) === toKey(typed));
  return rows.filter(
    ({ level, code }) => level === 'kecamatan' && villages.some((one) => one.code.startsWith(`${code}.`)),
  );
}

/** The districts and villages of one regency. Rejects when a table cannot be read. */
export async function readRegionRows(readTable: ReadTable, regency: string): Promise<readonly Region[]> {
  const [districts, villages] = await Promise.all([readTable('districts'), readTable('villages')]);
  return parseRegionRows(linesOf(districts, regency), linesOf(villages, regency), regency);
}

/**
 * The lines of one regency, which stand together. Cut from the bytes: a name cut from the text of the whole country
 * would keep all of its 3 MB in memory.
 */
function linesOf(table: Buffer, regency: string): string {
  const start = `\n${regency}.`;
  const first = table.indexOf(start);
  const end = table.indexOf('\n', table.lastIndexOf(start) + 1);
  return first === -1 ? '' : table.toString('utf8', first, end === -1 ? table.length : end);
}

/** Words that people put before a name of a place. */
const titles = /^(?:kecamatan|kec|kabupaten|kab|kota|desa|kelurahan|kel)\.?\s+/u;

/**
 * A kecamatan or regency elsewhere, by its exact name. Many share a name; which one is meant does not matter, so all
 * of them are one record that says only "outside".
 */
function readOutside(tables: readonly string[], regency: string): (typed: string) => Value | null {
  const names = new Map<string, { readonly code: string; readonly name: string }>();
  for (const line of tables.flatMap((table) => table.split('\n').slice(1))) {
    const [code = '', , name = ''] = line.trimEnd().split(',');
    const key = toKey(name);
    if (key === '' || code === regency || code.startsWith(`${regency}.`)) continue;
    names.set(key, { code: names.has(key) ? 'luar' : code, name: toName(name) });
  }
  return (typed) => {
    const found = names.get(toKey(typed));
    return found === undefined ? null : showRegion(found, regency);
  };
}

/** The table of regencies shouts: "KOTA PANGKAL PINANG" is Pangkal Pinang. */
function toName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const bare = name.replace(/^(?:KABUPATEN|KOTA) /u, '').toLowerCase();
  return bare.replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase());
}

function toKey(name: string): string {
  return plain(name).replace(titles, '').replaceAll(' ', '');
}
