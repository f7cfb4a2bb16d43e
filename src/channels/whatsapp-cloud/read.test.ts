import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readMessage, readPayload } from './read.ts';
import { readStatus } from './reports.ts';

const account = 'whatsapp-cloud:1';
const frame = { id: 'wamid.1', from: '628120000001', timestamp: '1760000000' };

function inputOf(content: object): unknown {
  return readMessage({ ...frame, ...content }, account, 0)?.map(({ input }) => input);
}

const tap = (kind: string) => ({ type: 'interactive', interactive: { type: kind, [kind]: { id: 'p1', title: 'Ya' } } });

test.each([
  ['a text', { type: 'text', text: { body: 'halo' } }, { type: 'text', text: 'halo' }],
  ['a text that is too long', { type: 'text', text: { body: 'a'.repeat(4097) } }, { type: 'unreadable', kind: 'lain' }],
  ['a button', tap('button_reply'), { type: 'tap', choice: 'p1' }],
  ['a row', tap('list_reply'), { type: 'tap', choice: 'p1' }],
  ["a template's button", { type: 'button', button: { text: 'Ya', payload: 'x' } }, { type: 'text', text: 'Ya' }],
  ['a picture', { type: 'image', image: { id: '7', caption: 'ini' } }, { type: 'photo', ref: '7', caption: 'ini' }],
  ['a document', { type: 'document', document: { id: '8' } }, { type: 'document', ref: '8' }],
  [
    'a place',
    { type: 'location', location: { latitude: -2.7, longitude: 107.6 } },
    { type: 'location', lat: -2.7, lon: 107.6 },
  ],
  ['a sticker', { type: 'sticker', sticker: { id: '9' } }, { type: 'unreadable', kind: 'stiker' }],
  ['a voice note', { type: 'audio', audio: { id: '9', voice: true } }, { type: 'unreadable', kind: 'suara' }],
  ['a film', { type: 'video', video: { id: '9' } }, { type: 'unreadable', kind: 'video' }],
  [
    'what the platform cannot show',
    { type: 'unsupported', errors: [{ code: 131051 }] },
    { type: 'unreadable', kind: 'lain' },
  ],
  ['a kind of tomorrow', { type: 'hologram' }, { type: 'unreadable', kind: 'lain' }],
  [
    'the own number',
    { type: 'contacts', contacts: [{ phones: [{ wa_id: '628120000001' }] }] },
    { type: 'contact', phone: '+628120000001' },
  ],
  [
    "somebody else's number",
    { type: 'contacts', contacts: [{ phones: [{ wa_id: '62813' }] }] },
    { type: 'unreadable', kind: 'kontak' },
  ],
  ['a contact without a number', { type: 'contacts', contacts: [{}] }, { type: 'unreadable', kind: 'kontak' }],
])('%s is read', (_name, content, input) => {
  expect(inputOf(content)).toEqual([input]);
});

test.each([
  ['a reaction', { type: 'reaction', reaction: { emoji: '👍' } }],
  ['a notice about a number', { type: 'system', system: { type: 'user_changed_number' } }],
  ['a message in a group', { type: 'text', text: { body: 'halo' }, group_id: 'g' }],
])('%s is nothing for us', (_name, content) => {
  expect(inputOf(content)).toEqual([]);
});

test('fields of tomorrow are no trouble', () => {
  const context = { from: '62811', id: 'wamid.0', referred_product: { id: 1 } };
  const more = { text: { body: 'halo', mood: 'x' }, context, tomorrow: [1], identity: null };
  expect(inputOf({ type: 'text', ...more })).toEqual([{ type: 'text', text: 'halo' }]);
});

test.each([
  ['a row whose id has no end', { type: 'interactive', interactive: { list_reply: { id: 'p'.repeat(257) } } }],
  ['a place beyond the pole', { type: 'location', location: { latitude: 91, longitude: 0 } }],
  ['a person without an end', { type: 'text', text: { body: 'a' }, from: '6'.repeat(257) }],
])('%s has no known shape', (_name, content) => {
  expect(readMessage({ ...frame, ...content }, account, 0)).toBeNull();
});

