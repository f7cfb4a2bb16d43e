import { expect, test } from 'vitest';

import { newDelivery } from '../../../test/contract/new-delivery.ts';
import type { Channel } from '../../domain/channel.ts';
import type { Delivery, DeliveryClass } from '../../domain/ports/deliveries.ts';
import { phrase } from './phrase.ts';

const part = { text: 'Besok kelas.' };
const approved = { text: 'Besok kelas.', template: { name: 'besok', language: 'id', category: 'utility', values: [] } };

interface Case {
  readonly heardAt: number | null;
  readonly kind?: DeliveryClass;
  readonly hasForm?: boolean;
}

/** At 1000, on a channel that takes free words for 100 after the person's last. */
function phraseOf({ heardAt, kind = 'reminder', hasForm = true }: Case) {
  const use = { clock: { now: () => 1000 }, addresses: { read: async () => ({ heardAt }) } };
  const channel = { window: { forMs: 100, approve: () => (hasForm ? approved : null) } };
  const row = { ...newDelivery('d1', 1000, { class: kind }) } as Delivery;
  return phrase(use as unknown as Parameters<typeof phrase>[0], channel as unknown as Channel, row, part);
}

test.each([
  ['while the window is open, in free words', { heardAt: 901 }, part],
  ['when it closes, in an approved form', { heardAt: 900 }, approved],
  ['to somebody who never wrote, in an approved form', { heardAt: null }, approved],
  ['a push without one is skipped', { heardAt: 900, hasForm: false }, { type: 'skipped', code: 'no_template' }],
  [
    'so is an announcement',
    { heardAt: 900, hasForm: false, kind: 'announcement' },
    { type: 'skipped', code: 'no_template' },
  ],
  [
    'an answer then comes too late',
    { heardAt: 900, hasForm: false, kind: 'reply' },
    { type: 'expired', code: 'window_closed' },
  ],
] as const)('%s', async (_name, given, said) => {
  expect(await phraseOf(given)).toEqual(said);
});

test('a channel without a window says everything at any time', async () => {
  const nobody = {} as Parameters<typeof phrase>[0];
  expect(await phrase(nobody, {} as Channel, {} as Delivery, part)).toBe(part);
});
