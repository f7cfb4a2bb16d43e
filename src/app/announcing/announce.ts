import { allTexts } from '../../domain/announcement-text.ts';
import { beginSnapshot, finishSnapshot, noteProgress, noteSnapshot } from '../../domain/announcement.ts';
import type { Announcement, Counts } from '../../domain/announcement.ts';
import type { Reach } from '../../domain/contact.ts';
import { toGroup } from '../../domain/group-chat.ts';
import type { NewDelivery } from '../../domain/ports/deliveries.ts';
import { openLinks } from '../counted-links/open-links.ts';
import { meantGroups } from '../groups/read-groups.ts';
import { officeReaching } from '../office.ts';
import type { Office } from '../office.ts';
import { tellDetails } from '../operations/tell-prospect.ts';
import { tellOfficers } from '../tell-officers.ts';
import { toPush } from '../to-push.ts';
import { callsByName, composeAnnouncement, composeForGroup } from './compose-announcement.ts';
import { isReachable, readAudience, rowId } from './count-audience.ts';
import type { Aimed } from './count-audience.ts';

/** Of an announcement whose end nobody worked out: long enough for quiet hours to hold a row back twice. */
const unplannedLifeMs = 3 * 24 * 60 * 60_000;

/** How often a running announcement is counted. */
const countEveryMs = 5_000;

/** Rows that a snapshot writes together: each time is a flush, and some milliseconds in which nobody else is served. */
const writtenAtOnce = 1000;

/** How often a snapshot says that it goes on: each time is a flush, and it is taken for lost after a minute only. */
const noteEveryMs = 1000;

/** Rows closed in one write or a few, so that whoever reads and writes meanwhile is not held up. */
const closeAtOnce = 1000;

/**
 * One look at an announcement whose time has come: takes the snapshot, or counts how far it is, or closes what a
 * cancelled one left. Safe to repeat and to run twice: rows are keyed by person, and only the last run goes on.
 */
export async function advanceAnnouncement(office: Office, id: string, now: number): Promise<void> {
  const began = await office.announcements.change(id, (doc) => {
    const after = doc === null ? null : beginSnapshot(doc, now);
    return { doc: after, result: after };
  });
  if (began !== null) return takeSnapshot(office, began, now);
  const announcement = await office.announcements.read(id);
  if (announcement === null) return;
  await closeStrays(office, announcement);
  await countProgress(office, announcement, now);
}

/** Writes a row for everybody who is meant, page by page; from its end on rows may leave. */
async function takeSnapshot(office: Office, announcement: Announcement, now: number): Promise<void> {
  const { id, run, audience } = announcement;
  const links = await openLinks(office, announcement, now);
  const isNamed = allTexts(announcement).some(callsByName);
  const toRows = createRows(office, announcement, { isNamed, links, now });
  let [total, unopened, notedAt] = [0, 0, now];
  let rows: NewDelivery[] = [];
  const write = async (): Promise<void> => {
    await office.deliveries.add(rows);
    total += rows.length;
    rows = [];
  };
  for await (const page of readAudience(office, audience, { isNamed })) {
    unopened += page.filter(({ isUnopened }) => isUnopened).length;
    rows.push(...page.filter(isReachable).flatMap(toRows));
    const isSilent = office.clock.now() - notedAt >= noteEveryMs;
    if (rows.length >= writtenAtOnce || isSilent) await write();
    if (!isSilent) continue;
    notedAt = office.clock.now();
    const cursor = page.at(-1)?.person.id ?? '';
    const known = await office.announcements.change(id, (doc) => {
      const after = doc === null ? null : noteSnapshot(doc, { run, cursor, now: office.clock.now() });
      return { doc: after === doc ? null : after, result: after };
    });
    if (known === null) return;
    if (known.run !== run || known.state !== 'snapshotting') return closeStrays(office, known);
  }
  rows.push(...(await createGroupRows(office, announcement, now)));
  await write();
  const finished = await office.announcements.change(id, (doc) => {
    const after = doc === null ? null : finishSnapshot(doc, { run, total, unopened, now });
    return { doc: after === doc ? null : after, result: after };
  });
  if (finished !== null) await closeStrays(office, finished);
  await ringAccounts(office);
}

/**
 * What a cancelled announcement has left, and rows that only an older run of the snapshot saw. A run that was overtaken may
 * write some at any time, so it is done at every look, and by nobody while another run may still come to them.
 */
async function closeStrays(office: Office, { id, state, run }: Announcement): Promise<void> {
  if (state === 'cancelled') await closeRest(office, id, 'cancelled');
  // Before the first run there was none whose rows it could have missed.
  if (state === 'running' && run > 1) await closeRest(office, id, 'skipped', run);
}

