import { expect, test } from 'vitest';

import { openArrival, sealArrival } from './inbox-body.ts';
import { createSeal } from './seal.ts';

const row = {
  id: 'sim.a.1',
  address: 'sim.a',
  account: 'sim',
  chat: '0812',
  order: 1,
  group: null,
  input: { type: 'text', text: 'daftar' },
} as const;

test('a row opens in its place; altered, moved, or under another key it is unreadable, and nothing throws', () => {
  const seal = createSeal('k'.repeat(32));
  const body = sealArrival(seal, row);
  expect(openArrival(seal, row.id, body)).toEqual({ chat: '0812', input: row.input });
  const altered = body.map((byte, index) => (index === body.length - 1 ? byte ^ 1 : byte));
  const other = createSeal('o'.repeat(32));
  const unreadable = [
    openArrival(seal, row.id, altered),
    openArrival(seal, 'sim.a.2', body),
    openArrival(other, row.id, body),
    openArrival(seal, row.id, new Uint8Array()),
  ];
  for (const found of unreadable) expect(found).toMatchObject({ chat: '', unreadable: true });
});
