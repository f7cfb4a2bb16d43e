import type { Announcement } from '../../domain/announcement.ts';
import { readUse } from '../../domain/caps.ts';
import type { CapUse } from '../../domain/caps.ts';
import { readCounts } from '../announcing/announce.ts';
import { foreseeRest } from '../announcing/plan-announcement.ts';
import { tellTaps } from '../counted-links/tell-taps.ts';
import type { Office } from '../office.ts';
import { tellOutlook, tellStopped } from '../operations/tell-prospect.ts';
import { findAll } from '../read-all.ts';
import { unsteady } from '../sending/break-pushes.ts';

/** How it stands with what the service begins by itself, for officers: no name, no number and no message is in it. */
export interface Standing {
  readonly at: number;
  readonly accounts: readonly AccountStanding[];
  readonly announcements: readonly AnnouncementStanding[];
}

export interface AccountStanding {
  /** What the channel is called. */
  readonly name: string;
  readonly kind: string;
  /** `resting`: it tries again by itself; `stopped`: it begins nothing; `halted`: the platform refuses all of it; `waiting`: it asked for a pause; `apart`: not connected. */
  readonly state: 'open' | 'resting' | 'stopped' | 'halted' | 'waiting' | 'apart';
  /** Why, where the state has a reason; else null. */
  readonly code: string | null;
  /** Until when it waits. */
  readonly until: number | null;
  /** Pushes that wait for it. */
  readonly queued: number;
  readonly uses: readonly CapUse[];
}

export interface AnnouncementStanding {
  readonly number: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  /** A sentence about its end, or what keeps it; empty: it is over. */
  readonly outlook: string;
  /** How often its links were tapped; empty: they are not counted. */
  readonly taps: string;
}

/** An account as its own process sees it. */
export interface Reported {
  readonly account: string;
  readonly trouble: () => string | null;
}

/** Everything that officers may have to explain: each account, and each announcement that is not over. */
export async function readStanding(office: Office, channels: readonly Reported[]): Promise<Standing> {
  const backlog = await office.deliveries.backlog();
  const queued = (account: string): number =>
    backlog
      .filter((one) => one.account === account && one.lane === 'bulk' && one.state === 'waiting')
      .reduce((sum, { count }) => sum + count, 0);
  const states = ['running', 'paused', 'snapshotting', 'scheduled'];
  const open = await Promise.all(states.map((state) => findAll(office.announcements, 'state', state)));
  const found = [...open, await findTapped(office)];
  return {
    at: office.clock.now(),
    accounts: await Promise.all(channels.map((one) => readAccount(office, one, queued(one.account)))),
    announcements: await Promise.all(found.flat().map((one) => readAnnouncement(office, one))),
  };
}

/** Those that are over, but whose links people tap on for some days. */
async function findTapped({ announcements, clock }: Office): Promise<readonly Announcement[]> {
  const done = await findAll(announcements, 'state', 'done');
  return done.filter(({ countsTaps, startAt }) => countsTaps === true && (startAt ?? 0) > clock.now() - tappedMs);
}

/** Whoever looks at an announcement does so within a week. */
const tappedMs = 7 * 24 * 60 * 60_000;

async function readAccount(office: Office, { account, trouble }: Reported, queued: number): Promise<AccountStanding> {
  const { name, kind, caps, whyStopped } = office.channelOf(account);
  const now = office.clock.now();
  const [stopped, held, ledger] = await Promise.all([
    whyStopped?.() ?? null,
    office.accounts.read(account),
    caps === undefined ? null : office.capLedgers.read(account),
  ]);
  const about = { name, kind, queued, until: null, uses: caps === undefined ? [] : readUse(ledger, caps, now) };
  if (stopped !== null) return { ...about, state: stopped === unsteady ? 'resting' : 'stopped', code: stopped };
  if (held.halted !== null) return { ...about, state: 'halted', code: held.halted };
  const away = trouble();
  if (away !== null) return { ...about, state: 'apart', code: away };
  if (held.frozenForMs > 0) return { ...about, state: 'waiting', code: null, until: now + held.frozenForMs };
  return { ...about, state: 'open', code: null };
}

async function readAnnouncement(office: Office, announcement: Announcement): Promise<AnnouncementStanding> {
  const { number, state, plan, zone, people, total } = announcement;
  const counts = await readCounts(office, announcement);
  const startAt = Math.max(office.clock.now(), announcement.startAt ?? 0);
  const open = total === null ? people : counts.open;
  const outlook =
    plan === null || state === 'done'
      ? ''
      : (await tellStopped(office, Object.keys(plan.accounts))) ||
        tellOutlook(office, await foreseeRest(office, plan, open, { startAt, zone }), plan.until, zone);
  const taps = await tellTaps(office, announcement.id);
  return { number, state, done: (total ?? people) - open, total: total ?? people, outlook, taps };
}
