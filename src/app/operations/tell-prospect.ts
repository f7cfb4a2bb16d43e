import type { Outcome } from '../../domain/ports/deliveries.ts';
import type { Zone } from '../../engine/value.ts';
import { tellCost } from '../announcing/count-cost.ts';
import type { Outlook, Prospect } from '../announcing/plan-announcement.ts';
import { tellTaps } from '../counted-links/tell-taps.ts';
import { groupOutcomes, tellGroupOutcomes, tellGroupReach } from '../groups/tell-groups.ts';
import type { GroupOutcome } from '../groups/tell-groups.ts';
import type { Office } from '../office.ts';
import { unsteady } from '../sending/break-pushes.ts';

type Saying = Pick<Office, 'say' | 'channelOf'>;

/** Who will get an announcement through what, and who will not, and why; for officers, before they say yes. */
export function tellReach({ say, channelOf }: Saying, { accounts, rest, people, groups }: Prospect): string {
  const byName = new Map<string, number>();
  for (const [account, share] of Object.entries(accounts)) {
    const { name } = channelOf(account);
    byName.set(name, (byName.get(name) ?? 0) + share.people);
  }
  const saluran = [...byName].map(([nama, orang]) => say('layanan.rencana.saluran', { nama, orang }));
  const sisanya = tellReasons({ say }, Object.entries(rest));
  return [
    ...(people === 0 && groups.length > 0 ? [] : [say('layanan.rencana.dapat', { orang: people, saluran })]),
    ...tellGroupReach({ say }, groups),
    ...(sisanya.length === 0 ? [] : [say('layanan.rencana.sisanya', { sisanya })]),
  ].join('\n');
}

/** When it will be through; or how many it will not reach before it is old news. */
export function tellOutlook(
  { say }: Pick<Office, 'say'>,
  { finishAt, late }: Outlook,
  until: number,
  zone: Zone,
): string {
  if (late === 0) return say('layanan.rencana.selesai', { selesai: { type: 'moment', at: finishAt, zone } });
  return say('layanan.rencana.tidak_selesai', { batas: { type: 'moment', at: until, zone }, orang: late });
}

/** What stands in the way of an account of these just now; empty: nothing does. */
export async function tellStopped({ say, channelOf }: Saying, accounts: readonly string[]): Promise<string> {
  const found = await Promise.all(
    accounts.map(async (account) => {
      const { name, whyStopped } = channelOf(account);
      return { name, why: (await whyStopped?.()) ?? null };
    }),
  );
  const stopped = found.filter(({ why }) => why !== null);
  const words = stopped.every(({ why }) => why === unsteady) ? 'tersendat' : 'berhenti';
  return stopped.length === 0 ? '' : say(`layanan.rencana.${words}`, { saluran: stopped.map(({ name }) => name) });
}

/** Why some were not told, what it cost, and how often its links were tapped; empty: there is nothing to say. */
export async function tellDetails(office: Office, announcement: string): Promise<string> {
  const doc = await office.announcements.read(announcement);
  const groups = doc === null ? [] : await groupOutcomes(office, doc);
  const sisanya = tellOutcomes(office, ofPeople(await office.deliveries.outcomes(announcement), groups));
  const missed = sisanya.length === 0 ? '' : office.say('layanan.rencana.tidak_menerima', { sisanya });
  const reasons = [tellGroupOutcomes(office, groups), missed].filter((sentence) => sentence !== '').join(' ');
  const more = await Promise.all([tellCost(office, announcement), tellTaps(office, announcement)]);
  return [reasons, ...more].filter((sentence) => sentence !== '').join(' ');
}

/** The outcomes without those of groups, which are told one by one. */
function ofPeople(outcomes: readonly Outcome[], groups: readonly GroupOutcome[]): readonly Outcome[] {
  return outcomes
    .map((one) => {
      const those = groups.filter(({ state, code }) => state === one.state && code === one.code).length;
      return { ...one, count: one.count - those };
    })
    .filter(({ count }) => count > 0);
}

/** What became of those who were not told, in the words that were used before it was sent. */
function tellOutcomes(office: Pick<Office, 'say'>, outcomes: readonly Outcome[]): readonly string[] {
  const ended = outcomes.filter(({ state }) => ['failed', 'skipped', 'expired', 'cancelled'].includes(state));
  const counts = new Map<string, number>();
  for (const { state, code, count } of ended) {
    const reason = reasonOf(office, state, code);
    counts.set(reason, (counts.get(reason) ?? 0) + count);
  }
  return tellReasons(office, [...counts]);
}

/** The same thing has other codes where it was found out: at the gate, by the sweep, by a platform. */
const sameAs: Readonly<Record<string, string>> = { until: 'late', window_closed: 'no_template', source: 'cancelled' };

function reasonOf({ say }: Pick<Office, 'say'>, state: Outcome['state'], code: string | null): string {
  const reason = sameAs[code ?? ''] ?? code ?? '';
  const key = `layanan.sebab.${reason}`;
  return say(key) === key ? (state === 'failed' ? 'refused' : 'other') : reason;
}

function tellReasons({ say }: Pick<Office, 'say'>, counts: readonly (readonly [string, number])[]): readonly string[] {
  return counts
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, orang]) => say('layanan.rencana.bagian', { orang, sebab: say(`layanan.sebab.${reason}`) }));
}
