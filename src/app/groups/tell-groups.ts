import type { Announcement } from '../../domain/announcement.ts';
import { groupsIn, segmentsOf } from '../../domain/audience.ts';
import type { DeliveryState } from '../../domain/ports/deliveries.ts';
import { rowId } from '../announcing/count-audience.ts';
import type { Office } from '../office.ts';
import { ifItOpens } from '../read-all.ts';
import type { MeantGroup } from './read-groups.ts';

/** What became of an announcement in one group. */
export interface GroupOutcome {
  readonly name: string;
  readonly state: DeliveryState;
  readonly code: string | null;
}

type Reading = Pick<Office, 'groups' | 'deliveries' | 'say'>;

/** What became of it in each group of its snapshot; whom it was not sent to, because officers took the group away, is not among them. */
export async function groupOutcomes(
  { groups, deliveries, say }: Reading,
  { id, audience }: Pick<Announcement, 'id' | 'audience'>,
): Promise<readonly GroupOutcome[]> {
  const found = groupsIn(segmentsOf(audience)).map(async (group) => {
    const [row, doc] = await Promise.all([deliveries.read(rowId(id, group)), ifItOpens(groups.read(group))]);
    const name = doc?.name ?? doc?.title ?? say('layanan.grup.dilupakan');
    return row === null ? [] : [{ name, state: row.state, code: row.code }];
  });
  return (await Promise.all(found)).flat();
}

/** How many people and which groups something goes to: "48 orang dan 2 grup: Warga Toboali dan Info Koding". */
export function tellRecipients({ say }: Pick<Office, 'say'>, orang: number, grup: readonly string[]): string {
  const people = say('layanan.penerima.orang', { orang });
  if (grup.length === 0) return people;
  const groups = say('layanan.penerima.grup', { jumlah: grup.length, grup });
  return orang === 0 ? groups : say('layanan.penerima.keduanya', { orang: people, grup: groups });
}

/** Which groups it would reach now, and which not; one line each, none without groups. */
export function tellGroupReach({ say }: Pick<Office, 'say'>, groups: readonly MeantGroup[]): readonly string[] {
  const names = (reachable: boolean): readonly string[] =>
    groups.filter((group) => group.reachable === reachable).map(({ name }) => name);
  const [reached, missed] = [names(true), names(false)];
  return [
    ...(reached.length === 0 ? [] : [say('layanan.rencana.grup', { jumlah: reached.length, grup: reached })]),
    ...(missed.length === 0 ? [] : [say('layanan.rencana.grup_gagal', { grup: missed })]),
  ];
}

/** "Grup: 3 terkirim dan 1 gagal (Warga Toboali: bot sudah dikeluarkan)."; empty: it goes to none, or did not begin. */
export function tellGroupOutcomes({ say }: Pick<Office, 'say'>, outcomes: readonly GroupOutcome[]): string {
  const hasil = told.flatMap(([kind, states]) => {
    const those = outcomes.filter(({ state }) => states.includes(state));
    if (those.length === 0) return [];
    const grup = those.map(({ name, code }) => {
      return kind === 'gagal' ? say('layanan.grup.karena', { nama: name, sebab: whyOf(say, code) }) : name;
    });
    return [say(`layanan.grup.hasil.${kind}`, { jumlah: those.length, grup })];
  });
  return hasil.length === 0 ? '' : say('layanan.grup.semua', { hasil });
}

/** What officers are told of each state, by its name in the locale. */
const told: readonly (readonly [kind: string, states: readonly DeliveryState[]])[] = [
  ['terkirim', ['sent']],
  ['belum', ['pending', 'claimed', 'sending']],
  ['gagal', ['failed', 'skipped', 'expired', 'cancelled']],
  ['tidak_pasti', ['uncertain']],
];

function whyOf(say: Office['say'], code: string | null): string {
  const key = `layanan.grup.sebab.${code ?? 'other'}`;
  const said = say(key);
  return said === key ? say('layanan.grup.sebab.other') : said;
}
