import type { Reach } from '../domain/contact.ts';
import type { Dependency, NewDelivery } from '../domain/ports/deliveries.ts';
import { allowedWindow } from '../domain/quiet-hours.ts';
import type { Out } from '../engine/turn.ts';
import type { Zone } from '../engine/value.ts';

/** What a calendar, an officer or a decision says to one person who did not ask for it just now. */
export interface Push {
  /** `<rule>.<subject>.<version>.<contact>`: the same thing is said once. */
  readonly id: string;
  readonly class: 'reminder' | 'announcement' | 'change';
  readonly source: string;
  /** null: nothing is said, only the flow begins. */
  readonly content: Out | null;
  /** The flow that it opens once it was sent. */
  readonly start?: NewDelivery['start'];
  readonly due: number;
  readonly until: number;
  readonly zone: Zone;
  /** Leaves in the quiet hours too. */
  readonly atNight?: true;
  /** Yields to the next day when the person had a push today. */
  readonly yields?: true;
  /** What the person may have muted. */
  readonly purpose?: 'pengingat' | 'kabar';
  readonly depends?: Dependency;
  readonly run?: number;
}

/** The row of a push to the one address that a person is reached at. */
export function toPush(push: Push, reach: Reach): NewDelivery {
  const window = push.atNight === true ? { due: push.due, pauseAt: null } : allowedWindow(push.due, push.zone);
  return {
    id: push.id,
    account: reach.account,
    address: reach.address,
    class: push.class,
    seq: null,
    source: push.source,
    content: push.content,
    start: push.start ?? null,
    ...window,
    until: push.until,
    zone: push.zone,
    yields: push.yields ?? false,
    purpose: push.purpose ?? null,
    depends: push.depends ?? null,
    run: push.run ?? 0,
  };
}
