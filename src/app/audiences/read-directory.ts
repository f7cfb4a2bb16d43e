import type { Directory } from '../../domain/audience-names.ts';
import { namedGroups } from '../groups/read-groups.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';

/** Everything that a sentence about an audience may name in this regency, as it is called now. */
export async function readDirectory(office: Office): Promise<Directory> {
  const { id } = office.tenant;
  const [programmes, batches, tracks, groups, regions] = await Promise.all([
    findAll(office.programmes, 'tenant', id),
    findAll(office.batches, 'tenant', id),
    findAll(office.tracks, 'tenant', id),
    namedGroups(office),
    office.regions(),
  ]);
  return {
    programmes: programmes.map(({ id: code, title: name }) => ({
      code,
      name,
      batches: batches.filter(({ programme }) => programme === code).toSorted((a, b) => a.number - b.number),
    })),
    tracks: tracks.map(({ id: code, name }) => ({ code, name })),
    groups: groups.map(({ id: code, name }) => ({ code, name })),
    districts: regions.filter(({ level }) => level === 'kecamatan'),
    villages: regions.filter(({ level }) => level === 'desa'),
  };
}
