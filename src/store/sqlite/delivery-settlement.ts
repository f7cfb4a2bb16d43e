import type { Deliveries, Receipt, Settlement } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import { placeOfPlatformId } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import type { Database } from './open-store.ts';

/** What became of the call: settled at once, in doubt, or told later by the platform. */
export type DeliverySettlement = Pick<Deliveries, 'settle' | 'retryDoubt' | 'giveUpDoubt' | 'receipt'>;

/** A message that was read had arrived, whatever was reported before. */
const RECEIPT_RANKS: Readonly<Record<Receipt, number>> = { failed: 1, delivered: 2, read: 3 };

export function createDeliverySettlement({ database, group, seal, clock }: Backing): DeliverySettlement {
  const sql = prepareStatements(database);
  const toPlatformKey = (account: string, platformId: string): string =>
    seal.fingerprint('platform-id', `${account}\n${platformId}`);

  const settleSent = (id: string, attempt: number, platformId: string | null): boolean => {
    const account = sql.account.get(id)?.account;
    if (account === undefined) return false;
    const key = platformId === null ? null : toPlatformKey(account, platformId);
    const sealed = platformId === null ? null : seal.sealText(platformId, placeOfPlatformId(id));
    return sql.sent.run(key, sealed, clock.now(), id, attempt) === 1;
  };
  const settle = (id: string, attempt: number, outcome: Settlement): boolean => {
    const now = clock.now();
    if (outcome.type === 'sent') return settleSent(id, attempt, outcome.platformId);
    if (outcome.type === 'part') return sql.part.run(outcome.next, now, id, attempt) === 1;
    if (outcome.type === 'again') return sql.again.run(now + outcome.inMs, outcome.code, id, attempt) === 1;
    if (outcome.type === 'uncertain') {
      const final = Number(outcome.final);
      return sql.doubt.run(outcome.code, now, final, final, now, id, attempt) === 1;
    }
    return sql.end.run(outcome.type, outcome.code, now, id, attempt) === 1;
  };
  const noteReceipt = (account: string, platformId: string, receipt: Receipt, code: string | null): boolean => {
    const [state, why] = receipt === 'failed' ? ['failed', code] : ['sent', null];
    const rising = sql.ofPlatform
      .all(toPlatformKey(account, platformId))
      .filter(({ receipt: known }) => known === null || RECEIPT_RANKS[known] < RECEIPT_RANKS[receipt]);
    for (const { id } of rising) sql.receipt.run(receipt, state, why, id);
    return rising.length > 0;
  };

  return {
    settle: (id, attempt, outcome) => group.write(() => settle(id, attempt, outcome)),
    retryDoubt: (id, attempt) => group.write(() => sql.retryDoubt.run(clock.now(), id, attempt) === 1),
    giveUpDoubt: (id, attempt) => group.write(() => void sql.giveUpDoubt.run(clock.now(), id, attempt)),
    receipt: (account, platformId, receipt, code = 'reported') =>
      group.write(() => noteReceipt(account, platformId, receipt, code)),
  };
}

/** Certainly or perhaps with the platform. */
const IN_FLIGHT = `id = ? and attempt = ? and state in ('sending', 'uncertain')`;
/** Whoever gave up a doubt let the next reply pass: such a row may still become final, but never wait again. */
const IN_FLIGHT_AND_FIRST = `${IN_FLIGHT} and doubt_over = 0`;
/** So is what waits to be tried once more, in case it was taken after all. */
const PERHAPS_TAKEN = `id = ? and attempt = ?
  and (state in ('sending', 'uncertain') or (state in ('pending', 'claimed') and doubt_retried = 1))`;

function prepareStatements(database: Database) {
  return {
    account: database.prepare<Pick<DeliveryRow, 'account'>>('select account from delivery where id = ?'),
    sent: database.prepare(
      `update delivery set state = 'sent', code = null, platform_key = ?, platform_id = ?, final_at = ?
       where ${PERHAPS_TAKEN}`,
    ),
    end: database.prepare(`update delivery set state = ?, code = ?, final_at = ? where ${IN_FLIGHT}`),
    part: database.prepare(
      `update delivery set state = 'pending', code = null, part = ?, due = ?
       where ${PERHAPS_TAKEN} and doubt_over = 0`,
    ),
    again: database.prepare(`update delivery set state = 'pending', due = ?, code = ? where ${IN_FLIGHT_AND_FIRST}`),
    doubt: database.prepare(
      `update delivery set state = 'uncertain', code = ?, changed_at = ?, doubt_over = max(doubt_retried, ?),
         final_at = iif(max(doubt_retried, ?) = 1, ?, null)
       where ${IN_FLIGHT_AND_FIRST}`,
    ),
    retryDoubt: database.prepare(
      `update delivery set state = 'pending', due = ?, doubt_retried = 1
       where id = ? and attempt = ? and state = 'uncertain' and doubt_over = 0`,
    ),
    giveUpDoubt: database.prepare(
      `update delivery set doubt_over = 1, final_at = ?
       where id = ? and attempt = ? and state = 'uncertain' and doubt_over = 0`,
    ),
    ofPlatform: database.prepare<Pick<DeliveryRow, 'id' | 'receipt'>>(
      'select id, receipt from delivery where platform_key = ?',
    ),
    receipt: database.prepare('update delivery set receipt = ?, state = ?, code = ? where id = ?'),
  };
}
