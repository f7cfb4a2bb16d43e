import type { Receive } from '../../domain/channel.ts';
import type { Inbound } from '../../domain/message.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import { reorderHoldMs, type Faults } from './faults.ts';

/** Between the phones and the service. */
export interface Intake {
  /** Hands a message on; resolves when the service has it durably. */
  readonly take: (message: Inbound) => Promise<void>;
  /** Hands on at once what is held back; resolves when nothing is under way any more. */
  readonly drain: () => Promise<void>;
}

/** Hands messages to the service the way a bad platform might: twice, or the later one first. */
export function createIntake(receive: Receive, faults: () => Faults, clock: Clock): Intake {
  const underWay = new Set<Promise<void>>();
  let held: (() => void)[] = [];
  let cancel: (() => void) | null = null;

  const deliver = async (message: Inbound): Promise<void> => {
    const copies = faults().duplicate ? [message, message] : [message];
    await Promise.all(copies.map((copy) => receive([copy])));
  };
  const release = (): void => {
    cancel?.();
    const late = held.toReversed();
    held = [];
    for (const go of late) go();
  };
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      if (held.length === 0) cancel = clock.after(reorderHoldMs, release);
      held.push(resolve);
    });
  const carry = async (message: Inbound): Promise<void> => {
    if (faults().reorder) await hold();
    await deliver(message);
  };

  return {
    take: async (message) => {
      const carried = carry(message);
      underWay.add(carried);
      try {
        await carried;
      } finally {
        underWay.delete(carried);
      }
    },
    drain: async () => {
      release();
      await Promise.allSettled(underWay);
    },
  };
}
