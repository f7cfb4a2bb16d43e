import { expect, test } from 'vitest';

import { stayHolder } from './stay-holder.ts';

const nothing = (): void => undefined;

/** Seconds at which the store heard of a holder whose work took so long, or for ever; `fails`: it heard none of it. */
async function renewals(workSeconds: number | null, fails = false): Promise<readonly number[]> {
  let now = 0;
  let next = nothing;
  const heardAt: number[] = [];
  const use = {
    clock: {
      monotonic: () => now,
      after: (_ms: number, then: () => void) => {
        next = then;
        return () => void (next = nothing);
      },
    },
    addresses: {
      renew: async () => {
        heardAt.push(now / 1000);
        if (fails) throw new Error('away');
      },
    },
  } as unknown as Parameters<typeof stayHolder>[0];
  let end = nothing;
  const working = stayHolder(use, { id: 'a', fence: 1 }, () => new Promise<void>((resolve) => (end = resolve)));
  while (now < (workSeconds ?? 600) * 1000) {
    now += 1000;
    if (now % 3000 === 0) next();
  }
  end();
  await working;
  expect(next).toBe(nothing);
  return heardAt;
}

test('work that is soon over costs no write', async () => {
  expect(await renewals(2)).toEqual([]);
});

test('work that takes longer than a lease keeps it, also when the store does not answer', async () => {
  expect(await renewals(11)).toEqual([3, 6, 9]);
  expect(await renewals(11, true)).toEqual([3, 6, 9]);
});

test('work that never ends is silent in the end, and taken for dead', async () => {
  expect((await renewals(null)).at(-1)).toBe(120);
});

test('what the work throws is thrown, and nothing is renewed afterwards', async () => {
  let stopped = 0;
  const clock = { monotonic: () => 0, after: () => () => void (stopped += 1) };
  const use = { clock, addresses: {} } as unknown as Parameters<typeof stayHolder>[0];
  const failing = stayHolder(use, { id: 'a', fence: 1 }, async () => {
    throw new Error('a fault');
  });
  await expect(failing).rejects.toThrow('a fault');
  expect(stopped).toBe(1);
});
