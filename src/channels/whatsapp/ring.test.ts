import { expect, test } from 'vitest';

import type { Keyrings } from '../../domain/ports/keyrings.ts';
import { createRing } from './ring.ts';
import { createSent } from './sent.ts';

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

test('what a failed write took along goes with the next one, unless it is newer by then', async () => {
  const { ring, state, values } = createMemory();
  state.fails = true;
  ring.stage('old', () => '1');
  ring.stage('both', () => '1');
  let broken = 0;
  const stop = ring.whenBroken(() => (broken += 1));
  const failed = ring.write(new Map([['creds', 'x']]));
  await expect(failed).rejects.toThrow('full');
  stop();
  await expect(ring.write(new Map())).rejects.toThrow('full');
  expect(broken).toBe(1);
  ring.stage('both', () => '2');
  state.fails = false;
  await ring.write(new Map());
  expect(Object.fromEntries(values)).toEqual({ old: '1', both: '2' });
});

test('a sent message is known once it is durable, and two at once in one drawer are both kept', async () => {
  const { ring, state } = createMemory();
  const clock = { now: () => 1_000_000_000_000 };
  const sent = createSent(ring, clock);
  state.fails = true;
  await expect(sent.remember('3EB0AA1', 'd1')).rejects.toThrow('full');
  expect(await sent.deliveryOf('3EB0AA1')).toBeNull();
  state.fails = false;
  await Promise.all([sent.remember('3EB0AA1', 'd1'), sent.remember('3EB0AA2', 'd2')]);
  const later = createSent(ring, clock);
  expect([await later.deliveryOf('3EB0AA1'), await later.deliveryOf('3EB0AA2')]).toEqual(['d1', 'd2']);
});
