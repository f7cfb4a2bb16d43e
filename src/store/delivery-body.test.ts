import { expect, test } from 'vitest';

import type { NewDelivery } from '../domain/ports/deliveries.ts';
import { openBody, sealBody, sealShared } from './delivery-body.ts';
import { createSeal } from './seal.ts';

const seal = createSeal('k'.repeat(44));
const row = { id: 'd1', source: 'p1', content: { text: 'halo' }, start: null, depends: null } as NewDelivery;

test.each([
  ['its own', sealBody],
  ['shared with others of its source', sealShared],
])(
  'a body that is %s opens in its place; altered, moved, or under another key it is unreadable, and nothing throws',
  (_whose, write) => {
    const body = write(seal, row);
    const altered = body.map((byte, index) => (index === body.length - 1 ? byte ^ 1 : byte));
    expect(openBody(seal, { ...row, body })).toEqual({ content: row.content, start: null, fields: {} });
    expect(openBody(seal, { ...row, body: altered })).toMatchObject({ content: null, unreadable: true });
    expect(openBody(seal, { id: 'd2', source: 'p2', body })).toMatchObject({ content: null, unreadable: true });
    expect(openBody(createSeal('o'.repeat(44)), { ...row, body })).toMatchObject({ content: null, unreadable: true });
  },
);

test('what was forgotten is empty, and not unreadable', () => {
  expect(openBody(seal, { ...row, body: new Uint8Array() })).toEqual({ content: null, start: null, fields: {} });
});
