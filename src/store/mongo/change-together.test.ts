import { describe, expect, test } from 'vitest';

import { createChanges } from './change-together.ts';
import type { Versions } from './change-together.ts';

/** One document, `others` times changed by somebody else between a read and the write that follows it. */
function keep(others = 0) {
  const kept = { version: 0, doc: null as readonly string[] | null, writes: 0, left: others };
  const versions: Versions<readonly string[]> = {
    read: async () => (kept.doc === null ? null : { version: kept.version, doc: kept.doc }),
    write: async (_id, version, doc) => {
      kept.writes += 1;
      if (kept.left > 0) {
        kept.left -= 1;
        kept.version += 1;
        kept.doc = [...(kept.doc ?? []), `other ${kept.left}`];
      }
      if (version !== (kept.doc === null ? null : kept.version)) return false;
      kept.version += 1;
      kept.doc = doc;
      return true;
    },
  };
  return { kept, versions };
}

const add = (name: string) => (doc: readonly string[] | null) => {
  const next = [...(doc ?? []), name];
  return { doc: next, result: next.length };
};

describe('changes of one document', () => {
  test('that wait for one another are written together, in the order they were asked for', async () => {
    const { kept, versions } = keep();
    const change = createChanges(versions);
    const results = await Promise.all(['a', 'b', 'c', 'd'].map((name) => change('x', add(name))));
    expect(results).toEqual([1, 2, 3, 4]);
    expect(kept.doc).toEqual(['a', 'b', 'c', 'd']);
    expect(kept.writes).toBe(2);
  });

  test('begin again on what another process wrote meanwhile', async () => {
    const { kept, versions } = keep(3);
    const change = createChanges(versions);
    expect(await change('x', add('a'))).toBe(4);
    expect(kept.doc).toEqual(['other 2', 'other 1', 'other 0', 'a']);
  });

  test('that change nothing write nothing', async () => {
    const { kept, versions } = keep();
    const change = createChanges(versions);
    expect(await change('x', (doc) => ({ doc: null, result: doc }))).toBeNull();
    expect(kept.writes).toBe(0);
  });

  test('whose rule throws leave the others theirs', async () => {
    const { kept, versions } = keep();
    const change = createChanges(versions);
    const first = change('x', add('a'));
    const bug = change('x', () => {
      throw new Error('a bug in a rule');
    });
    const last = change('x', add('b'));
    await expect(bug).rejects.toThrow('a bug in a rule');
    expect(await Promise.all([first, last])).toEqual([1, 2]);
    expect(kept.doc).toEqual(['a', 'b']);
  });

  test('that meet trouble all hear of it, and later ones go on', async () => {
    const { kept, versions } = keep();
    let away = true;
    const change = createChanges({
      ...versions,
      write: async (...args) => {
        if (away) throw new Error('away');
        return versions.write(...args);
      },
    });
    const heard = await Promise.allSettled([change('x', add('a')), change('x', add('b')), change('x', add('c'))]);
    expect(heard.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    away = false;
    expect(await change('x', add('d'))).toBe(1);
    expect(kept.doc).toEqual(['d']);
  });
});
