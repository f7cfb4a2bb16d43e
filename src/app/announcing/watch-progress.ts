import type { Announcement } from '../../domain/announcement.ts';
import { groupsIn, segmentsOf } from '../../domain/audience.ts';
import type { Office } from '../office.ts';
import { findAll } from '../read-all.ts';
import { readCounts } from './announce.ts';
import { foreseeRest } from './plan-announcement.ts';

/** How far an announcement is, for a bar or a page. Numbers only: nobody's name, no words. */
export interface Progress {
  readonly number: string;
  readonly state: Announcement['state'];
  /** People and groups in it: counted when it was submitted, until its snapshot is complete. */
  readonly people: number;
  readonly sent: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly skipped: number;
  readonly open: number;
  /** Messages that came to an end in a second since the last look; 0 at the first. */
  readonly perSecond: number;
  /** When the last one will probably have been told; null: it is over, or nobody worked it out. */
  readonly finishAt: number | null;
  readonly at: number;
}

/** The announcement with this number; null: there is none. */
export async function findAnnouncement(office: Office, number: string): Promise<Announcement | null> {
  const all = await findAll(office.announcements, 'tenant', office.tenant.id);
  return all.find((one) => one.number === number.toUpperCase()) ?? null;
}

/** How many messages it is: one for each person, and one for each group. */
export function recipientsOf({ total, people, audience }: Announcement): number {
  return total ?? people + groupsIn(segmentsOf(audience)).length;
}

/** How far it is now; `before`: the look before this one, for the rate. null: it is gone. */
export async function readProgress(office: Office, id: string, before: Progress | null): Promise<Progress | null> {
  const announcement = await office.announcements.read(id);
  if (announcement === null) return null;
  const { number, state, plan, zone, startAt, total } = announcement;
  const people = recipientsOf(announcement);
  const counts = announcement.result ?? (await readCounts(office, announcement));
  const at = office.clock.now();
  const ended = counts.sent + counts.failed + counts.uncertain;
  const endedBefore = before === null ? ended : before.sent + before.failed + before.uncertain;
  const seconds = before === null ? 0 : (at - before.at) / 1000;
  const rest = isOver(state) || plan === null ? null : { open: total === null ? people : counts.open, plan };
  const foreseen =
    rest === null
      ? null
      : await foreseeRest(office, rest.plan, rest.open, { startAt: Math.max(at, startAt ?? at), zone });
  return {
    number,
    state,
    people,
    ...counts,
    perSecond: seconds > 0 ? Math.max(0, (ended - endedBefore) / seconds) : 0,
    finishAt: foreseen?.finishAt ?? null,
    at,
  };
}

/** Looks again and again, `wait` between two looks, until it is over or whoever watches has gone. */
export async function* watchProgress(
  office: Office,
  number: string,
  wait: () => Promise<void>,
): AsyncGenerator<Progress> {
  const { id = '' } = (await findAnnouncement(office, number)) ?? {};
  for (let last = await readProgress(office, id, null); last !== null; last = await readProgress(office, id, last)) {
    yield last;
    if (isOver(last.state) && last.open === 0) return;
    await wait();
  }
}

function isOver(state: Announcement['state']): boolean {
  return state === 'done' || state === 'cancelled' || state === 'returned';
}