test('a caption has an end, and no half of a character there', () => {
  const image = { id: '7', caption: `${'a'.repeat(4095)}👍` };
  expect(inputOf({ type: 'image', image })).toEqual([{ type: 'photo', ref: '7', caption: 'a'.repeat(4095) }]);
});

test('who hides the number is known by the business-scoped id', () => {
  const { from: _hidden, ...rest } = frame;
  const sent = { ...rest, from_user_id: 'ID.1349', type: 'text', text: { body: 'halo' } };
  expect(readMessage(sent, account, 0)).toMatchObject([
    { user: 'ID.1349', chat: 'ID.1349', externalId: expect.not.stringContaining('wamid') as string },
  ]);
  expect(readMessage({ ...rest, type: 'text', text: { body: 'halo' } }, account, 0)).toBeNull();
});

const orderOf = (timestamp: string, place: number) =>
  readMessage({ ...frame, timestamp, type: 'text', text: { body: 'a' } }, account, place)?.[0]?.order ?? 0;

test('messages stand in the order of their time, then of their place', () => {
  const orders = [orderOf('10', 0), orderOf('10', 1), orderOf('10', 5000), orderOf('11', 0)];
  expect(orders).toEqual(orders.toSorted((a, b) => a - b));
  expect(new Set(orders).size).toBe(4);
});

const value = (phoneId: string, more: object) => ({ metadata: { phone_number_id: phoneId }, ...more });
const change = (field: string, of: object) => ({ field, value: of });

test('several entries and changes are taken apart; those of another number or field are counted', () => {
  const payload = {
    object: 'whatsapp_business_account',
    entry: [
      {
        changes: [
          change('messages', value('1', { messages: ['a', 'b'] })),
          change('messages', value('2', { messages: ['c'] })),
        ],
      },
      {
        changes: [
          change('messages', value('1', { statuses: ['d'] })),
          change('account_update', {}),
          change('messages', {}),
        ],
      },
    ],
  };
  expect(readPayload(payload, '1')).toEqual({ messages: ['a', 'b'], statuses: ['d'], errors: [], strange: 3 });
});

test.each([
  [{ status: 'sent' }, [{ state: 'accepted', code: null }]],
  [{ status: 'delivered' }, [{ state: 'delivered' }]],
  [{ status: 'read' }, [{ state: 'read' }]],
  [{ status: 'played' }, [{ state: 'read' }]],
  [{ status: 'failed', errors: [{ code: 131047 }] }, [{ state: 'failed', code: 'window_closed', blame: 'moment' }]],
  [{ status: 'failed', errors: [{ code: 131031 }] }, [{ state: 'failed', code: 'locked', blame: 'account' }]],
  [{ status: 'failed', errors: [{ code: 131026 }] }, [{ state: 'failed', code: 'undeliverable', strike: true }]],
  [{ status: 'failed', errors: [{ code: 131048 }] }, [{ state: 'failed', code: 'complaints', waitMs: 3_600_000 }]],
  [{ status: 'failed', errors: [{ code: 130429 }] }, [{ state: 'failed', code: 'throughput', waitMs: 5000 }]],
  [{ status: 'failed', errors: [{ code: 131056 }] }, [{ state: 'failed', code: 'pair_rate' }]],
  [{ status: 'failed', errors: [{ code: 131026 }] }, [{ state: 'failed', code: 'undeliverable' }]],
  [{ status: 'failed' }, [{ state: 'failed', code: 'status_400' }]],
  [{ status: 'deleted' }, []],
])('the status %j', (content, reports) => {
  const raw = { id: 'wamid.1', biz_opaque_callback_data: 'd1', ...content };
  const expected = reports.map((report) => ({ account, platformId: 'wamid.1', delivery: 'd1', ...report }));
  expect(readStatus(raw, account)).toMatchObject(expected);
});

test('nothing that a stranger can write is thrown at us', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      const read = () => [readPayload(raw, '1'), readMessage(raw, account, 0), readStatus(raw, account)];
      expect(read).not.toThrow();
    }),
  );
});
