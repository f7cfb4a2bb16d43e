import type { Deliveries, Delivery, DeliveryState, Dependence, Outcome } from '../../domain/ports/deliveries.ts';
import { noDeliveries } from '../no-deliveries.ts';
import type { Backing } from './backing.ts';
import type { DeliveryChanges } from './delivery-changes.ts';
import type { DeliveryLanes } from './delivery-lanes.ts';
import { toDelivery } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import type { DeliverySettlement } from './delivery-settlement.ts';
import type { DeliveryTexts } from './delivery-texts.ts';
import type { Database } from './open-store.ts';

/** The methods that ask about many rows, and those of the sweep that change many. */
export type DeliveryLooks = Omit<Deliveries, keyof DeliveryChanges | keyof DeliveryLanes | keyof DeliverySettlement>;

export function createDeliveryLooks({ database, group, seal, clock }: Backing, texts: DeliveryTexts): DeliveryLooks {
  const sql = prepareStatements(database);
  const toAll = (rows: readonly DeliveryRow[]): readonly Delivery[] =>
    rows.map((row) => toDelivery(seal, row, texts.open(row)));

  return {
    reply: async (address, seq) => toAll(sql.reply.all(address, seq))[0] ?? null,
    latest: async (address, limit) => toAll(sql.latest.all(address, limit)),
    forget: (address) => group.write(() => void sql.forget.run(clock.now(), address)),
    stuck: async (ageMs, limit) => toAll(sql.stuck.all(clock.now() - ageMs, limit)),
    doubtful: async (ageMs, limit) => toAll(sql.doubtful.all(clock.now() - ageMs, limit)),
    expire: (limit) =>
      group.write(() => {
        const now = clock.now();
        return toAll(
          sql.overdue
            .all(now, limit)
            .map(({ id }) => sql.expire.get(now, id))
            .filter((row) => row !== null),
        );
      }),
    countSending: async (of: Dependence) => {
      const counted = 'source' in of ? sql.sendingOf.get(of.source) : sql.sendingOn.get(of.on, of.versionBelow);
      return counted?.count ?? 0;
    },
    count: async (source) => {
      const counts = Object.fromEntries(sql.count.all(source).map(({ state, count }) => [state, count]));
      return { ...noDeliveries, ...counts };
    },
    outcomes: async (source) => sql.outcomes.all(source),
    purge: (replyAgeMs, pushAgeMs, limit) =>
      group.write(() => {
        const now = clock.now();
        const replies = sql.purge.run('reply', now - replyAgeMs, limit);
        const pushes = sql.purge.run('bulk', now - pushAgeMs, limit - replies);
        if (pushes > 0) texts.purge();
        return replies + pushes;
      }),
  };
}

function prepareStatements(database: Database) {
  return {
    reply: database.prepare<DeliveryRow>('select * from delivery where address = ? and seq = ?'),
    latest: database.prepare<DeliveryRow>('select * from delivery where address = ? order by number desc limit ?'),
    forget: database.prepare(
      `update delivery set body = x'', text = null, state = iif(final_at is null, 'skipped', state),
         code = iif(final_at is null, 'forgotten', code), final_at = coalesce(final_at, ?)
       where address = ? and (final_at is not null or (lane = 'bulk' and state in ('pending', 'claimed')))`,
    ),
    stuck: database.prepare<DeliveryRow>(
      `select * from delivery where state = 'sending' and changed_at < ? order by changed_at limit ?`,
    ),
    doubtful: database.prepare<DeliveryRow>(
      `select * from delivery where state = 'uncertain' and changed_at < ? and doubt_over = 0
       order by changed_at limit ?`,
    ),
    overdue: database.prepare<{ id: string }>(
      `select id from delivery where state in ('pending', 'claimed') and until <= ? order by until, id limit ?`,
    ),
    expire: database.prepare<DeliveryRow>(
      `update delivery set state = 'expired', code = 'until', final_at = ? where id = ? returning *`,
    ),
    sendingOf: database.prepare<{ count: number }>(
      `select count(*) as count from delivery where state = 'sending' and source = ?`,
    ),
    sendingOn: database.prepare<{ count: number }>(
      `select count(*) as count from delivery where state = 'sending' and depends_on = ? and depends_version < ?`,
    ),
    count: database.prepare<{ state: DeliveryState; count: number }>(
      'select state, sum(count) as count from tally where source = ? group by state',
    ),
    outcomes: database.prepare<Outcome>(
      `select state, nullif(code, '') as code, sum(count) as count from tally where source = ?
       group by state, code having sum(count) > 0 order by state, code`,
    ),
    purge: database.prepare(
      `delete from delivery where id in (
         select id from delivery where final_at is not null and lane = ? and final_at < ? order by final_at limit ?)`,
    ),
  };
}
