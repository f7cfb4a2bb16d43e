import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Deliveries } from '../../src/domain/ports/deliveries.ts';
import type { Inbox } from '../../src/domain/ports/inbox.ts';
import type { Media } from '../../src/domain/ports/media.ts';
import { describeAccounts } from '../contract/accounts.ts';
import { describeAddresses } from '../contract/addresses.ts';
import type { Bench } from '../contract/bench.ts';
import { describeDeliveries } from '../contract/deliveries.ts';
import { describeInbox } from '../contract/inbox.ts';
import { describeMedia } from '../contract/media.ts';
import { overWire } from './immediate.ts';
import type { Immediate } from './immediate.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryAddresses } from './memory-addresses.ts';
import { createMemoryDeliveries } from './memory-deliveries.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import { createMemoryMedia } from './memory-media.ts';

/** The simulator is worth nothing if its stores are not the stores: they pass the same contract. */
function bench<Port extends object>(create: (now: () => number) => Immediate<Port>): Bench & { readonly port: Port } {
  let time = Date.UTC(2026, 10, 3);
  const port = overWire<Port>(
    create(() => time),
    async (_, apply) => apply(),
  );
  return {
    port,
    now: () => time,
    pass: async (ms) => {
      time += ms;
    },
    close: async () => undefined,
  };
}

const open =
  <Name extends string, Port extends object>(name: Name, create: (now: () => number) => Immediate<Port>) =>
  async (): Promise<Bench & Record<Name, Port>> => {
    const { port, ...rest } = bench(create);
    return { ...rest, ...({ [name]: port } as Record<Name, Port>) };
  };

describeInbox('in memory', open<'inbox', Inbox>('inbox', createMemoryInbox));
describeAddresses('in memory', open<'addresses', Addresses>('addresses', createMemoryAddresses));
describeDeliveries('in memory', open<'deliveries', Deliveries>('deliveries', createMemoryDeliveries));
describeMedia('in memory', open<'media', Media>('media', createMemoryMedia));
describeAccounts('in memory', open<'accounts', Accounts>('accounts', createMemoryAccounts));
