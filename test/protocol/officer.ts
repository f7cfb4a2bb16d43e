import type { Office } from '../../src/app/office.ts';
import { lepasGrup } from '../../src/app/operations/manage-groups.ts';
import { orderMeetingChange } from '../../src/app/reminding/order-change.ts';
import type { ChangeOrder } from '../../src/app/reminding/order-change.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import type { MeetingChange } from '../../src/domain/meeting.ts';
import type { NewDelivery } from '../../src/domain/ports/deliveries.ts';
import { allowedWindow } from '../../src/domain/quiet-hours.ts';
import { announce, callOf } from './announcer.ts';
import { openDesk } from './desk.ts';
import { createMachine, noFaults } from './machine.ts';
import type { Machine } from './machine.ts';
import { troubleMs } from './plan.ts';
import { account, poisonText } from './platform.ts';
import type { Ports } from './process.ts';
import { acknowledge } from './scene.ts';
import type { Scene } from './scene.ts';
import { announcementId, classId } from './shelves.ts';
import { takeBack } from './taps.ts';
import type { Forbidden } from './truth.ts';

const hourMs = 60 * 60_000;

/** Somebody pushes messages, and pauses, cancels and moves what they are about, from a process that never dies. */
export function officerAtWork(scene: Scene): void {
  const { world, plan, troubled, busy } = scene;
  const { random } = world;
  const kind = { name: 'officer', skewMs: 0, together: false, onDeath: () => undefined };
  const machine = createMachine(world, kind, () => (troubled() ? plan.faults : noFaults));
  const ports = scene.connect(machine);
  const { office } = openDesk(scene.shelves, ports, machine.wire, scene.mutant);
  const at = (ms: number, name: string, ...works: readonly (() => Promise<void>)[]): void => {
    busy.add(name);
    world.after(ms, () => void allDone(machine, works).then(() => busy.delete(name)));
  };
  for (let index = 0; index < plan.pushes; index++) {
    const name = `push${index}`;
    at(random.between(0, troubleMs / 2), name, () => push(scene, ports, name));
  }
  for (let index = 0; index < plan.announcements; index++) announce(scene, office, at, `umum.${index}`);
  for (const group of scene.groups) {
    if (!random.chance(0.2)) continue;
    at(random.between(0, troubleMs), `${group} let go`, () => letGo(scene, office, group));
  }
  if (plan.counts > 0) {
    for (const person of scene.people) {
      if (random.chance(0.3))
        at(random.between(0, troubleMs), `${person} uncounted`, () => takeBack(scene, office, person));
    }
  }
  if (!plan.officer) return;
  for (let index = 0; index < plan.orders; index++) {
    const order = chooseOrder(scene, index);
    const again = random.chance(0.5) ? random.between(100, 20_000) : null;
    at(
      random.between(5000, troubleMs),
      order.by,
      () => changeClass(scene, office, order),
      () => push(scene, ports, order.by),
      async () => {
        if (again === null) return;
        // Whoever had it died before its answer was written down.
        await new Promise<void>((resolve) => world.after(again, resolve));
        await changeClass(scene, office, order);
      },
    );
  }
  const forbidden: Forbidden[] = [];
  at(
    random.between(5000, troubleMs),
    'pause',
    async () => void forbidden.push(await control(scene, office, 'running', 'paused')),
    () => new Promise((resolve) => world.after(random.between(100, 20_000), resolve)),
    async () => {
      for (const one of forbidden) one.to ??= world.now();
      await setState(office, 'paused', 'running');
    },
  );
  if (random.chance(0.5)) {
    at(
      random.between(troubleMs / 2, troubleMs),
      'cancel',
      async () => void (await control(scene, office, null, 'cancelled')),
    );
  }
}

/** Does each work in turn, again and again as a person would, until it goes through. */
async function allDone({ clock }: Machine, works: readonly (() => Promise<void>)[]): Promise<void> {
  for (const work of works) {
    for (let done = false; !done;) {
      try {
        await work();
        done = true;
      } catch {
        await new Promise<void>((resolve) => void clock.after(500, resolve));
      }
    }
  }
}