/** All that has not left is over; with `runBelow`, what no later run of the snapshot has seen. */
async function closeRest(
  { deliveries }: Office,
  id: string,
  state: 'cancelled' | 'skipped',
  runBelow?: number,
): Promise<void> {
  while ((await deliveries.closeSource(id, state, closeAtOnce, runBelow)) === closeAtOnce);
}

/**
 * The rows of a snapshot, one for each person with an address. Where nobody is called by name, those whom the same words reach
 * in the same way share them as the same object: a store writes such rows together.
 */
function createRows(
  office: Office,
  announcement: Announcement,
  { isNamed, links, now }: { readonly isNamed: boolean; readonly links: readonly string[]; readonly now: number },
) {
  const { id, run, zone, plan } = announcement;
  const shared = new Map<string, NewDelivery>();
  const fields = { type: 'announcement', announcement: id, ...(links.length > 0 && { links }) };
  const depends = { on: id, version: 0, fields };
  const write = ({ person, isNews }: Aimed, reach: Reach): NewDelivery =>
    toPush(
      {
        id,
        class: 'announcement',
        source: id,
        content: composeAnnouncement(officeReaching(office, person, reach), announcement, {
          kind: office.channelOf(reach.account).kind,
          name: person.name,
        }),
        due: now,
        until: plan?.until ?? now + unplannedLifeMs,
        zone,
        yields: true,
        ...(isNews && { purpose: 'kabar' }),
        depends,
        run,
      },
      reach,
    );
  return (aimed: Aimed): readonly NewDelivery[] => {
    const { id: contact, reach, language } = aimed.person;
    if (reach === null) return [];
    const key = JSON.stringify([reach.account, language, aimed.isNews]);
    const written = shared.get(key) ?? write(aimed, reach);
    if (!isNamed) shared.set(key, written);
    return [{ ...written, id: rowId(id, contact), address: reach.address }];
  };
}

/**
 * One row for each group that still has its name, also where the bot is not any more: that it failed is what officers are to hear.
 * Two announcements on one day are nothing to a group, so none yields.
 */
async function createGroupRows(
  office: Office,
  announcement: Announcement,
  now: number,
): Promise<readonly NewDelivery[]> {
  const { id, run, zone, plan, audience } = announcement;
  const push = {
    class: 'announcement',
    source: id,
    due: now,
    until: plan?.until ?? now + unplannedLifeMs,
    zone,
    depends: { on: id, version: 0, fields: { type: 'announcement', announcement: id, ...toGroup } },
    run,
  } as const;
  const groups = await meantGroups(office, audience);
  return groups.map(({ id: group, account }) => {
    const content = composeForGroup(office, announcement, office.channelOf(account).kind);
    return toPush({ ...push, id: rowId(id, group), content }, { account, address: group });
  });
}

/** Counted before the snapshot was complete, an announcement would be done with nobody told: what was read first tells. */
async function countProgress(office: Office, announcement: Announcement, now: number): Promise<void> {
  if (announcement.state !== 'running' && announcement.state !== 'cancelled') return;
  const counts = await readCounts(office, announcement);
  const finished = await office.announcements.change(announcement.id, (doc) => {
    const after = doc === null ? null : noteProgress(doc, counts, now + countEveryMs);
    const ended = doc?.state === 'running' && after?.state === 'done';
    return { doc: after === doc ? null : after, result: ended };
  });
  if (finished) await tellAuthor(office, announcement, counts, now);
}

/** What became of the people in the snapshot; rows that its last run did not see are not among them. */
export async function readCounts(office: Office, { id, total }: Announcement): Promise<Counts> {
  const rows = await office.deliveries.count(id);
  const open = rows.pending + rows.claimed + rows.sending;
  const { sent, failed, uncertain } = rows;
  return { sent, failed, uncertain, open, skipped: Math.max(0, (total ?? 0) - sent - failed - uncertain - open) };
}

async function tellAuthor(office: Office, announcement: Announcement, counts: Counts, now: number): Promise<void> {
  const author = await office.officers.read(announcement.author);
  if (author === null) return;
  const values = {
    nomor: announcement.number,
    terkirim: counts.sent,
    gagal: counts.failed,
    tidak_pasti: counts.uncertain,
    dilewati: counts.skipped,
    rincian: await tellDetails(office, announcement.id),
  };
  await tellOfficers(office, [author], { id: `done.${announcement.id}`, key: 'pengumuman_selesai', values, now });
}

async function ringAccounts({ deliveries, queue }: Office): Promise<void> {
  const lanes = await deliveries.dueLanes();
  await Promise.all(lanes.map(({ account, lane }) => queue.wake({ type: 'pump', account, lane })));
}
