import { passLifeMs } from '../../src/app/sending/sending.ts';
import type { GroupFact } from '../../src/domain/group-chat.ts';
import { lay } from './memory-documents.ts';
import { troubleMs } from './plan.ts';
import { account } from './platform.ts';
import { somebody } from './scene.ts';
import type { Scene } from './scene.ts';
import { tenant } from './shelves.ts';
import type { Forbidden } from './truth.ts';

/** The platform repeats what it tells until somebody answers that it was heard. */
const repeatMs = 4000;

/** Telegram tells the second in which something happened: what happens twice in one has no order that can be told. */
const secondMs = 1000;

/** One group, and what the platform has not got through yet. */
interface Place {
  readonly id: string;
  chat: string;
  readonly untold: GroupFact[];
}

/** The bot is put out of some groups and sometimes let in again; others get another id. */
export function groupsAtWork(scene: Scene): void {
  const { world, plan, groups, platform } = scene;
  const { random } = world;
  for (const id of groups) {
    const place: Place = { id, chat: id.slice(account.length + 1), untold: [] };
    meetGroup(scene, place);
    const removed = (): void => {
      platform.block(place.chat, true);
      happen(scene, place, { type: 'gone' });
    };
    const added = (): void => {
      platform.block(place.chat, false);
      for (const one of scene.truth.forbidden) if (one.what === leftOf(id)) one.to ??= world.now();
      const seen = { form: 'group', title: 'Warga', writable: true, by: '7' } as const;
      happen(scene, place, { type: 'present', ...seen });
    };
    const moved = (): void => {
      const to = `${place.chat}'`;
      platform.move(place.chat);
      happen(scene, place, { type: 'moved', to });
      place.chat = to;
    };
    if (random.chance(plan.moves)) world.after(random.between(0, troubleMs / 2), moved);
    if (!random.chance(2 * plan.blocks)) continue;
    const removedMs = random.between(troubleMs / 2, troubleMs);
    world.after(removedMs, removed);
    if (random.chance(0.5)) world.after(removedMs + random.between(2 * secondMs, troubleMs / 2), added);
  }
}

/** It has a name, and so an address. */
function meetGroup({ shelves, stores, world }: Scene, { id, chat }: Place): void {
  const seen = { form: 'group', title: chat, writable: true, addedBy: null, at: world.now() } as const;
  lay(shelves.groups, id, { ...seen, id, tenant: tenant.id, account, chat, name: chat, version: 1 });
  stores.addresses.meet(id, { contact: id, account, chat });
}

function happen(scene: Scene, place: Place, fact: GroupFact['fact']): void {
  const at = Math.floor(scene.world.now() / secondMs) * secondMs;
  place.untold.push({ account, chat: place.chat, at, fact });
  scene.busy.add(place.id);
  if (place.untold.length === 1) tell(scene, place);
}

/** All that is not heard yet, in its order, until some process says that it is durable. */
function tell(scene: Scene, place: Place): void {
  const { world } = scene;
  const batch = [...place.untold];
  if (batch.length === 0) return;
  world.after(repeatMs, () => tell(scene, place));
  const service = somebody(scene);
  service?.machine.tell(1, () => {
    service.hearGroups(batch).then(
      () => {
        noteHeard(scene, place, batch);
        return null;
      },
      () => null,
    );
  });
}

/** What was heard is told no more; where the bot is not, nothing is tried any more. */
function noteHeard({ world, truth, busy }: Scene, { id, untold }: Place, batch: readonly GroupFact[]): void {
  const heard = untold.splice(0, untold.findLastIndex((fact) => batch.includes(fact)) + 1);
  const last = heard.at(-1)?.fact.type;
  if (last === undefined || untold.length > 0) return;
  busy.delete(id);
  if (last === 'moved') return;
  truth.presence.set(id, last === 'present');
  if (last === 'present') return;
  const concerns: Forbidden['concerns'] = ({ address }) => address === id;
  truth.forbidden.push({ what: leftOf(id), concerns, from: world.now() + passLifeMs, to: null });
}

function leftOf(id: string): string {
  return `the bot was put out of ${id}`;
}
