import { setTimeout as wait } from 'node:timers/promises';

import type { Receive } from '../../domain/channel.ts';
import type { Inbound } from '../../domain/message.ts';
import { reorderHoldMs, type Faults } from './faults.ts';

/** Hands messages to the service the way a bad platform might: twice, or in the wrong order. */
export function createIntake(receive: Receive, faults: () => Faults): (message: Inbound) => Promise<void> {
  let held: Inbound[] = [];

  const deliver = async (message: Inbound): Promise<void> => {
    const copies = faults().duplicate ? [message, message] : [message];
    await Promise.all(copies.map((copy) => receive([copy])));
  };

  return async (message) => {
    if (!faults().reorder && held.length === 0) return deliver(message);
    held.push(message);
    if (held.length > 1) return;
    await wait(reorderHoldMs);
    const late = held.toReversed();
    held = [];
    for (const each of late) await deliver(each);
  };
}
