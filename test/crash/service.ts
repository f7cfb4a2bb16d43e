/** The real service, door and all, as a process that can be killed at any instant. */
import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { startPatience } from '../../src/app/sweep.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Channel } from '../../src/domain/channel.ts';
import type { Store } from '../../src/domain/ports/store.ts';
import { openDoor } from '../../src/wire/door.ts';
import { wire } from '../../src/wire/service.ts';
import type { Service } from '../../src/wire/service.ts';
import { mutants } from './mutants.ts';
import { passMs, roomyBatch, wantedBatch } from './orders.ts';
import type { Orders, Question, Report } from './orders.ts';

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const config = toConfig(orders.settings);
const breakIt = mutants.find(({ name }) => name === orders.mutant)?.store;
let kept: Store | null = null;

const wiring = {
  config,
  sentences: await loadSentences(),
  demo: true,
  role: orders.role,
  log: (event: string) => report({ type: 'log', event }),
  withStore: (store: Store) => (kept = breakIt?.(store) ?? store),
  withChannel: (channel: Channel) => (orders.fast ? unpaced(channel) : channel),
};
const service = await wire(wiring);
await furnish(service);
const door = await openDoor(service, wiring);
service.moveClock?.(Date.now() + orders.aheadMs);
await service.start();
process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => process.exit(1));
report({ type: 'ready' });

function report(said: Report): void {
  // The harness may be gone at any moment, too.
  if (process.connected) process.send?.(said, undefined, undefined, () => undefined);
}

async function answer(question: Question): Promise<void> {
  if (question === 'stop') {
    await door.close();
    await service.stop();
    process.disconnect();
    process.exit(0);
  }
  if (question === 'settle') await service.settle();
  if (question === 'sweep') {
    service.moveClock?.(service.clock.now() + passMs);
    await service.sweep();
  }
  report({ type: 'answer', count: await countOpen(kept) });
}

/** Everything that the sweep would still find something to do with. */
async function countOpen(store: Store | null): Promise<number> {
  if (store === null) return 0;
  const { inbox, addresses, deliveries } = store;
  const found = await Promise.all([
    inbox.neglected(startPatience.inboxMs, 1000),
    addresses.unfinished(1000),
    addresses.stuck(0, 1000),
    deliveries.stuck(0, 1000),
    deliveries.doubtful(0, 1000),
    deliveries.dueLanes(),
  ]);
  return found.reduce((sum, rows) => sum + rows.length, 0);
}

/** Two batches to choose between, written once: later lives find them as people left them. */
async function furnish({ office }: Service): Promise<void> {
  const model = await office.batches.read('pd-1');
  if (model === null) throw new Error('the demonstration has no batch');
  await office.batches.create(roomyBatch, { ...model, id: roomyBatch, number: 2, capacity: orders.room });
  await office.batches.change(wantedBatch, (batch) => {
    const fresh = batch !== null && batch.serial === 0;
    return { doc: fresh ? { ...batch, capacity: orders.seats } : null, result: null };
  });
}

function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perSecond: Infinity, bulkPerSecond: Infinity, perChatMs: 0 } };
}
