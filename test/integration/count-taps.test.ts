import { describe, expect, test } from 'vitest';

import { openLinks } from '../../src/app/counted-links/open-links.ts';
import { createTally } from '../../src/app/counted-links/tally.ts';
import { countedLinkKind } from '../../src/domain/counted-link.ts';
import type { CountedLink } from '../../src/domain/counted-link.ts';
import { documentKinds } from '../../src/domain/document-kinds.ts';
import type { Documents } from '../../src/domain/ports/documents.ts';
import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openMongo } from '../../src/store/mongo/mongo.ts';
import { openSqlite } from '../../src/store/sqlite/sqlite.ts';
import { describeOn, useMongo } from '../servers/use-servers.ts';
import { useFolders } from './temporary-folder.ts';

const folder = useFolders();
const newDatabase = useMongo();
const key = 'a1'.repeat(32);

const openers: readonly (readonly [string, typeof describe | typeof describe.skip, () => Promise<Store>])[] = [
  ['SQLite', describe, async () => openSqlite({ dataDir: folder(), key, clock: { now: () => Date.now() } })],
  [
    'MongoDB',
    describeOn('mongo'),
    async () => openMongo({ url: (await newDatabase()).url, key, kinds: documentKinds, log: () => {} }),
  ],
];

/** Never rings: what is written is written when the test says so. */
const still = { after: () => () => {} };

const textOf = (link: string): string => `Daftar di ${link} sekarang`;

/** A link of an announcement on a new store, and what is kept of it. */
async function openLink(open: () => Promise<Store>) {
  const store = await open();
  const countedLinks = store.documents(countedLinkKind);
  const { fingerprint } = store;
  const office = { countedLinks, fingerprint, publicUrl: 'https://daerah.contoh.id' };
  await openLinks(office, { id: 'a1', text: textOf('https://contoh.id/a'), countsTaps: true }, 0);
  await openLinks(office, { id: 'a1', text: textOf('https://contoh.id/a'), countsTaps: true }, 0);
  const [link] = await countedLinks.lookThrough({ after: '', limit: 9 });
  const read = async (): Promise<CountedLink | null> => countedLinks.read(link?.id ?? '');
  return { store, countedLinks, code: link?.id ?? '', read };
}

for (const [name, describeHere, open] of openers) {
  describeHere(`taps on ${name}`, () => {
    test('of several processes at once are all counted, and none twice', async () => {
      const { store, countedLinks, code, read } = await openLink(open);
      const tallies = ['p', 'q', 'r'].map((owner) => createTally({ countedLinks, clock: still, log: () => {}, owner }));
      for (let round = 0; round < 5; round += 1) {
        for (const tally of tallies) for (let n = 0; n < 20; n += 1) tally.add(code, n < 5 ? 'carried' : 'taps');
        await Promise.all(tallies.map((tally) => tally.flush()));
      }
      expect(await read()).toMatchObject({ taps: 225, carried: 75, announcement: 'a1', url: 'https://contoh.id/a' });
      await store.close();
    });

    test('whose answer was lost are not counted twice, and those of a store that was away are not lost', async () => {
      const { store, countedLinks, code, read } = await openLink(open);
      const faults: ('before' | 'after')[] = ['before', 'after', 'after', 'before'];
      const shaky: Documents<CountedLink> = {
        ...countedLinks,
        change: async (id, decide) => {
          const fault = faults.shift();
          if (fault === 'before') throw new StoreTrouble('database_away');
          const result = await countedLinks.change(id, decide);
          if (fault === 'after') throw new StoreTrouble('database_away');
          return result;
        },
      };
      const logged: string[] = [];
      const log = (event: string): void => void logged.push(event);
      const tally = createTally({ countedLinks: shaky, clock: still, log, owner: 'p' });
      for (let n = 0; n < 6; n += 1) {
        tally.add(code, 'taps');
        await tally.flush();
      }
      await tally.flush();
      expect(await read()).toMatchObject({ taps: 6 });
      expect(logged).toEqual(Array.from({ length: 4 }, () => 'taps not written'));
      await store.close();
    });
  });
}

test('a second after the first tap it is written, with all that came meanwhile', async () => {
  const rings: (() => void)[] = [];
  const { store, countedLinks, code, read } = await openLink(async () =>
    openSqlite({ dataDir: folder(), key, clock: { now: () => 0 } }),
  );
  const clock = { after: (ms: number, then: () => void) => (rings.push(then), expect(ms).toBe(1000), () => {}) };
  const tally = createTally({ countedLinks, clock, log: () => {}, owner: 'p' });
  for (let n = 0; n < 300; n += 1) tally.add(code, 'taps');
  expect([rings.length, (await read())?.taps]).toEqual([1, 0]);
  rings[0]?.();
  await tally.flush();
  expect((await read())?.taps).toBe(300);
  await store.close();
});