/** One row for everybody of one kind, some with a deadline, a quiet hour, or a flow behind them. */
async function push(scene: Scene, ports: Ports, name: string): Promise<void> {
  const { world, people, shelves } = scene;
  const { random } = world;
  const now = world.now();
  const kind = random.pick(['news', 'news', 'class', 'flow'] as const);
  const sv = shelves.batches.docs.get(classId)?.doc.meetings[0]?.sv ?? 1;
  const broken = random.chance(0.1) ? random.between(0, people.length - 1) : null;
  const rows = people.map<NewDelivery>((address, index) => ({
    id: `${name}.${sv}.${address}`,
    account,
    address,
    class: kind === 'news' ? 'announcement' : kind === 'class' ? 'reminder' : 'change',
    seq: null,
    source: kind === 'news' ? announcementId : kind,
    content: { text: index === broken ? poisonText : `${name}.${sv}.${address}:news|more` },
    start: kind === 'flow' ? { flow: 'x', args: {} } : null,
    due: now + random.between(0, 30_000),
    until: now + (random.chance(0.3) ? random.between(62_000, 120_000) : hourMs),
    pauseAt: random.chance(0.3) ? allowedWindow(scene.startedAt, 'Asia/Jakarta').pauseAt : null,
    zone: 'Asia/Jakarta',
    yields: random.chance(0.2),
    purpose: null,
    depends: dependsOn(kind, address, index + 1, sv),
    run: 0,
  }));
  await ports.deliveries.add(rows);
  await ports.queue.wake({ type: 'pump', account, lane: 'bulk' });
}

function dependsOn(kind: 'news' | 'class' | 'flow', contact: string, n: number, sv: number): NewDelivery['depends'] {
  if (kind === 'flow') return null;
  if (kind === 'news') {
    return { on: announcementId, version: 0, fields: { type: 'announcement', announcement: announcementId } };
  }
  const fields = { type: 'meeting', batch: classId, contact, n, meeting: '1', kind: 'reminder' };
  return { on: `${classId}.1`, version: sv, fields };
}

/** An officer moves or cancels the class, or corrects what nobody need hear of. */
function chooseOrder({ world, shelves }: Scene, index: number): ChangeOrder {
  const startsAt = (shelves.batches.docs.get(classId)?.doc.meetings[0]?.startsAt ?? 0) + 2 * hourMs * (index + 1);
  const place = `B${index}`;
  const change = world.random.pick<MeetingChange>([
    { place },
    { place },
    { startsAt },
    { cancel: { reason: '' } },
    { bring: 'x' },
  ]);
  return { by: `order.${index}`, at: world.now(), change };
}

/** Acknowledged when nothing untrue is on its way. */
async function changeClass(scene: Scene, office: Office, order: ChangeOrder): Promise<void> {
  const { mutant, truth } = scene;
  const forbid = mutant.impatient === undefined ? office.forbid : { ...office.forbid, settled: async () => undefined };
  const ordered = await orderMeetingChange({ ...office, forbid }, { batch: classId, meeting: '1' }, order);
  const sv = truth.orders.get(order.by) ?? 1;
  if (ordered.type !== 'changed') return;
  const on = `${classId}.1`;
  acknowledge(scene, order.by, ({ depends }) => depends?.on === on && depends.version < sv);
}

/** An officer takes a group's name away, and relies on it that nothing is said there any more. */
async function letGo(scene: Scene, office: Office, group: string): Promise<void> {
  await lepasGrup(office)(callOf(scene, `${group} let go`, { grup: group }));
  acknowledge(scene, `${group} was let go`, ({ address }) => address === group);
}

/** Pauses or cancels the news and acknowledges when none of it is on its way. */
async function control(scene: Scene, office: Office, from: State | null, to: State): Promise<Forbidden> {
  await setState(office, from, to);
  if (scene.mutant.impatient === undefined) await office.forbid.settled({ source: announcementId });
  const paused = scene.shelves.announcements.docs.get(announcementId)?.doc.state === to;
  return acknowledge(scene, to, ({ source }) => paused && source === announcementId);
}

type State = Announcement['state'];

async function setState({ announcements }: Office, from: State | null, to: State): Promise<void> {
  await announcements.change(announcementId, (doc) => {
    const fits = doc !== null && doc.state !== 'cancelled' && (from === null || doc.state === from);
    return { doc: fits ? { ...doc, state: to } : null, result: null };
  });
}
