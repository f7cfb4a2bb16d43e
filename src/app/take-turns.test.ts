import { expect, test } from 'vitest';

import type { Leases } from '../domain/ports/leases.ts';
import { createTurns } from './take-turns.ts';

let holder: string | null = null;
let answers = true;
const leases: Leases = {
  take: async (_name, owner) => {
    if (!answers) throw new Error('away');
    holder ??= owner;
    return holder === owner;
  },
  release: async (_name, owner) => {
    if (!answers) throw new Error('away');
    if (holder === owner) holder = null;
  },
};

test('of two processes one does the work, the other when it is let go of, and nobody while the store is away', async () => {
  const done: string[] = [];
  const logged: string[] = [];
  const [a, b] = ['a', 'b'].map((owner) => {
    const turns = createTurns(leases, (event) => logged.push(event), { name: 'sweep', owner, forMs: 20_000 });
    return { ...turns, work: () => turns.run(async () => void done.push(owner)) };
  });
  if (a === undefined || b === undefined) return;
  await a.work();
  await b.work();
  await a.work();
  expect(done).toEqual(['a', 'a']);
  await a.end();
  await b.work();
  expect(done).toEqual(['a', 'a', 'b']);
  answers = false;
  await b.work();
  await b.end();
  expect(done).toEqual(['a', 'a', 'b']);
  expect(logged).toEqual(['lease unknown', 'lease unknown']);
});
