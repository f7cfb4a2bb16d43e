import type { Deliveries, Mark, MarkAsk } from '../../domain/ports/deliveries.ts';
import { judgeMark } from '../judge-mark.ts';
import type { Backing } from './backing.ts';
import {
  COMMON_COLUMNS,
  laneOf,
  toAlike,
  toCommonCells,
  toDelivery,
  toMarkState,
  toNewPeople,
} from './delivery-row.ts';
import type { Alike, DeliveryRow } from './delivery-row.ts';
import type { DeliveryTexts } from './delivery-texts.ts';
import type { Database } from './open-store.ts';

/** What leads one row from `pending` to its mark, or closes it before; each a compare-and-set on state and attempt. */
export type DeliveryChanges = Pick<
  Deliveries,
  'add' | 'read' | 'mark' | 'defer' | 'postpone' | 'close' | 'raiseGeneration'
>;

export function createDeliveryChanges(
  { database, group, seal, clock }: Backing,
  texts: DeliveryTexts,
): DeliveryChanges {
  const sql = prepareStatements(database);

  /** Rows with one text are counted here, because a trigger for each would cost as much as an index. */
  const addAlike = (alike: Alike): void => {
    const before = lastNumber();
    const text = alike.length > 1 ? texts.keep(alike[0]) : null;
    sql.add.run(...toCommonCells(seal, alike, text), toNewPeople(alike));
    const [{ source, account, class: kind }] = alike;
    const added = lastNumber() - before;
    if (text !== null && added > 0) sql.count.run(source, account, laneOf(kind), added);
  };
  const lastNumber = (): number => sql.lastNumber.get()?.number ?? 0;

  const mark = (id: string, ask: MarkAsk): Mark => {
    const row = sql.read.get(id);
    const now = clock.now();
    const refusal = row === null ? 'lost' : judgeMark(toMarkState(row), ask, now);
    if (refusal !== null) return { type: refusal };
    sql.mark.run(ask.flight, now, id);
    return { type: 'marked', attempt: ask.attempt + 1 };
  };

  return {
    add: (rows) =>
      group.write(() => {
        for (const alike of toAlike(rows)) addAlike(alike);
      }),
    read: async (id) => {
      const row = sql.read.get(id);
      return row === null ? null : toDelivery(seal, row, texts.open(row));
    },
    mark: (id, ask) => group.write(() => mark(id, ask)),
    defer: (id, attempt, inMs) => group.write(() => void sql.defer.run(clock.now() + inMs, id, attempt)),
    postpone: (id, attempt, due, pauseAt) => group.write(() => void sql.postpone.run(due, pauseAt, id, attempt)),
    close: (id, attempt, state, code) => group.write(() => sql.close.run(state, code, clock.now(), id, attempt) === 1),
    raiseGeneration: (id, generation) => group.write(() => void sql.raiseGeneration.run(id, generation)),
  };
}

/** Not yet with the platform. */
const WAITING = `state in ('pending', 'claimed')`;

function prepareStatements(database: Database) {
  return {
    add: database.prepare(
      `insert into delivery (id, address, ${COMMON_COLUMNS})
       select value ->> 0, value ->> 1, ${COMMON_COLUMNS.replaceAll(/\w+/gu, '?')} from json_each(?) where true
       on conflict do update set run = excluded.run where run < excluded.run`,
    ),
    // Each new row has the next number, so that what was added is told apart from what was known.
    lastNumber: database.prepare<{ number: number }>('select coalesce(max(number), 0) as number from delivery'),
    count: database.prepare(
      `insert into tally (source, account, lane, state, code, count) values (?, ?, ?, 'pending', '', ?)
       on conflict do update set count = count + excluded.count`,
    ),
    read: database.prepare<DeliveryRow>('select * from delivery where id = ?'),
    mark: database.prepare(
      `update delivery set state = 'sending', attempt = attempt + 1, flight = ?, changed_at = ? where id = ?`,
    ),
    defer: database.prepare(
      `update delivery set state = 'pending', due = max(due, ?) where id = ? and attempt = ? and ${WAITING}`,
    ),
    postpone: database.prepare(
      `update delivery set state = 'pending', due = ?, pause_at = ? where id = ? and attempt = ? and ${WAITING}`,
    ),
    close: database.prepare(
      `update delivery set state = ?, code = ?, final_at = ? where id = ? and attempt = ? and ${WAITING}`,
    ),
    raiseGeneration: database.prepare(
      'update delivery set generation = generation + 1 where id = ? and generation = ?',
    ),
  };
}
