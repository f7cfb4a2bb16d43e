import type { Region } from './region.ts';

/**
 * The kecamatan and desa/kelurahan of one regency from the tables of Kemendagri codes (`code,parent_code,name`).
 * In the fourth part of a code 1xxx is a kelurahan, 2xxx a desa. Rows of other regencies and broken lines are skipped.
 */
export function parseRegionRows(districtsCsv: string, villagesCsv: string, regencyCode: string): Region[] {
  return [
    ...rowsOf(districtsCsv, regencyCode).map(([code, parent, name]): Region => ({
      code,
      name,
      level: 'kecamatan',
      parent,
    })),
    ...rowsOf(villagesCsv, regencyCode).map(([code, parent, name]): Region => ({
      code,
      name,
      level: 'desa',
      kind: kindOf(code),
      parent,
    })),
  ];
}

/** The name of a regency in the table of regencies (`code,province_code,name`), as written there; empty when it is not there. */
export function regencyNameIn(regenciesCsv: string, regencyCode: string): string {
  const line = regenciesCsv.split('\n').find((each) => each.startsWith(`${regencyCode},`));
  return line?.trimEnd().split(',').slice(2).join(',') ?? '';
}

function rowsOf(csv: string, regencyCode: string): (readonly [string, string, string])[] {
  const rows: (readonly [string, string, string])[] = [];
  for (const line of csv.split('\n')) {
    if (!line.startsWith(`${regencyCode}.`)) continue;
    const [code = '', parent = '', ...name] = line.trimEnd().split(',');
    if (/^[\d.]+$/u.test(code) && name.length > 0) rows.push([code, parent, cleanName(name.join(','))]);
  }
  return rows;
}

function kindOf(code: string): string {
  return code.split('.')[3]?.startsWith('1') === true ? 'kelurahan' : 'desa';
}

/** The source tables write an apostrophe also as a double quote or two single ones (Ja"an, Ru''u). */
function cleanName(field: string): string {
  const bare = /^".*"$/u.test(field) ? field.slice(1, -1).replaceAll('""', '"') : field;
  return bare.replaceAll(/''|"/gu, "'").trim();
}
