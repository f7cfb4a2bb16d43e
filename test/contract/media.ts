import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Media, NewMedia } from '../../src/domain/ports/media.ts';
import { DAY, HOUR } from './bench.ts';
import type { Bench, OpenBench } from './bench.ts';

const picture = Uint8Array.from({ length: 300 }, (_, at) => at % 256);

function file(id: string, more: Partial<NewMedia> = {}): NewMedia {
  return { id, address: 'sim.a', type: 'jpg', content: picture, ...more };
}

/** What every store of files must do. */
export function describeMedia(name: string, open: OpenBench<{ readonly media: Media }>): void {
  describe(`${name}: media`, () => {
    let bench: Bench & { readonly media: Media };
    beforeEach(async () => void (bench = await open()));
    afterEach(() => bench.close());
    const ids = async (start: string): Promise<string[]> =>
      (await bench.media.startingWith(start, 10)).map(({ id }) => id);

    test('gives back what was kept, byte for byte, and what it is', async () => {
      expect(await bench.media.keep(file('abc1'), DAY)).toBe('kept');
      const read = await bench.media.read('abc1');
      expect(read).toMatchObject({ id: 'abc1', address: 'sim.a', type: 'jpg' });
      expect([...(read?.content ?? [])]).toEqual([...picture]);
      expect(await bench.media.look('abc1')).toEqual({ id: 'abc1', address: 'sim.a', type: 'jpg', bytes: 300 });
    });

    test('knows nothing of what was never kept', async () => {
      expect(await bench.media.read('abc1')).toBe(null);
      expect(await bench.media.look('abc1')).toBe(null);
      expect(await bench.media.remove('abc1')).toBe(false);
      await bench.media.claim(['abc1']);
      await bench.media.claim([]);
      expect(await bench.media.look('abc1')).toBe(null);
    });

    test('the same file twice, also at once, is kept once and as it was first', async () => {
      const other = file('abc1', { content: Uint8Array.of(1), type: 'png' });
      const answers = await Promise.all([file('abc1'), other, other].map((each) => bench.media.keep(each, DAY)));
      expect(answers.filter((answer) => answer === 'kept')).toHaveLength(1);
      const before = await bench.media.look('abc1');
      expect(await bench.media.keep(other, DAY)).toBe('known');
      expect(await bench.media.look('abc1')).toEqual(before);
    });

    test('is found by how its id begins, in order', async () => {
      for (const id of ['abc2', 'abc1', 'abd1', 'ab']) await bench.media.keep(file(id), DAY);
      expect(await ids('abc')).toEqual(['abc1', 'abc2']);
      expect(await ids('abc1')).toEqual(['abc1']);
      expect(await ids('x')).toEqual([]);
      expect(await bench.media.startingWith('ab', 2)).toHaveLength(2);
    });

    test('what nobody claimed is forgotten when its time is over, and no sooner', async () => {
      await bench.media.keep(file('early'), HOUR);
      await bench.media.keep(file('late'), DAY);
      expect(await bench.media.purge(10)).toBe(0);
      await bench.pass(2 * HOUR);
      expect(await bench.media.purge(10)).toBe(1);
      expect(await bench.media.look('early')).toBe(null);
      expect(await bench.media.look('late')).not.toBe(null);
    });

    test('what was claimed stays', async () => {
      await bench.media.keep(file('mine'), HOUR);
      await bench.media.claim(['mine', 'gone']);
      await bench.media.claim(['mine']);
      await bench.pass(400 * DAY);
      expect(await bench.media.purge(10)).toBe(0);
      expect(await bench.media.read('mine')).not.toBe(null);
      expect(await bench.media.keep(file('mine'), HOUR)).toBe('known');
      await bench.pass(DAY);
      expect(await bench.media.purge(10)).toBe(0);
    });

    test('forgets a few at a time, the oldest first', async () => {
      for (const [at, id] of ['c', 'a', 'b'].entries()) await bench.media.keep(file(id), HOUR + at);
      await bench.pass(DAY);
      expect(await bench.media.purge(2)).toBe(2);
      expect(await bench.media.look('b')).not.toBe(null);
      expect(await bench.media.purge(2)).toBe(1);
    });

    test('goes when it is removed, claimed or not', async () => {
      await bench.media.keep(file('abc1'), DAY);
      await bench.media.claim(['abc1']);
      expect(await bench.media.remove('abc1')).toBe(true);
      expect(await bench.media.remove('abc1')).toBe(false);
      expect(await bench.media.read('abc1')).toBe(null);
    });

    test('what a conversation lets go is gone at once, unless it was claimed', async () => {
      for (const id of ['a1', 'a2', 'a3']) await bench.media.keep(file(id), DAY);
      await bench.media.claim(['a2']);
      await bench.media.release(['a1', 'a2', 'gone']);
      await bench.media.release([]);
      expect(await ids('a')).toEqual(['a2', 'a3']);
    });

    test('goes with its address, and nothing of others does', async () => {
      await bench.media.keep(file('a1'), DAY);
      await bench.media.keep(file('a2'), DAY);
      await bench.media.keep(file('b1', { address: 'sim.b' }), DAY);
      await bench.media.claim(['a1']);
      expect(await bench.media.removeOf('sim.a')).toBe(2);
      expect(await bench.media.removeOf('sim.a')).toBe(0);
      expect(await bench.media.look('b1')).not.toBe(null);
    });
  });
}
