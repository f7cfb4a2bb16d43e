import type { Store } from '../../src/domain/ports/store.ts';
import type { House, HouseTable } from '../../src/store/house.ts';
import { moveHouse } from '../../src/store/move-house.ts';
import type { MoveStep } from '../../src/store/move-house.ts';
import { createSeal } from '../../src/store/seal.ts';

export const KEY = 'k'.repeat(44);

/** Where an installation may live: as its service opens it, and as a move does. */
export interface Place {
  store(): Promise<Store>;
  house(isSource: boolean): Promise<House>;
  /** The store's clock. */
  now(): Promise<number>;
}

export interface Run {
  readonly from: Place;
  readonly to: Place;
  readonly key?: string;
  readonly calls?: Calls;
  readonly steps?: MoveStep[];
}

/** One run of a move. */
export async function move({ from, to, key = KEY, calls = { count: 0 }, steps }: Run): Promise<string> {
  const source = await from.house(true);
  try {
    const target = await to.house(false);
    try {
      return await moveHouse({
        from: breakable(source, calls),
        to: breakable(target, calls),
        seal: createSeal(key),
        onStep: (step) => steps?.push(step),
      });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Calls to either end, from 1; one of them may be the last, before or after it was done. */
interface Calls {
  count: number;
  readonly crash?: { readonly at: number; readonly after: boolean };
}

/** A house, or one of its tables, whose calls are counted, and one of them never comes back. */
function breakable<Of extends House | HouseTable>(real: Of, calls: Calls): Of {
  return new Proxy(real, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      if (name === 'table') return (table: string) => breakable((real as House).table(table), calls);
      return async (...args: unknown[]): Promise<unknown> => {
        calls.count += 1;
        const { at = 0, after = true } = calls.crash ?? {};
        const isLast = calls.count === at;
        if (isLast && !after) throw new Error('crash');
        const result: unknown = await Reflect.apply(member, target, args);
        if (isLast) throw new Error('crash');
        return result;
      };
    },
  });
}
