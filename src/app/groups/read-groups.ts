import { groupsIn, segmentsOf } from '../../domain/audience.ts';
import type { Audience } from '../../domain/audience.ts';
import type { GroupChat, NamedGroup } from '../../domain/group-chat.ts';
import { rowId } from '../announcing/count-audience.ts';
import type { Office } from '../office.ts';
import { findAll, ifItOpens } from '../read-all.ts';

type Reading = Pick<Office, 'groups' | 'tenant'>;

/** The groups that announcements may go to, by name. */
export async function namedGroups({ groups, tenant }: Reading): Promise<readonly NamedGroup[]> {
  const found = (await findAll(groups, 'named', tenant.id)).filter(isNamed);
  return found.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Whether officers gave it a name. */
export function isNamed(group: GroupChat): group is NamedGroup {
  return group.name !== null;
}

/** A group that an audience means. */
export interface MeantGroup extends NamedGroup {
  /** As far as the platform told, a message would arrive. */
  readonly reachable: boolean;
}

/** The groups that an audience means and that still have a name, in its order. */
export async function meantGroups(
  office: Reading & Pick<Office, 'addresses' | 'deliveries'>,
  audience: Audience,
): Promise<readonly MeantGroup[]> {
  const ids = groupsIn(segmentsOf(audience));
  const read = await Promise.all(ids.map((id) => ifItOpens(office.groups.read(id))));
  const named = read.filter((group) => group !== null).filter(isNamed);
  const standings = await office.addresses.standings(named.map(({ id }) => id));
  const meant = named.map((group) => {
    return { ...group, reachable: group.writable && standings.get(group.id)?.dead === false };
  });
  if (audience.type !== 'ulang') return meant;
  const { announcement, outcome } = audience;
  const rows = await Promise.all(meant.map(({ id }) => office.deliveries.read(rowId(announcement, id))));
  return meant.filter((_, index) => rows[index]?.state === outcome);
}
