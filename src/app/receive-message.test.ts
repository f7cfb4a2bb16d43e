import { expect, test } from 'vitest';

import type { Inbound } from '../domain/message.ts';
import type { Arrival } from '../domain/ports/inbox.ts';
import { createReceiveMessage } from './receive-message.ts';

async function keep(input: Inbound['input']): Promise<string> {
  const kept: Arrival[] = [];
  const receive = createReceiveMessage({
    inbox: {
      accept: async (rows: readonly Arrival[]) => {
        kept.push(...rows);
        return rows.map(() => 'new' as const);
      },
    } as never,
    queue: { wake: async () => {} } as never,
    fingerprint: (_, platformId) => platformId,
  });
  await receive([{ account: 'simulator', user: 'a', chat: 'a', externalId: '1', order: 1, input }]);
  return JSON.stringify(kept[0]?.input);
}

test('a NIK is taken out before a message is kept, and so are those of captions', async () => {
  expect(await keep({ type: 'text', text: 'nik saya 1903 0141 0766 0001 ya' })).not.toMatch(/1903|0141|0001/u);
  expect(await keep({ type: 'photo', ref: 'x', caption: '1903014107660001' })).not.toContain('1903');
});

test('everything else is kept as it came', async () => {
  for (const input of [
    { type: 'text', text: 'hp saya 0812 3456 7890' },
    { type: 'tap', choice: 'a.0' },
    { type: 'photo', ref: 'x' },
  ] as const) {
    expect(await keep(input)).toBe(JSON.stringify(input));
  }
});
