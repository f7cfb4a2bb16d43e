import { toCallId } from '../../src/domain/call-id.ts';
import type { Report } from '../../src/domain/channel.ts';
import type { Receipt } from '../../src/domain/ports/deliveries.ts';
import { account } from './platform.ts';
import type { Call } from './platform.ts';
import { somebody } from './scene.ts';
import type { Scene } from './scene.ts';

/** The platform repeats a report until somebody answers that it was heard. */
const repeatMs = 4000;
/** A report may overtake the answer to its call, and may come much later. */
const latestMs = 40_000;

/** Of one message in two the platform tells what became of it, in any order and more than once. */
export function reportOn(scene: Scene, call: Call, platformId: string): void {
  const { world, plan, truth } = scene;
  const { random } = world;
  if (!random.chance(plan.reports)) return;
  const states = random.pick<readonly Report['state'][]>([
    ['accepted'],
    ['accepted', 'delivered'],
    ['delivered', 'read'],
    ['read', 'delivered', 'accepted'],
    ['failed'],
    ['failed', 'delivered'],
  ]);
  for (const state of states) {
    const report: Report = {
      account,
      platformId,
      delivery: toCallId({ id: call.delivery, part: call.index }),
      state,
      code: state === 'failed' ? 'undelivered' : null,
    };
    truth.reports.push({ call, report, heardAt: Infinity });
    const index = truth.reports.length - 1;
    const copies = random.chance(0.3) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      world.after(random.between(0, random.chance(0.5) ? 500 : latestMs), () => tell(scene, index));
    }
  }
}

function tell(scene: Scene, index: number): void {
  const { world, truth, busy } = scene;
  const told = truth.reports[index];
  if (told === undefined || told.heardAt < Infinity) return;
  const name = `report ${index}`;
  busy.add(name);
  world.after(repeatMs, () => tell(scene, index));
  const service = somebody(scene);
  service?.machine.tell(1, () => {
    service.hear([told.report]).then(
      () => {
        told.heardAt = Math.min(told.heardAt, world.now());
        busy.delete(name);
        return null;
      },
      () => null,
    );
  });
}

/** `read` says more than `delivered`, and that more than `failed`. */
export const ranks: Readonly<Record<Receipt, number>> = { failed: 1, delivered: 2, read: 3 };
