import type { Deliveries, Mark, MarkAsk, NewDelivery } from '../../domain/ports/deliveries.ts';
import { sealBody } from '../delivery-body.ts';
import { judgeMark } from '../judge-mark.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { Filter } from './collection.ts';
import { deliveryKind, toDelivery, toMarkState, toNewRow } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { become } from './delivery-state.ts';
import { hasPassed } from './judge-time.ts';
import { readBack } from './read-back.ts';

/** What leads one row from `pending` to its mark, or closes it before; each a compare-and-set on state and attempt. */
export type DeliveryChanges = Pick<
  Deliveries,
  'add' | 'read' | 'mark' | 'defer' | 'postpone' | 'close' | 'raiseGeneration'
>;

export function createDeliveryChanges(backing: Backing): DeliveryChanges {
  const { seal, time } = backing;
  const rows = openCollection(backing, deliveryKind);
  return {
    add: createAdd(backing),
    read: async (id) => {
      const found = await rows.findOne({ _id: id });
      return found === null ? null : toDelivery(seal, found);
    },
    mark: createMark(backing),
    defer: async (id, attempt, inMs) =>
      void (await rows.update(
        { _id: id, attempt, waiting: true },
        { ...become('pending'), $max: { due: new Date(time.now() + inMs) } },
      )),
    postpone: async (id, attempt, due, pauseAt) =>
      void (await rows.update(
        { _id: id, attempt, waiting: true },
        become('pending', { due: new Date(due), pauseAt: pauseAt === null ? null : new Date(pauseAt) }),
      )),
    close: (id, attempt, state, code) =>
      rows.update({ _id: id, attempt, waiting: true }, { ...become(state, { code }), $currentDate: { finalAt: true } }),
    raiseGeneration: async (id, generation) =>
      void (await rows.update({ _id: id, generation }, { $inc: { generation: 1 } })),
  };
}

/** Rows in one call to the server: about a megabyte, and so few that a vote for a new primary costs little to repeat. */
const CHUNK = 1_000;

/** Numbers within a millisecond; with today's milliseconds in front they are whole and exact until the year 2255. */
const NUMBERS_IN_MS = 1_000;

/** Every row by its key, if it is absent; of those that are there only `run` rises. */
function createAdd(backing: Backing): Deliveries['add'] {
  const { seal, time } = backing;
  const rows = openCollection(backing, deliveryKind);
  let last = 0;
  const nextNumber = (): number => (last = Math.max(last + 1, time.now() * NUMBERS_IN_MS));

  const addChunk = async (chunk: readonly NewDelivery[]): Promise<void> => {
    const made = await rows.upsertMany(
      chunk.map((delivery) => {
        const row = { ...toNewRow(delivery, sealBody(seal, delivery)), number: nextNumber() };
        return { filter: { _id: delivery.id }, update: { $setOnInsert: row } };
      }),
    );
    const known = chunk.filter((_, index) => made[index] === false);
    for (const run of new Set(known.map((delivery) => delivery.run))) {
      const ids = known.filter((delivery) => delivery.run === run).map(({ id }) => id);
      await rows.updateAll({ _id: { $in: ids }, run: { $lt: run } }, { $max: { run } });
    }
  };
  return async (deliveries) => {
    for (let start = 0; start < deliveries.length; start += CHUNK) {
      await addChunk(deliveries.slice(start, start + CHUNK));
    }
  };
}

/** One compare-and-set with every condition of the mark in its filter; only when it does not fit is the row read, to say why. */
function createMark(backing: Backing): Deliveries['mark'] {
  const { time } = backing;
  const rows = openCollection(backing, deliveryKind);
  return (id, ask) => {
    const marked: Mark = { type: 'marked', attempt: ask.attempt + 1 };
    return readBack<Mark>(
      async () => {
        const fits = await rows.update(marksFor(id, ask), {
          ...become('sending', { flight: ask.flight }),
          $inc: { attempt: 1 },
          $currentDate: { changedAt: true },
        });
        if (fits) return marked;
        const found = await rows.findOne({ _id: id });
        const refusal = found === null ? null : judgeMark(toMarkState(found), ask, time.now());
        // Nothing speaks against it now, but something did a moment ago: whoever changed it goes on with it.
        return { type: refusal ?? 'lost' };
      },
      async () => {
        const found = await rows.findOne({ _id: id });
        const isOurs = found?.attempt === marked.attempt && found.flight === ask.flight && found.state === 'sending';
        return isOurs ? marked : undefined;
      },
    );
  };
}

/** The mark's conditions, those of `judgeMark`, for the server to judge by its own clock. */
function marksFor(id: string, { attempt, generation, marginMs }: MarkAsk): Filter<DeliveryRow> {
  const isAhead = (field: 'until' | 'pauseAt') => ({ $expr: { $not: [hasPassed(field, -marginMs)] } });
  return {
    _id: id,
    waiting: true,
    attempt,
    generation,
    $and: [
      { $expr: hasPassed('due') },
      isAhead('until'),
      { $or: [{ pauseAt: { $exists: false } }, isAhead('pauseAt')] },
    ],
  };
}
