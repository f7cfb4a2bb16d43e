import type { Announcement } from '../../src/domain/announcement.ts';
import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import { ownRules } from '../../src/domain/reminder.ts';
import type { Scene } from './scene.ts';
import { classId } from './shelves.ts';

/** Of what runs longer than this nobody has looked. */
const lookedAtMs = 60_000;

/** Announcements: everybody of the snapshot in one state, nobody else told, nothing before it is complete. */
export function checkAnnouncements(scene: Scene): readonly string[] {
  const { stores, shelves, platform, truth, world } = scene;
  const rows = [...stores.deliveries.rows.values()];
  return [...shelves.announcements.docs.values()].flatMap(({ doc }) => {
    if (doc.run === 0) return neverBegan(doc, world.now());
    const own = rows.filter(({ source }) => source === doc.id);
    const counted = own.filter(({ run }) => run === doc.run);
    const others = new Set(own.filter(({ run }) => run !== doc.run).map(({ id }) => id));
    const beganAt = truth.stages.find(({ id, state }) => id === doc.id && state === 'running')?.at ?? Infinity;
    const calls = platform.calls.filter(({ delivery }) => stores.deliveries.rows.get(delivery)?.source === doc.id);
    const open = own.filter(({ finalAt }) => finalAt === null);
    const isOver = doc.state === 'done' || doc.state === 'cancelled';
    const early = truth.stages.filter(({ id, state, open: left }) => id === doc.id && state === 'done' && left > 0);
    return [
      ...early.map(({ open: left }) => `${doc.id} was done with ${left} people left`),
      ...(doc.total === null || counted.length === doc.total ? [] : [`${doc.id}: ${counted.length} of ${doc.total}`]),
      ...(new Set(counted.map(({ address }) => address)).size === counted.length ? [] : [`${doc.id} has one twice`]),
      ...calls
        .filter(({ at }) => at < beganAt)
        .map(({ delivery }) => `${delivery} left before its snapshot was complete`),
      ...calls
        .filter(({ delivery }) => others.has(delivery))
        .map(({ delivery }) => `${delivery} is not in the snapshot`),
      ...(doc.state === 'cancelled' ? [] : cancelled(counted)),
      ...(isOver || open.length > 0 ? [] : [`${doc.id} is ${doc.state} with nothing left to send`]),
      ...(isOver && open.length > 0 ? [`${doc.id} is ${doc.state} and ${open[0]?.id} is not over`] : []),
    ];
  });
}

/** One that was agreed to begins when it is time, which may be in the morning. */
function neverBegan({ id, state, startAt }: Announcement, now: number): readonly string[] {
  const isLate = state === 'scheduled' && (startAt ?? 0) < now - lookedAtMs;
  return isLate ? [`${id} never began`] : [];
}

/** Once more goes what ended so, to those of whom it ended so, and there is one such step of each kind. */
export function checkResends({ stores, shelves, truth }: Scene): readonly string[] {
  const steps = [...shelves.announcements.docs.values()].flatMap(({ doc }) => {
    const [of, outcome] = /^(umum\.\d+)\.(failed|uncertain)/u.exec(doc.id)?.slice(1) ?? [];
    return of === undefined || outcome === undefined ? [] : [{ id: doc.id, of, outcome }];
  });
  const kinds = steps.map(({ of, outcome }) => `${of} ${outcome}`);
  const twice = kinds.filter((kind, index) => kinds.indexOf(kind) < index);
  const others = steps.flatMap(({ id, of, outcome }) =>
    [...stores.deliveries.rows.values()]
      .filter(({ source }) => source === id)
      .filter((row) => ![...(truth.ends.get(row.id.replace(id, of)) ?? [])].some((state) => state === outcome))
      .map((row) => `${row.id} was not ${outcome} before`),
  );
  return [...twice.map((kind) => `${kind} was sent again twice`), ...others];
}

/** Each order is carried out once, however often it is asked for: none comes back over a later one. */
export function checkOrders({ truth: { schedules } }: Scene): readonly string[] {
  const again = schedules.filter((schedule, index) => schedules.indexOf(schedule) < index);
  return again.map((schedule) => `the class is at ${schedule} once more`);
}

function cancelled(rows: readonly Delivery[]): readonly string[] {
  // One that stood still over its mark may learn afterwards that it was never called.
  return rows
    .filter(({ state, code }) => state === 'cancelled' && code !== 'done')
    .map(({ id }) => `${id} was cancelled by nobody`);
}

/** Who sits in the class until the end was told how it is by now and reminded of every schedule that was due. */
export function checkReminders({ stores, shelves, world, plan }: Scene): readonly string[] {
  if (!plan.sweeps) return [];
  const batch = shelves.batches.docs.get(classId)?.doc;
  const meeting = batch?.meetings[0];
  const rule = ownRules.find(({ id }) => id === 'pengingat_2_jam');
  if (batch === undefined || meeting === undefined || rule === undefined) return [];
  const seated = batch.entries.filter(({ state }) => state === 'seat').map(({ contact }) => contact);
  // One that was not told yet when the next was decided is told together with it.
  const changes = meeting.sv > 1 ? [`changed.1.${meeting.sv}.${classId}`] : [];
  const isFired = batch.fired.includes(`${rule.id}.1.${meeting.sv}`);
  // What was due before the class was moved is told by the notice.
  const isOwn = rule.dueAt(meeting) > (meeting.since ?? 0);
  const isDue = isOwn && meeting.state === 'planned' && rule.dueAt(meeting) < world.now() - lookedAtMs;
  const reminded = isFired ? [`${rule.id}.${classId}.1.${meeting.sv}`] : [];
  const missing = [...changes, ...reminded].flatMap((key) =>
    seated.map((contact) => `${key}.${contact}`).filter((id) => !stores.deliveries.rows.has(id)),
  );
  return [
    ...missing.map((id) => `${id} was never written`),
    ...(isDue && !isFired ? [`nobody looked at version ${meeting.sv} of the class`] : []),
    ...(batch.owes.length > 0 ? ['the class owes notices at the end'] : []),
  ];
}
