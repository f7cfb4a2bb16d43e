import { z } from 'zod';

import { deliveryStates } from '../../domain/ports/deliveries.ts';
import type { Delivery, DeliveryClass, Lane, NewDelivery } from '../../domain/ports/deliveries.ts';
import type { Zone } from '../../engine/value.ts';
import { openBody } from '../delivery-body.ts';
import type { MarkState } from '../judge-mark.ts';
import { tryOpen } from '../seal.ts';
import type { Seal } from '../seal.ts';
import type { CollectionKind } from './collection.ts';
import { bytes } from './row-schema.ts';

export const deliveryClass = z.enum(['reply', 'reminder', 'announcement', 'change']) satisfies z.ZodType<DeliveryClass>;
export const lane = z.enum(['reply', 'bulk']) satisfies z.ZodType<Lane>;
export const deliveryState = z.enum(deliveryStates);

const row = z.object({
  _id: z.string(),
  /** Rises with each row that is added: which of an address' rows are the newest. */
  number: z.number(),
  account: z.string(),
  address: z.string(),
  lane,
  class: deliveryClass,
  seq: z.exactOptional(z.number()),
  source: z.string(),
  body: bytes,
  due: z.date(),
  until: z.date(),
  pauseAt: z.exactOptional(z.date()),
  zone: z.string(),
  yields: z.boolean(),
  purpose: z.exactOptional(z.string()),
  dependsOn: z.exactOptional(z.string()),
  dependsVersion: z.exactOptional(z.number()),
  run: z.number(),
  state: deliveryState,
  attempt: z.number(),
  generation: z.number(),
  flight: z.number(),
  part: z.number(),
  platformKey: z.exactOptional(z.string()),
  platformId: z.exactOptional(bytes),
  receipt: z.exactOptional(z.enum(['delivered', 'read', 'failed'])),
  code: z.exactOptional(z.string()),
  /** When it was claimed, marked or doubted; the epoch until then. */
  changedAt: z.date(),
  finalAt: z.exactOptional(z.date()),
  doubtRetried: z.boolean(),
  doubtOver: z.boolean(),
  /** There, and true, while it is `pending` or `claimed`. */
  waiting: z.exactOptional(z.boolean()),
  /** There, and true, while it is `sending` or `uncertain`. */
  hot: z.exactOptional(z.boolean()),
  /** Which call claimed or expired it, of several at once. */
  takenBy: z.exactOptional(z.string()),
});

export type DeliveryRow = z.infer<typeof row>;

/**
 * Deliveries: the columns of SQLite under the same names; what is null there is absent here. The flag of a partial index
 * is its first field, so that a count needs no row.
 */
export const deliveryKind: CollectionKind<typeof row.shape> = {
  name: 'delivery',
  row,
  indexes: [
    {
      name: 'waiting',
      // The last two, so that rows of a source that is held are passed over without being read.
      on: { waiting: 1, account: 1, lane: 1, due: 1, seq: 1, _id: 1, source: 1, state: 1 },
      where: { waiting: true },
    },
    { name: 'until', on: { waiting: 1, until: 1, _id: 1 }, where: { waiting: true } },
    { name: 'hot', on: { hot: 1, state: 1, doubtOver: 1, changedAt: 1 }, where: { hot: true } },
    { name: 'reply', on: { address: 1, seq: 1 }, where: { seq: { $exists: true } } },
    { name: 'address', on: { address: 1, number: 1 } },
    { name: 'source', on: { source: 1, state: 1 } },
    { name: 'platform', on: { platformKey: 1 }, where: { platformKey: { $exists: true } } },
    { name: 'final', on: { lane: 1, finalAt: 1 }, where: { finalAt: { $exists: true } } },
  ],
};

/** Where the platform's id of a sent message is sealed: WhatsApp's holds the phone number. */
export const placeOfPlatformId = (id: string): string => `delivery.platform_id.${id}`;

/** A new row, but for its `_id` and for its `number`, which the store gives. */
export function toNewRow(delivery: NewDelivery, body: Uint8Array): Omit<DeliveryRow, '_id' | 'number'> {
  const { class: kind, seq, pauseAt, purpose, depends } = delivery;
  return {
    account: delivery.account,
    address: delivery.address,
    lane: kind === 'reply' ? 'reply' : 'bulk',
    class: kind,
    ...(seq !== null && { seq }),
    source: delivery.source,
    body,
    due: new Date(delivery.due),
    until: new Date(delivery.until),
    ...(pauseAt !== null && { pauseAt: new Date(pauseAt) }),
    zone: delivery.zone,
    yields: delivery.yields,
    ...(purpose !== null && { purpose }),
    ...(depends !== null && { dependsOn: depends.on, dependsVersion: depends.version }),
    run: delivery.run,
    state: 'pending',
    waiting: true,
    attempt: 0,
    generation: 0,
    flight: 0,
    part: 0,
    changedAt: new Date(0),
    doubtRetried: false,
    doubtOver: false,
  };
}

/** A row with what is sealed in it. */
export function toDelivery(seal: Seal, found: DeliveryRow): Delivery {
  const { _id: id, source, body, dependsOn: on, dependsVersion: version, platformId } = found;
  const { content, start, fields, unreadable } = openBody(seal, { id, source, body });
  return {
    id,
    account: found.account,
    address: found.address,
    class: found.class,
    seq: found.seq ?? null,
    source,
    content,
    start,
    due: found.due.getTime(),
    until: found.until.getTime(),
    pauseAt: found.pauseAt?.getTime() ?? null,
    zone: found.zone as Zone,
    yields: found.yields,
    purpose: found.purpose ?? null,
    depends: on === undefined || version === undefined ? null : { on, version, fields },
    run: found.run,
    state: found.state,
    attempt: found.attempt,
    generation: found.generation,
    flight: found.flight,
    part: found.part,
    platformId: platformId === undefined ? null : tryOpen(() => seal.openText(platformId, placeOfPlatformId(id))),
    receipt: found.receipt ?? null,
    code: found.code ?? null,
    doubtOver: found.doubtOver,
    ...(unreadable && { unreadable }),
  };
}

/** What a mark is judged by. */
export function toMarkState({ waiting, attempt, generation, due, until, pauseAt }: DeliveryRow): MarkState {
  return {
    waiting: waiting === true,
    attempt,
    generation,
    due: due.getTime(),
    until: until.getTime(),
    pauseAt: pauseAt?.getTime() ?? null,
  };
}
