import { expect, test } from 'vitest';

import type { Keyrings } from '../../domain/ports/keyrings.ts';
import { createPushes } from './pushes.ts';
import { createRing } from './ring.ts';

/** One ring in memory, and whether writing to it fails just now. */
function createMemory() {
  const values = new Map<string, string | null>();
  const state = { fails: false };
  const keyrings: Keyrings = {
    read: async (_account, names) =>
      new Map(
        names
          .flatMap((name) => [[name, values.get(name) ?? null] as const])
          .flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
      ),
    write: async (_account, changes) => {
      if (state.fails) throw new Error('full');
      for (const [name, value] of changes) values.set(name, value);
    },
    clear: async () => values.clear(),
  };
  return { values, state, ring: createRing(keyrings, 'whatsapp') };
}

test('pushes that were stopped stay so when the device is forgotten', async () => {
  const { ring } = createMemory();
  const pushes = createPushes(ring, () => {});
  await pushes.keep();
  await pushes.stop('463');
  await ring.clear();
  await pushes.keep();
  const later = createPushes(ring, () => {});
  await later.open();
  expect(later.stopped()).toBe('463');
});
