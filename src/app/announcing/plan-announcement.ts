import { messengerOf } from '../../domain/announcement-text.ts';
import type { Messenger } from '../../domain/announcement-text.ts';
import type { Announcement, Plan } from '../../domain/announcement.ts';
import { forecastAll } from '../../domain/forecast.ts';
import type { Course, Forecast, Span } from '../../domain/forecast.ts';
import type { Out } from '../../engine/turn.ts';
import { meantGroups } from '../groups/read-groups.ts';
import type { MeantGroup } from '../groups/read-groups.ts';
import type { Office } from '../office.ts';
import { composeAnnouncement } from './compose-announcement.ts';
import { countAudience } from './count-audience.ts';
import type { Reached, Share } from './count-audience.ts';

const dayMs = 24 * 60 * 60_000;

/** Long enough for quiet hours and "one push a day" to hold a row back twice; later it would be old news. */
const leastLifeMs = 3 * dayMs;

/** Whoever must spread it over many days has so many; what is not through by then is old news everywhere. */
const longestLifeMs = 30 * dayMs;

/** What a push that takes days may take longer than expected: people who had another push today, a platform that waits. */
const slack = 0.1;

export type Draft = Pick<Announcement, 'audience' | 'text' | 'ownTexts' | 'image' | 'countsTaps' | 'zone'>;

/** Who will get it, when the last one will have, and what becomes of the rest. */
export interface Prospect extends Reached {
  readonly plan: Plan;
  readonly groups: readonly MeantGroup[];
  /** Reachable, but not before it is over. */
  readonly late: number;
}

/** What an announcement that begins at `startAt` would come to, as it stands now. */
export async function planAnnouncement(office: Office, draft: Draft, startAt: number): Promise<Prospect> {
  const compose = (kind: string): Out => composeAnnouncement(office, draft, { kind, name: null });
  const reached = await countAudience(office, draft.audience, compose);
  const groups = await meantGroups(office, draft.audience);
  const accounts = withShares(reached.accounts, groups);
  const span = { startAt, until: startAt + longestLifeMs, zone: draft.zone };
  const waiting = await waitingIn(office);
  const { finishAt, late } = await foresee(office, accounts, waiting, span);
  const lifeMs = Math.min(longestLifeMs, Math.ceil((finishAt - startAt) * (1 + slack)) + leastLifeMs);
  const until = startAt + (late > 0 ? longestLifeMs : lifeMs);
  return { ...reached, groups, late, plan: { accounts, until, finishAt } };
}

/** Whether nobody would get it: no person, and no group. */
export function isForNobody({ people, groups }: Pick<Prospect, 'people' | 'groups'>): boolean {
  return people === 0 && groups.every(({ reachable }) => !reachable);
}

/** How many recipients, people and groups, would be told through a messenger. */
export function countOn(
  { channelOf }: Pick<Office, 'channelOf'>,
  { accounts, groups }: Pick<Prospect, 'accounts' | 'groups'>,
  messenger: Messenger,
): number {
  const shares = Object.entries(withShares(accounts, groups));
  const own = shares.filter(([account]) => messengerOf(channelOf(account).kind) === messenger);
  return own.reduce((sum, [, { people }]) => sum + people, 0);
}

/** A group is one more message of its account. */
function withShares(people: Reached['accounts'], groups: readonly MeantGroup[]): Reached['accounts'] {
  const accounts: Record<string, Share> = { ...people };
  for (const { account, reachable } of groups) {
    const known = accounts[account] ?? { people: 0, counted: 0 };
    if (reachable) accounts[account] = { ...known, people: known.people + 1 };
  }
  return accounts;
}

/** When what is still `open` of an announcement will be through, and how many of it will not be in time. */
export async function foreseeRest(
  office: Office,
  { accounts, until }: Plan,
  open: number,
  { startAt, zone }: Omit<Span, 'until'>,
): Promise<Outlook> {
  const total = Object.values(accounts).reduce((sum, { people }) => sum + people, 0);
  const left = (count: number): number => (total === 0 ? 0 : Math.ceil((count * open) / total));
  const shares = Object.entries(accounts).map(([account, { people, counted }]): [string, Share] => {
    return [account, { people: left(people), counted: left(counted) }];
  });
  const waiting = await waitingIn(office);
  const others = shares.map(([account, { people }]): [string, number] => {
    return [account, Math.max(0, (waiting.get(account) ?? 0) - people)];
  });
  return foresee(office, Object.fromEntries(shares), new Map(others), { startAt, until, zone });
}

/** When it is over, and how many will not have been told by then. */
export interface Outlook extends Pick<Forecast, 'finishAt'> {
  readonly late: number;
}

/** `ahead`: how many of others wait before it, in each account. */
async function foresee(
  office: Office,
  shares: Readonly<Record<string, Share>>,
  ahead: ReadonlyMap<string, number>,
  span: Span,
): Promise<Outlook> {
  const courses = await Promise.all(
    Object.entries(shares).map(async ([account, { people, counted }]): Promise<Course> => {
      const { bulkPerSecond: perSecond, caps: rules = null } = office.channelOf(account);
      const others = ahead.get(account) ?? 0;
      const ledger = rules === null ? null : await office.capLedgers.read(account);
      return { people: people + others, counted: counted + (rules === null ? 0 : others), perSecond, rules, ledger };
    }),
  );
  const { finishAt, reached } = forecastAll(courses, span);
  const meant = courses.reduce((sum, { people }) => sum + people, 0);
  const own = Object.values(shares).reduce((sum, { people }) => sum + people, 0);
  // Whoever waits before it goes before it: the missing are its own.
  return { finishAt, late: Math.min(own, meant - reached) };
}

/** Pushes that wait in each account. */
async function waitingIn({ deliveries }: Office): Promise<ReadonlyMap<string, number>> {
  const backlog = await deliveries.backlog();
  const bulk = backlog.filter(({ lane, state }) => lane === 'bulk' && state === 'waiting');
  return new Map(bulk.map(({ account, count }) => [account, count]));
}
