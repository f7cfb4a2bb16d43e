import { describe, expect, it } from 'vitest';

import { giveName, namesOf, takeName } from './group-names.ts';
import type { GroupNames } from './group-names.ts';

const none = namesOf([]);
const named = (count: number): GroupNames => {
  const given = Array.from({ length: count }, (_, n) => ({ group: `g${n}`, name: `Nama ${n}`, version: 5 }));
  return { given, version: 5 };
};

describe('the names of groups', () => {
  it.each([
    ['a new one', none, { group: 'a', name: 'Warga', now: 9 }, { given: { group: 'a', name: 'Warga', version: 9 } }],
    ['one of another group, however it is written', named(1), { group: 'a', name: 'nama  0', now: 9 }, { twin: 'g0' }],
    ['its own again', named(1), { group: 'g0', name: 'Nama 0', now: 9 }, { given: named(1).given[0] }],
    ['one more than fifty', named(50), { group: 'a', name: 'Warga', now: 9 }, 'full'],
    [
      'another one of fifty',
      named(50),
      { group: 'g0', name: 'Lain', now: 9 },
      { given: { group: 'g0', name: 'Lain', version: 9 } },
    ],
    [
      'a later one on a slow clock',
      named(1),
      { group: 'a', name: 'Lain', now: 2 },
      { given: { group: 'a', name: 'Lain', version: 6 } },
    ],
  ])('give %s', (_, names, ask, result) => {
    expect(giveName(names, ask).result).toEqual(result);
  });

  it('let a name go to others, by a newer version, and twice is once', () => {
    const { doc, result } = takeName(named(2), { group: 'g0', now: 2 });
    expect([doc, result]).toEqual([{ given: named(2).given.slice(1), version: 6 }, 6]);
    expect(takeName(doc ?? none, { group: 'g0', now: 9 })).toEqual({ doc: null, result: 6 });
    expect(giveName(doc ?? none, { group: 'a', name: 'Nama 0', now: 7 }).result).toMatchObject({
      given: { version: 7 },
    });
  });
});
