import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { DocumentKind, Documents, Page } from '../../src/domain/ports/documents.ts';
import type { Bench, OpenBench } from './bench.ts';

interface Batch {
  readonly name: string;
  readonly seats: readonly string[];
  readonly next?: number;
  readonly village?: string;
}

const BATCHES: DocumentKind<Batch> = {
  name: 'test_batch',
  keys: (doc) => ({ name: doc.name, village: doc.village ?? null }),
  next: (doc) => doc.next ?? null,
};
const NOTES: DocumentKind<Batch> = { ...BATCHES, name: 'test_note' };
const sketch = (doc: Batch): string | null => doc.village ?? (doc.name === 'shy' ? null : '-');
const ALL: Page = { after: '', limit: 100 };

const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((row) => row.id);

type OpenDocuments = { documents<Doc>(kind: DocumentKind<Doc>): Documents<Doc> };

/** What every store of documents must do. */
export function describeDocuments(name: string, open: OpenBench<OpenDocuments>): void {
  describe(`${name}: documents`, () => {
    let bench: Bench & OpenDocuments;
    let batches: Documents<Batch>;
    beforeEach(async () => {
      bench = await open();
      batches = bench.documents(BATCHES);
    });
    afterEach(() => bench.close());

    const batch = (more: Partial<Batch> = {}): Batch => ({ name: 'Gelombang 1', seats: [], ...more });
    const sit = (id: string, person: string): Promise<number> =>
      batches.change(id, (doc) => {
        const seats = [...(doc?.seats ?? []), person];
        return { doc: { ...(doc ?? batch()), seats }, result: seats.length };
      });

    test('is created once, and stays as the first made it', async () => {
      const makers = ['a', 'b', 'c'].map((person) => batches.create('b1', batch({ seats: [person] })));
      expect((await Promise.all(makers)).toSorted()).toEqual(['created', 'known', 'known']);
      expect((await batches.read('b1'))?.seats).toHaveLength(1);
      expect(await batches.read('b2')).toBeNull();
    });

    test('kinds do not see each other', async () => {
      await batches.create('b1', batch());
      const notes = bench.documents(NOTES);
      expect(await notes.read('b1')).toBeNull();
      expect(await notes.find('name', 'Gelombang 1', ALL)).toEqual([]);
      expect(await notes.lookThrough(ALL)).toEqual([]);
      expect(await notes.create('b1', batch())).toBe('created');
    });

    test('a change sees what there is, or null, and its result comes back', async () => {
      expect(await sit('b1', 'a')).toBe(1);
      expect(await sit('b1', 'b')).toBe(2);
      expect((await batches.read('b1'))?.seats).toEqual(['a', 'b']);
    });

    test('a change may leave things as they are', async () => {
      expect(await batches.change('b1', (doc) => ({ doc: null, result: doc }))).toBeNull();
      expect(await batches.read('b1')).toBeNull();
      await batches.create('b1', batch());
      expect(await batches.change('b1', (doc) => ({ doc: null, result: doc?.name }))).toBe('Gelombang 1');
    });

    test('a rule that throws changes nothing, and rejects', async () => {
      await batches.create('b1', batch());
      const failing = batches.change('b1', () => {
        throw new Error('a bug in a rule');
      });
      const [, seats] = await Promise.all([expect(failing).rejects.toThrow('a bug in a rule'), sit('b1', 'a')]);
      expect(seats).toBe(1);
    });

    test('is found by its keys, which follow its changes', async () => {
      await batches.create('b1', batch({ village: 'v1' }));
      await batches.create('b2', batch({ village: 'v2' }));
      await batches.create('b3', batch());
      await batches.create('b3', batch({ village: 'v1' }));
      expect(ids(await batches.find('village', 'v1', ALL))).toEqual(['b1']);
      await batches.change('b1', (doc) => ({ doc: { ...batch(), ...doc, village: 'v2' }, result: null }));
      expect(await batches.find('village', 'v1', ALL)).toEqual([]);
      expect(ids(await batches.find('village', 'v2', ALL))).toEqual(['b1', 'b2']);
      await batches.change('b2', () => ({ doc: batch(), result: null }));
      expect(ids(await batches.find('village', 'v2', ALL))).toEqual(['b1']);
      expect(await batches.find('name', 'v2', ALL)).toEqual([]);
    });

    test('pages go by id and miss nothing', async () => {
      const names = ['b10', 'b2', 'b1', 'a', 'ä', 'B1'];
      for (const id of names) await batches.create(id, batch());
      for (const read of [
        (page: Page) => batches.lookThrough(page),
        (page: Page) => batches.find('name', 'Gelombang 1', page),
      ]) {
        const seen: string[] = [];
        for (;;) {
          const rows = ids(await read({ after: seen.at(-1) ?? '', limit: 2 }));
          seen.push(...rows);
          if (rows.length < 2) break;
        }
        expect(seen).toEqual([...names].toSorted());
      }
    });

    test('what each says of itself follows its changes; of who says nothing, the document tells', async () => {
      const sketched = bench.documents({ ...BATCHES, sketch });
      const told = async (page: Page = ALL): Promise<readonly (readonly [string, string | null])[]> =>
        (await sketched.sketches(page)).map((one) => {
          if ('unopened' in one) throw new Error(`${one.id} does not open`);
          return [one.id, 'doc' in one ? sketch(one.doc) : one.sketch] as const;
        });
      expect(await told()).toEqual([]);
      await sketched.create('b2', batch({ village: 'v2' }));
      await sketched.create('b1', batch());
      await sketched.create('b3', batch({ name: 'shy' }));
      const all = [
        ['b1', '-'],
        ['b2', 'v2'],
        ['b3', null],
      ] as const;
      expect(await told()).toEqual(all);
      expect(await told({ after: 'b1', limit: 1 })).toEqual([all[1]]);
      await sketched.change('b2', () => ({ doc: batch({ village: 'v9' }), result: null }));
      await sketched.remove('b1');
      expect(await told()).toEqual([['b2', 'v9'], all[2]]);
      await sketched.change('b2', () => ({ doc: batch({ name: 'shy' }), result: null }));
      expect(await told()).toEqual([['b2', null], all[2]]);
    });

    test('what was there before its kind told anything of itself is told, too', async () => {
      await batches.create('b1', batch({ village: 'v1' }));
      const sketched = bench.documents({ ...BATCHES, sketch: ({ village }: Batch) => village ?? null });
      for (let time = 0; time < 2; time += 1) {
        const [one] = await sketched.sketches(ALL);
        expect(one).toSatisfy((found: object) => 'doc' in found || ('sketch' in found && found.sketch === 'v1'));
        // What was looked at is learnt with the next write.
        await sketched.create(`later${time}`, batch());
      }
    });

    test('is due when its next has come, the longest waiting first', async () => {
      const now = bench.now();
      await batches.create('b1', batch({ next: now - 1 }));
      await batches.create('b2', batch({ next: now - 2 }));
      await batches.create('b3', batch({ next: now + 1 }));
      await batches.create('b4', batch());
      expect(await batches.due(now, 10)).toEqual(['b2', 'b1']);
      expect(await batches.due(now, 1)).toEqual(['b2']);
      await batches.change('b2', () => ({ doc: batch(), result: null }));
      expect(await batches.due(now + 1, 10)).toEqual(['b1', 'b3']);
    });

    test('what is removed is gone, keys too, and may come again', async () => {
      await batches.create('b1', batch({ village: 'v1', next: 1 }));
      await batches.remove('b1');
      await batches.remove('b1');
      expect(await batches.read('b1')).toBeNull();
      expect(await batches.find('village', 'v1', ALL)).toEqual([]);
      expect(await batches.due(9, 9)).toEqual([]);
      expect(await batches.create('b1', batch())).toBe('created');
    });

    test('any JSON comes back as it went in', async () => {
      const kind: DocumentKind<{ value: unknown }> = { name: 'test_any', keys: () => ({}), next: () => null };
      const anything = bench.documents(kind);
      const values = fc.sample(fc.jsonValue(), 100);
      await Promise.all(values.map((value, index) => anything.create(`v${index}`, { value })));
      for (const [index, value] of values.entries()) {
        expect(await anything.read(`v${index}`)).toEqual(JSON.parse(JSON.stringify({ value })));
      }
    });

    test('fifty seats are taken by fifty of two hundred, whatever the interleaving', async () => {
      const take = (person: string): Promise<boolean> =>
        batches.change('b1', (doc) => {
          const now = doc ?? batch();
          if (now.seats.length >= 50) return { doc: null, result: false };
          return { doc: { ...now, seats: [...now.seats, person] }, result: true };
        });
      const people = Array.from({ length: 200 }, (_, index) => `w${index}`);
      const taken = await Promise.all(people.map((person) => take(person)));
      const seats = (await batches.read('b1'))?.seats ?? [];
      expect(new Set(seats).size).toBe(50);
      expect(people.filter((_, index) => taken[index])).toEqual(expect.arrayContaining([...seats]));
      expect(taken.filter(Boolean)).toHaveLength(50);
    });

    test('changes of several documents in any interleaving are each done once, in some order', async () => {
      const deed = fc.record({
        id: fc.constantFrom('b1', 'b2'),
        person: fc.string({ maxLength: 3 }),
        turns: fc.nat(3),
      });
      let round = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
          round += 1;
          const results = await Promise.all(
            deeds.map(async ({ id, person, turns }) => {
              for (let left = turns; left > 0; left -= 1) await Promise.resolve();
              return { id, person, place: await sit(`${id}.${round}`, person) };
            }),
          );
          for (const id of ['b1', 'b2']) {
            const done = results.filter((each) => each.id === id).toSorted((a, b) => a.place - b.place);
            const seats = (await batches.read(`${id}.${round}`))?.seats ?? [];
            expect(seats).toEqual(done.map((each) => each.person));
            expect(done.map((each) => each.place)).toEqual(done.map((_, index) => index + 1));
          }
        }),
        { numRuns: 30 },
      );
    });
  });
}
