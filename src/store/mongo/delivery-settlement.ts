import type { Deliveries, Receipt } from '../../domain/ports/deliveries.ts';
import type { Backing } from './backing.ts';
import { openCollection } from './collection.ts';
import type { Update } from './collection.ts';
import { deliveryKind, placeOfPlatformId } from './delivery-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { IN_FLIGHT, WAITING, become } from './delivery-state.ts';

/** What became of the call: settled at once, in doubt, or told later by the platform. */
export type DeliverySettlement = Pick<Deliveries, 'settle' | 'retryDoubt' | 'giveUpDoubt' | 'receipt'>;

/** What a receipt may follow: a message that was read had arrived, whatever was reported before. */
const BEFORE: Readonly<Record<Receipt, readonly Receipt[]>> = {
  failed: [],
  delivered: ['failed'],
  read: ['failed', 'delivered'],
};

export function createDeliverySettlement(backing: Backing): DeliverySettlement {
  const { seal } = backing;
  const rows = openCollection(backing, deliveryKind);
  return {
    settle: createSettle(backing),
    retryDoubt: (id, attempt) =>
      rows.update(
        { _id: id, attempt, state: 'uncertain', doubtOver: false },
        { ...become('pending', { doubtRetried: true }), $currentDate: { due: true } },
      ),
    giveUpDoubt: async (id, attempt) =>
      void (await rows.update(
        { _id: id, attempt, state: 'uncertain', doubtOver: false },
        { $set: { doubtOver: true }, $currentDate: { finalAt: true } },
      )),
    receipt: async (account, platformId, receipt, code = 'reported') => {
      const platformKey = toPlatformKey(seal, account, platformId);
      const changed = await rows.updateAll(
        { platformKey, $or: [{ receipt: { $exists: false } }, { receipt: { $in: BEFORE[receipt] } }] },
        receipt === 'failed' ? become('failed', { receipt, code }) : become('sent', { receipt, code: null }),
      );
      return changed > 0;
    },
  };
}

const EITHER: readonly boolean[] = [false, true];

/** In flight, or waiting to be tried once more, in case it was taken after all. */
const PERHAPS_TAKEN = [{ state: { $in: IN_FLIGHT } }, { state: { $in: WAITING }, doubtRetried: true }];

function toPlatformKey(seal: Backing['seal'], account: string, platformId: string): string {
  return seal.fingerprint('platform-id', `${account}\n${platformId}`);
}

function createSettle(backing: Backing): Deliveries['settle'] {
  const { seal, time } = backing;
  const rows = openCollection(backing, deliveryKind);

  const end = (id: string, attempt: number, update: Update<DeliveryRow>): Promise<boolean> =>
    rows.update({ _id: id, attempt, state: { $in: IN_FLIGHT } }, { ...update, $currentDate: { finalAt: true } });
  const endSent = (id: string, attempt: number, update: Update<DeliveryRow>): Promise<boolean> =>
    rows.update({ _id: id, attempt, $or: PERHAPS_TAKEN }, { ...update, $currentDate: { finalAt: true } });
  /** Whoever gave up a doubt let the next reply pass: such a row may still become final, but never wait again. */
  const go = (id: string, attempt: number, update: Update<DeliveryRow>, retried = EITHER): Promise<boolean> =>
    rows.update(
      { _id: id, attempt, state: { $in: IN_FLIGHT }, doubtOver: false, doubtRetried: { $in: retried } },
      update,
    );

  const settleSent = async (id: string, attempt: number, platformId: string | null): Promise<boolean> => {
    if (platformId === null) return endSent(id, attempt, become('sent', { code: null }));
    const [found] = await rows.pick(['account'], { _id: id });
    if (found === undefined) return false;
    const platformKey = toPlatformKey(seal, found.account, platformId);
    const sealed = seal.sealText(platformId, placeOfPlatformId(id));
    return endSent(id, attempt, become('sent', { code: null, platformKey, platformId: sealed }));
  };
  /** Whether it was tried again before is judged with the write; it only ever becomes true. */
  const settleDoubt = async (id: string, attempt: number, code: string, final: boolean): Promise<boolean> => {
    const open = { ...become('uncertain', { code }), $currentDate: { changedAt: true } } as const;
    const over = {
      ...become('uncertain', { code, doubtOver: true }),
      $currentDate: { changedAt: true, finalAt: true },
    } as const;
    if (final) return go(id, attempt, over);
    return (await go(id, attempt, open, [false])) || go(id, attempt, over, [true]);
  };

  return async (id, attempt, outcome) => {
    if (outcome.type === 'sent') return settleSent(id, attempt, outcome.platformId);
    if (outcome.type === 'uncertain') return settleDoubt(id, attempt, outcome.code, outcome.final);
    if (outcome.type === 'part') {
      const update = become('pending', { code: null, part: outcome.next });
      const filter = { _id: id, attempt, $or: PERHAPS_TAKEN, doubtOver: false };
      return rows.update(filter, { ...update, $currentDate: { due: true } });
    }
    if (outcome.type === 'again') {
      const due = new Date(time.now() + outcome.inMs);
      return go(id, attempt, become('pending', { code: outcome.code, due }));
    }
    return end(id, attempt, become(outcome.type, { code: outcome.code }));
  };
}
