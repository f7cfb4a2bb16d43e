import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Keyrings } from '../../src/domain/ports/keyrings.ts';
import type { Bench, OpenBench } from './bench.ts';

/** What every store of keyrings must do. */
export function describeKeyrings(name: string, open: OpenBench<{ readonly keyrings: Keyrings }>): void {
  describe(`${name}: keyrings`, () => {
    let bench: Bench & { readonly keyrings: Keyrings };
    let keyrings: Keyrings;
    beforeEach(async () => {
      bench = await open();
      keyrings = bench.keyrings;
    });
    afterEach(() => bench.close());

    const names = ['creds', 'session.6281:0', 'pre-key.1', 'never'];
    const write = (changes: Readonly<Record<string, string | null>>, account = 'wa'): Promise<void> =>
      keyrings.write(account, new Map(Object.entries(changes)));
    const read = async (account = 'wa'): Promise<object> => Object.fromEntries(await keyrings.read(account, names));

    test('a ring never heard of is empty', async () => {
      expect(await read()).toEqual({});
      expect(await keyrings.read('wa', [])).toEqual(new Map());
    });

    test('what was written is read by its name, and what was not is absent', async () => {
      await write({ creds: '{"a":1}', 'pre-key.1': '' });
      expect(await read()).toEqual({ creds: '{"a":1}', 'pre-key.1': '' });
    });

    test('a write changes what it names, removes what is null, and leaves the rest', async () => {
      await write({ creds: 'a', 'session.6281:0': 'b', 'pre-key.1': 'c' });
      await write({ creds: 'd', 'pre-key.1': null, never: null });
      expect(await read()).toEqual({ creds: 'd', 'session.6281:0': 'b' });
      await write({ 'pre-key.1': 'e' });
      await write({ creds: null, 'session.6281:0': null, 'pre-key.1': null });
      expect(await read()).toEqual({});
      await write({});
      await write({ creds: 'f' });
      expect(await read()).toEqual({ creds: 'f' });
    });

    test('names and values hold any characters', async () => {
      const odd = ['a.b', 'a', '.', '', 'lid-mapping.1\n2', '\u{1F511} kunci', `"'$\\;--`, 'x'.repeat(5000)];
      const values = new Map(odd.map((each, index) => [each, `${each}${index}\u0000${'y'.repeat(index * 1000)}`]));
      await keyrings.write('wa', values);
      expect(await keyrings.read('wa', odd)).toEqual(values);
    });

    test('two accounts have nothing in common, also when one begins like the other', async () => {
      await write({ creds: 'one' });
      await write({ creds: 'two' }, 'wa.creds');
      await keyrings.clear('wa');
      expect([await read(), await read('wa.creds')]).toEqual([{}, { creds: 'two' }]);
    });

    test('a ring that was cleared begins anew, and clearing twice is no trouble', async () => {
      await keyrings.clear('wa');
      await write({ creds: 'old', 'pre-key.1': 'old' });
      await keyrings.clear('wa');
      await keyrings.clear('wa');
      expect(await read()).toEqual({});
      await write({ creds: 'new' });
      expect(await read()).toEqual({ creds: 'new' });
    });

    test('writes that are asked for at once all stand, the last one on top', async () => {
      await Promise.all(
        Array.from({ length: 30 }, (_, index) => write({ creds: `${index}`, [`session.${index}`]: `${index}` })),
      );
      expect(await read()).toEqual({ creds: '29' });
      const all = Array.from({ length: 30 }, (_, index) => `session.${index}`);
      expect([...(await keyrings.read('wa', all)).values()]).toEqual(all.map((_, index) => `${index}`));
    });

    test('who reads while another writes sees a write whole or not at all', async () => {
      await write({ creds: '0', 'pre-key.1': '0' });
      const writes = Array.from({ length: 40 }, (_, index) => write({ creds: `${index}`, 'pre-key.1': `${index}` }));
      const seen = await Promise.all(Array.from({ length: 40 }, () => read()));
      await Promise.all(writes);
      const pairs = seen.map((each) => Object.values(each as Record<string, string>));
      expect(pairs.filter(([one, other]) => one !== other)).toEqual([]);
      expect(await read()).toEqual({ creds: '39', 'pre-key.1': '39' });
    });

    test('eight hundred keys are one write', async () => {
      const keys = Array.from({ length: 800 }, (_, index) => [`pre-key.${index}`, 'k'.repeat(150)] as const);
      await keyrings.write('wa', new Map(keys));
      expect(await keyrings.read('wa', ['pre-key.0', 'pre-key.799'])).toHaveProperty('size', 2);
    });
  });
}
