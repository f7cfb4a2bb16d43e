import type { Office } from '../../src/app/office.ts';
import { ulangiPengumuman } from '../../src/app/operations/resend-announcement.ts';
import { kendalikanPengumuman } from '../../src/app/operations/run-announcement.ts';
import type { Announcement, ControlAction } from '../../src/domain/announcement.ts';
import { withGroups } from '../../src/domain/audience.ts';
import type { Audience } from '../../src/domain/audience.ts';
import type { Call } from '../../src/domain/operation.ts';
import { leave } from '../../src/domain/seats.ts';
import { troubleMs } from './plan.ts';
import { account } from './platform.ts';
import { acknowledge } from './scene.ts';
import type { Scene } from './scene.ts';
import { authorId, classId, tenant } from './shelves.ts';

/** Does works in turn from a moment on, under a name that nobody else has. */
type At = (ms: number, name: string, ...works: readonly (() => Promise<void>)[]) => void;

const hourMs = 60 * 60_000;

/** An announcement that was agreed to: it begins by itself, and is paused, resumed, cancelled and left by its people. */
export function announce(scene: Scene, office: Office, at: At, id: string): void {
  const { world, people, plan } = scene;
  const { random } = world;
  const startAt = world.now() + random.between(1000, troubleMs / 2);
  const circle: Audience = random.chance(0.5)
    ? { type: 'semua' }
    : { type: 'gelombang', batch: classId, status: 'semua' };
  const groups = scene.groups.filter(() => random.chance(0.8));
  const audience = withGroups(random.chance(0.2) ? null : circle, groups) ?? circle;
  const counts = random.chance(plan.counts);
  const create = async (): Promise<void> => {
    // Twice: a double click, or an officer who did not see the answer.
    for (let click = 0; click < 2; click++) await office.announcements.create(id, draft(id, audience, startAt, counts));
  };
  at(random.between(0, 1000), id, create);
  if (random.chance(plan.leaves)) {
    const leaver = random.pick(people);
    at(random.between(0, troubleMs), `${id} left`, () => leaveClass(office, leaver));
  }
  if (random.chance(0.6)) at(...pausing(scene, office, id));
  if (random.chance(plan.resends)) {
    const outcome = random.pick(['gagal', 'tidak_pasti'] as const);
    const again = (): Promise<void> => resend(scene, office, id, outcome);
    for (const ms of [troubleMs, 2 * troubleMs, 3 * troubleMs])
      at(random.between(0, ms), `${id} once more ${ms}`, again);
  }
  if (random.chance(0.2)) {
    const cancel = (): Promise<void> => control(scene, office, id, 'batalkan');
    at(random.between(5000, troubleMs), `${id} cancel`, cancel);
  }
}

function pausing(scene: Scene, office: Office, id: string): Parameters<At> {
  const { world, truth } = scene;
  const { random } = world;
  return [
    random.between(2000, troubleMs),
    `${id} pause`,
    () => control(scene, office, id, 'jeda'),
    () => new Promise((resolve) => world.after(random.between(100, 20_000), resolve)),
    async () => {
      for (const one of truth.forbidden) if (one.what === `${id} jeda`) one.to ??= world.now();
      await control(scene, office, id, 'lanjutkan');
    },
  ];
}

/** The officer's own deed, answered when nothing is on its way that it forbade. */
async function control(scene: Scene, office: Office, id: string, action: ControlAction): Promise<void> {
  const { shelves, mutant } = scene;
  const forbid = mutant.impatient === undefined ? office.forbid : { ...office.forbid, settled: async () => undefined };
  const args = { pengumuman: id, tindakan: action };
  await kendalikanPengumuman({ ...office, forbid })(callOf(scene, `${id}.${action}`, args));
  const state = shelves.announcements.docs.get(id)?.doc.state;
  const holds = (action === 'jeda' && state === 'paused') || (action === 'batalkan' && state === 'cancelled');
  if (holds) acknowledge(scene, `${id} ${action}`, ({ source }) => source === id);
}

/** The officer's own deed, by a double click: once more to those of whom it ended so, or nothing while it is not over. */
async function resend(scene: Scene, office: Office, id: string, outcome: 'gagal' | 'tidak_pasti'): Promise<void> {
  for (let click = 0; click < 2; click++) {
    const announcements = mutateResends(scene, office.announcements, id, click);
    const args = { pengumuman: id, yang: outcome };
    await ulangiPengumuman({ ...office, announcements })(callOf(scene, `${id}.${outcome}.${click}`, args));
  }
}

/** What the deed writes when it is made anew by each click, or aimed at everybody. */
function mutateResends({ mutant: { resends } }: Scene, own: Office['announcements'], of: string, click: number) {
  if (resends === undefined) return own;
  const create: typeof own.create = async (id, doc) => {
    const all = resends === 'to everybody' ? ((await own.read(of))?.audience ?? doc.audience) : doc.audience;
    const named = resends === 'each time' ? `${id}.${click}` : id;
    return own.create(named, { ...doc, id: named, audience: all });
  };
  return { ...own, create };
}

/** A deed of the officer who writes announcements. */
export function callOf({ world }: Scene, id: string, args: Call['args']): Call {
  const who = { contact: authorId, address: `${account}.nobody`, account, officer: authorId };
  return { id, ...who, now: world.now(), args };
}

async function leaveClass({ batches }: Office, contact: string): Promise<void> {
  await batches.change(classId, (doc) => {
    const n = doc?.entries.find((entry) => entry.contact === contact)?.n ?? 0;
    const after = doc === null ? null : leave(doc, { contact, id: `${contact} left`, n }, 0).batch;
    return { doc: after, result: null };
  });
}

function draft(id: string, audience: Audience, startAt: number, counts: boolean): Announcement {
  return {
    id,
    tenant: tenant.id,
    number: id,
    author: authorId,
    state: 'scheduled',
    audience,
    text: counts ? `${id}|https://contoh.id` : `${id}|more`,
    image: null,
    ...(counts && { countsTaps: true }),
    sendAt: null,
    zone: tenant.zone,
    people: 0,
    decision: null,
    plan: { accounts: {}, finishAt: startAt, until: startAt + 20 * hourMs },
    startAt,
    run: 0,
    cursor: '',
    total: null,
    result: null,
    lookAt: startAt,
  };
}
