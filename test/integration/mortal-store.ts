import type { Store } from '../../src/domain/ports/store.ts';

/** A process that dies after so many calls to its store: each later one is never made. */
export interface Mortal {
  readonly watch: (store: Store) => Store;
  /** Lets it live for `calls` more calls while `deed` is done; whether it died over it. */
  readonly dies: (calls: number, deed: () => Promise<unknown>) => Promise<boolean>;
}

/** One that lives, until `dies` says otherwise. */
export function createMortal(): Mortal {
  let lives = Infinity;
  const mortal = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name, self) => {
        const call: unknown = Reflect.get(target, name, self);
        if (typeof call !== 'function') return call;
        return async (...args: unknown[]): Promise<unknown> => {
          lives -= 1;
          if (lives < 0) throw new Error('dead');
          return Reflect.apply(call, target, args);
        };
      },
    });
  return {
    watch: (store) => ({
      ...store,
      inbox: mortal(store.inbox),
      addresses: mortal(store.addresses),
      deliveries: mortal(store.deliveries),
      media: mortal(store.media),
      documents: (kind) => mortal(store.documents(kind)),
    }),
    dies: async (calls, deed) => {
      lives = calls;
      await deed().catch((error: unknown) => {
        if (lives >= 0) throw error;
      });
      const died = lives < 0;
      lives = Infinity;
      return died;
    },
  };
}
