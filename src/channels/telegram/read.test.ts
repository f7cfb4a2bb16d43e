import { describe, expect, it } from 'vitest';

import { readUpdate } from './read.ts';

const commands = [{ command: 'data_saya', says: 'data saya', description: 'Lihat data Bapak/Ibu' }];
const from = { id: 7, is_bot: false };
const chat = { id: 7, type: 'private' };

const read = (update: object) => readUpdate({ update_id: 5, ...update }, 'telegram:1', commands);
const inputOf = (content: object) =>
  read({ message: { message_id: 3, date: 0, chat, from, ...content } }).inbound?.[0]?.input ?? null;

describe('what a private message becomes', () => {
  it.each<[string, object, object | null]>([
    ['a text as it was typed', { text: 'Daftar ya' }, { type: 'text', text: 'Daftar ya' }],
    ['a command of ours as what it stands for', { text: '/data_saya' }, { type: 'text', text: 'data saya' }],
    ['a command addressed to the bot', { text: '/DATA_SAYA@uji_bot 1' }, { type: 'text', text: 'data saya 1' }],
    ['an unknown command with its slash', { text: '/umumkan@uji_bot' }, { type: 'text', text: '/umumkan' }],
    ['a plain /start', { text: '/start' }, { type: 'text', text: '/start' }],
    ['a deep link', { text: '/start daftar-1_A' }, { type: 'start', flow: 'daftar-1_A', args: {} }],
    ['a deep link to the bot', { text: '/start@uji_bot minat' }, { type: 'start', flow: 'minat', args: {} }],
    ['a link with a foreign letter', { text: '/start é' }, { type: 'text', text: '/start' }],
    ['a link that is too long', { text: `/start ${'a'.repeat(65)}` }, { type: 'text', text: '/start' }],
    ['a word that only begins like it', { text: '/startup' }, { type: 'text', text: '/startup' }],
    ['a text longer than Telegram has', { text: 'a'.repeat(4097) }, { type: 'unreadable', kind: 'lain' }],
    [
      'the largest size of a photo, with its caption',
      { photo: [{ file_id: 'kecil' }, { file_id: 'besar' }], caption: 'KTP' },
      { type: 'photo', ref: 'besar', caption: 'KTP' },
    ],
    ['a document', { document: { file_id: 'berkas' } }, { type: 'document', ref: 'berkas' }],
    ['a place', { location: { latitude: -2.7, longitude: 106.4 } }, { type: 'location', lat: -2.7, lon: 106.4 }],
    [
      'the own number, however it is written',
      { contact: { phone_number: '62 812-000', user_id: 7 } },
      { type: 'contact', phone: '+62812000' },
    ],
    [
      "somebody else's number",
      { contact: { phone_number: '62812', user_id: 8 } },
      { type: 'unreadable', kind: 'kontak' },
    ],
    ['a number of nobody', { contact: { phone_number: '62812' } }, { type: 'unreadable', kind: 'kontak' }],
    ['a sticker', { sticker: {} }, { type: 'unreadable', kind: 'stiker' }],
    ['a voice note', { voice: {} }, { type: 'unreadable', kind: 'suara' }],
    [
      'an animation, which looks like a document too',
      { animation: {}, document: { file_id: 'x' } },
      { type: 'unreadable', kind: 'video' },
    ],
    ['a service message', { pinned_message: {} }, null],
    ['a message of another bot', { text: 'halo', from: { id: 7, is_bot: true } }, null],
    ['a group', { text: 'halo', chat: { id: -7, type: 'group' } }, null],
  ])('%s', (_, content, expected) => {
    expect(inputOf(content)).toEqual(expected);
  });
});

describe('what an update becomes', () => {
  it('a message: the person, the chat, an id that is unique in the chat, the platform order, the album', () => {
    const message = { message_id: 3, chat, from, media_group_id: 'a', photo: [{ file_id: 'x' }] };
    expect(read({ message })).toMatchObject({
      updateId: 5,
      tap: null,
      inbound: [{ account: 'telegram:1', user: '7', chat: '7', externalId: 'message.3', order: 5, group: 'a' }],
    });
  });

  it('a tap: the choice that the button carries, and what must be answered', () => {
    const tap = { id: '99', from, data: 'daftar.2.1', message: { chat } };
    expect(read({ callback_query: tap })).toMatchObject({
      tap: '99',
      inbound: [{ user: '7', chat: '7', externalId: 'tap.99', input: { type: 'tap', choice: 'daftar.2.1' } }],
    });
  });

  it('a tap whose message is gone, or in a group: the first is taken, both are answered', () => {
    expect(read({ callback_query: { id: '1', from, data: 'a' } })).toMatchObject({
      tap: '1',
      inbound: [{ chat: '7' }],
    });
    const inGroup = { id: '2', from, data: 'a', message: { chat: { id: -7, type: 'group' } } };
    expect(read({ callback_query: inGroup })).toEqual({ updateId: 5, tap: '2', inbound: [], groups: [] });
  });

  it.each([
    ['kicked', 'blocked'],
    ['member', 'unblocked'],
  ])('a membership that is %s: %s', (status, type) => {
    expect(read({ my_chat_member: { chat, from, new_chat_member: { status } } })).toMatchObject({
      inbound: [{ externalId: 'member.5', input: { type } }],
    });
  });

  it('an edit: nothing', () => {
    expect(read({ edited_message: { message_id: 3, chat, from, text: 'x' } }).inbound).toEqual([]);
  });

  it.each<[string, unknown, number | null]>([
    ['a broken message', { update_id: 6, message: { chat: 'x' } }, 6],
    ['a photo without sizes', { update_id: 6, message: { message_id: 3, chat, from, photo: [] } }, 6],
    ['no id', { message: {} }, null],
    ['no object', 'x', null],
    ['nothing', null, null],
  ])('%s: unreadable, with its id where there is one', (_, raw, updateId) => {
    expect(readUpdate(raw, 'telegram:1', [])).toEqual({ updateId, inbound: null, groups: [], tap: null });
  });
});
