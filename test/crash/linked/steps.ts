import type { Store } from '../../../src/domain/ports/store.ts';

type Port = 'keyrings' | 'inbox' | 'addresses' | 'deliveries';

/** One instant between a person's message and the acknowledged answer at which the process is killed. */
export interface Step {
  readonly name: string;
  /** The call of the store before or after which it happens; null: WhatsApp has the answer and never says so, nor does the phone. */
  readonly at: { readonly port: Port; readonly method: string; readonly when: 'before' | 'after' } | null;
  /** Only a write of this kind of key counts. */
  readonly key?: 'session ' | 'sent ';
  /** Only once the answer is marked as being sent. */
  readonly isSending?: true;
  /** The protocol lets nobody keep the message here: asking the person for it once more is all that can be done. */
  readonly mayAsk?: true;
}

const before = (port: Port, method: string) => ({ port, method, when: 'before' as const });
const after = (port: Port, method: string) => ({ port, method, when: 'after' as const });

/** Every step of receiving and sending, in their order. */
export const steps: readonly Step[] = [
  { name: 'the message is here, its keys are not turned', at: before('keyrings', 'write'), key: 'session ' },
  { name: 'its keys are turned, it is not opened', at: after('keyrings', 'write'), key: 'session ', mayAsk: true },
  { name: 'WhatsApp knows that we have it, the inbox does not have it', at: before('inbox', 'accept'), mayAsk: true },
  { name: 'the inbox has it', at: after('inbox', 'accept') },
  { name: 'its turn is not committed', at: before('addresses', 'commit') },
  { name: 'its turn is committed', at: after('addresses', 'commit') },
  { name: 'the answer is not marked', at: before('deliveries', 'mark') },
  { name: 'the answer is marked', at: after('deliveries', 'mark') },
  { name: 'its name is not remembered', at: before('keyrings', 'write'), key: 'sent ' },
  { name: 'its name is remembered', at: after('keyrings', 'write'), key: 'sent ' },
  { name: 'the keys for it are not turned', at: before('keyrings', 'write'), key: 'session ', isSending: true },
  { name: 'the keys for it are turned', at: after('keyrings', 'write'), key: 'session ', isSending: true },
  { name: 'WhatsApp has it, its acknowledgement is lost', at: null },
  { name: 'it is acknowledged and not settled', at: before('deliveries', 'settle') },
  { name: 'it is settled', at: after('deliveries', 'settle') },
];

/** A store that kills its process at the step that it is told. */
export interface DyingStore {
  readonly watch: (store: Store) => Store;
  /** From now on; the first time that it comes there. */
  readonly aim: (step: Step) => void;
}

/** `die` does not come back. */
export function createDyingStore(die: () => void): DyingStore {
  let aimed: Step | null = null;
  let isSending = false;

  function isHere(port: Port, method: string, when: 'before' | 'after', args: readonly unknown[]): boolean {
    const { at = null, key = '' } = aimed ?? {};
    if (at?.port !== port || at.method !== method || at.when !== when) return false;
    if (aimed?.isSending === true && !isSending) return false;
    const names = args[1] instanceof Map ? [...args[1].keys()].map(String) : [''];
    return names.some((name) => name.startsWith(key));
  }

  function watchPort<Methods extends object>(port: Port, methods: Methods): Methods {
    return new Proxy(methods, {
      get: (target, method: string) => {
        const call: unknown = Reflect.get(target, method);
        if (typeof call !== 'function') return call;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          if (isHere(port, method, 'before', args)) die();
          const result: unknown = await Reflect.apply(call, target, args);
          if (isHere(port, method, 'after', args)) die();
          if (method === 'mark') isSending = true;
          return result;
        };
      },
    });
  }

  return {
    watch: (store) => ({
      ...store,
      keyrings: watchPort('keyrings', store.keyrings),
      inbox: watchPort('inbox', store.inbox),
      addresses: watchPort('addresses', store.addresses),
      deliveries: watchPort('deliveries', store.deliveries),
    }),
    aim: (step) => {
      aimed = step;
      isSending = false;
    },
  };
}
