import { describe, expect, it } from 'vitest';

import { readUpdate } from './read.ts';

const group = { id: -7, type: 'group', title: 'RT 5' };
const channel = { id: -100_9, type: 'channel', title: 'Info' };
const from = { id: 7, is_bot: false };

const read = (update: object) => readUpdate({ update_id: 5, ...update }, 'telegram:1', []);
const factOf = (update: object) => read(update).groups.map(({ chat, at, fact }) => [chat, at, fact]);
const member = (chat: object, status: string, rights: object = {}) =>
  factOf({ my_chat_member: { chat, from, date: 60, new_chat_member: { status, ...rights } } });
const present = (form: string, title: string, writable: boolean) => ({
  type: 'present',
  form,
  title,
  writable,
  by: '7',
});

describe('what an update tells of the bot in a group', () => {
  it.each<[string, ReturnType<typeof member>, unknown]>([
    ['a member of a group writes', member(group, 'member'), present('group', 'RT 5', true)],
    [
      'so does an administrator',
      member({ ...group, type: 'supergroup' }, 'administrator'),
      present('group', 'RT 5', true),
    ],
    ['a restricted one does not', member(group, 'restricted', { is_member: true }), present('group', 'RT 5', false)],
    [
      'unless that is allowed',
      member(group, 'restricted', { is_member: true, can_send_messages: true }),
      present('group', 'RT 5', true),
    ],
    ['who was removed is gone', member(group, 'kicked'), { type: 'gone' }],
    ['who left, too', member(channel, 'left'), { type: 'gone' }],
    ['and who is only remembered', member(group, 'restricted', { is_member: false }), { type: 'gone' }],
  ])('%s', (_, told, fact) => {
    expect(told.map(([, , what]) => what)).toEqual([fact]);
  });

  it('an administrator of a channel writes with that right alone', () => {
    const rights = [{ can_post_messages: true }, { can_post_messages: false }, {}];
    expect(rights.map((right) => member(channel, 'administrator', right))).toEqual(
      [true, false, false].map((writable) => [['-1009', 60_000, present('channel', 'Info', writable)]]),
    );
  });

  it('its new title, and its new place, from either side', () => {
    const frame = { message_id: 3, date: 61, from };
    expect(factOf({ message: { ...frame, chat: group, new_chat_title: 'RT 6' } })).toEqual([
      ['-7', 61_000, { type: 'titled', title: 'RT 6' }],
    ]);
    const moved = [['-7', 61_000, { type: 'moved', to: '-1008' }]];
    expect(factOf({ message: { ...frame, chat: group, migrate_to_chat_id: -1008 } })).toEqual(moved);
    const there = { ...group, id: -1008, type: 'supergroup' };
    expect(factOf({ message: { ...frame, chat: there, migrate_from_chat_id: -7 } })).toEqual(moved);
  });

  it.each<[string, object]>([
    ['a text', { text: 'Halo @uji_bot, nama saya Siti' }],
    ['a command', { text: '/start daftar' }],
    ['what cannot be read at all', { text: 7, photo: 'x' }],
    ['a new member', { new_chat_members: [{ id: 9, is_bot: false }] }],
  ])('of what people do there nothing leaves this border: %s', (_, content) => {
    const message = { message_id: 3, date: 61, chat: group, from, ...content };
    expect(read({ message })).toEqual({ updateId: 5, inbound: [], groups: [], tap: null });
  });
});
