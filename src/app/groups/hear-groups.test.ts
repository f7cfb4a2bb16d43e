import { beforeEach, describe, expect, it } from 'vitest';

import { mostUnnamed } from '../../domain/group-chat.ts';
import type { GroupChat, GroupFact } from '../../domain/group-chat.ts';
import type { Office } from '../office.ts';
import { createHearGroups } from './hear-groups.ts';

const account = 'telegram:1';

/** Groups and their addresses, as far as what is told of them concerns them. */
function open() {
  const kept = new Map<string, GroupChat>();
  const places = new Map<string, { chat: string; dead: boolean }>();
  const office = {
    tenant: { id: 'daerah' },
    fingerprint: (_purpose: string, text: string) => text,
    officers: { find: async (_key: string, at: string) => (at === `${account}.7` ? [{ id: 'dewi', doc: {} }] : []) },
    groups: {
      read: async (id: string) => kept.get(id) ?? null,
      create: async (id: string, doc: GroupChat) => void kept.set(id, doc),
      remove: async (id: string) => void kept.delete(id),
      change: async (id: string, decide: (doc: GroupChat | null) => { doc: GroupChat | null; result: unknown }) => {
        const { doc, result } = decide(kept.get(id) ?? null);
        if (doc !== null) kept.set(id, doc);
        return result;
      },
      find: async (key: string) =>
        [...kept].filter(([, { name }]) => key === 'tenant' || name !== null).map(([id, doc]) => ({ id, doc })),
    },
    addresses: {
      read: async (id: string) => places.get(id) ?? null,
      setDead: async (id: string, dead: boolean) => void Object.assign(places.get(id) ?? {}, { dead }),
      move: async (id: string, chat: string) => void Object.assign(places.get(id) ?? {}, { chat }),
    },
  };
  return { kept, places, hear: createHearGroups(office as unknown as Office) };
}

const tell = (chat: string, at: number, fact: GroupFact['fact']): GroupFact => ({ account, chat, at, fact });
const present = (by: string, more: object = {}): GroupFact['fact'] => {
  return { type: 'present', form: 'group', title: 'RT 5', writable: true, by, ...more };
};
const idOf = (chat: string): string => `${account}.${chat}`;

describe('what is told of groups', () => {
  let house = open();
  /** As an officer does. */
  const name = (chat: string, called: string | null = 'Warga'): void => {
    const group = house.kept.get(idOf(chat));
    if (group === undefined) throw new Error('not known');
    house.kept.set(group.id, { ...group, name: called });
    if (!house.places.has(group.id)) house.places.set(group.id, { chat, dead: false });
  };
  beforeEach(() => {
    house = open();
  });

  it('makes them known, with the officer who added the bot; nothing stays of where it is not', async () => {
    await house.hear([tell('-1', 1, present('7')), tell('-2', 1, present('8', { title: 'A\u202EB  C' }))]);
    expect([...house.kept.values()].map(({ addedBy, title, name: called }) => [addedBy, title, called])).toEqual([
      ['dewi', 'RT 5', null],
      [null, 'AB C', null],
    ]);
    await house.hear([tell('-2', 2, { type: 'gone' }), tell('-3', 2, { type: 'gone' })]);
    expect([...house.kept.keys()]).toEqual([idOf('-1')]);
  });

  it('cuts no letter of a long title in two: half of one, and no platform takes the list', async () => {
    await house.hear([tell('-1', 1, present('8', { title: `${'x'.repeat(63)}\u{1F30A}\u{1F30A}` }))]);
    expect(house.kept.get(idOf('-1'))?.title).toBe(`${'x'.repeat(63)}\u{1F30A}`);
  });

  it("keeps so many: a stranger's oldest gives way, an officer's last", async () => {
    await house.hear([tell('-1', 1, present('7'))]);
    const strangers = Array.from({ length: mostUnnamed + 20 }, (_, n) => tell(String(-10 - n), 2 + n, present('8')));
    await house.hear(strangers);
    expect(house.kept.size).toBe(mostUnnamed);
    expect(house.kept.has(idOf('-1'))).toBe(true);
    expect(house.kept.has(idOf('-29'))).toBe(false);
    expect(house.kept.has(idOf(String(-10 - mostUnnamed - 19)))).toBe(true);
  });

  it('of a named one shuts and opens its address; old news change nothing', async () => {
    await house.hear([tell('-1', 1, present('7'))]);
    name('-1');
    await house.hear([tell('-1', 5, { type: 'gone' })]);
    expect(house.places.get(idOf('-1'))?.dead).toBe(true);
    await house.hear([tell('-1', 4, present('8')), tell('-1', 4, { type: 'titled', title: 'Lama' })]);
    expect([house.kept.get(idOf('-1'))?.writable, house.kept.get(idOf('-1'))?.title]).toEqual([false, 'RT 5']);
    await house.hear([tell('-1', 6, present('8', { title: 'Baru' }))]);
    expect([house.places.get(idOf('-1'))?.dead, house.kept.get(idOf('-1'))?.title]).toEqual([false, 'Baru']);
  });

  it.each([
    ['once', 1],
    ['and twice, as after a crash', 2],
  ])('moves a named one under its own id, told %s', async (_, times) => {
    await house.hear([tell('-1', 1, present('7'))]);
    name('-1');
    const batch = [tell('-100', 2, present('8')), tell('-1', 2, { type: 'moved', to: '-100' })];
    for (let time = 0; time < times; time += 1) await house.hear(batch);
    expect([...house.kept.keys()]).toEqual([idOf('-1')]);
    expect(house.places.get(idOf('-1'))?.chat).toBe('-100');
    // The old place may be told of later (tdlib/telegram-bot-api, issue 266); the new one is this group.
    await house.hear([tell('-1', 3, { type: 'gone' }), tell('-100', 3, { type: 'titled', title: 'Besar' })]);
    expect([house.kept.get(idOf('-1'))?.title, house.places.get(idOf('-1'))?.dead]).toEqual(['Besar', false]);
  });

  it('knows one that moved and lost its name then where it is, and not a second time', async () => {
    await house.hear([tell('-1', 1, present('7'))]);
    name('-1');
    await house.hear([tell('-1', 2, { type: 'moved', to: '-100' })]);
    name('-1', null);
    await house.hear([tell('-100', 3, present('8', { title: 'Besar' })), tell('-1', 4, { type: 'gone' })]);
    expect([...house.kept.values()].map(({ id, title }) => [id, title])).toEqual([[idOf('-1'), 'Besar']]);
    await house.hear([tell('-100', 5, { type: 'gone' })]);
    expect(house.kept.size).toBe(0);
  });

  it('moves one without a name altogether', async () => {
    await house.hear([tell('-1', 1, present('7')), tell('-1', 2, { type: 'moved', to: '-100' })]);
    expect([...house.kept.values()].map(({ id, chat, addedBy }) => [id, chat, addedBy])).toEqual([
      [idOf('-100'), '-100', 'dewi'],
    ]);
  });
});
