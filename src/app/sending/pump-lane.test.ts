import { expect, test } from 'vitest';

import type { Delivery } from '../../domain/ports/deliveries.ts';
import { createPump } from './pump-lane.ts';
import type { Sending } from './sending.ts';

/** A lane of forty rows; `claimed` comes before a look at it is answered. */
function openLane(claimed: () => Promise<void>) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  let rows = Array.from({ length: 40 }, (_, index) => ({ id: `d${index}` }) as Delivery);
  const use = {
    channelOf: () => null,
    accounts: { read: async () => ({ frozenForMs: 0, halted: null }) },
    clock: { now: () => 0 },
    heldSources: async () => [],
    sendsHere: () => true,
    deliveries: {
      claim: async () => {
        const found = rows;
        rows = [];
        await claimed();
        return found;
      },
    },
  };
  const deliver = ({ id }: Delivery): Promise<void> => {
    begun.push(id);
    return new Promise((resolve) => void ends.push(resolve));
  };
  const endAll = (): void => {
    for (const end of ends.splice(0)) end();
  };
  return { pump: createPump(use as unknown as Sending, deliver, false), begun, endAll };
}

function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

test('a pump that is stopped ends what it began, and begins none of the rows that it has claimed', async () => {
  const { pump, begun, endAll } = openLane(async () => {});
  const run = pump.run('a', 'bulk');
  await settled();
  expect(begun).toHaveLength(24);
  pump.stop();
  endAll();
  await run;
  expect(begun).toHaveLength(24);
});

test('nor those that it is just claiming', async () => {
  const { pump, begun } = openLane(async () => pump.stop());
  await pump.run('a', 'bulk');
  expect(begun).toEqual([]);
});
