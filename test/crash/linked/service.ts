/** The real service with a linked device, as a process that kills itself at the step it is told. */
import { loadSentences } from '../../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../../src/config/read-settings.ts';
import type { Channel } from '../../../src/domain/channel.ts';
import type { Store } from '../../../src/domain/ports/store.ts';
import { wire } from '../../../src/wire/service.ts';
import type { Order, Orders, Said } from './orders.ts';
import { passMs, strideMs } from './orders.ts';
import { createDyingStore, steps } from './steps.ts';

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const dying = createDyingStore(() => process.kill(process.pid, 'SIGKILL'));
let kept: Store | null = null;
const service = await wire({
  config: toConfig(orders.settings),
  sentences: await loadSentences(),
  demo: true,
  log: () => undefined,
  withStore: (store) => (kept = dying.watch(store)),
  withChannel: unpaced,
});
await link(kept);
service.moveClock?.(Date.now() + orders.aheadMs);
await service.start();
await untilOpen();
process.on('message', (order: Order) => void obey(order));
process.on('disconnect', () => process.exit(1));
say('open');

async function link(store: Store | null): Promise<void> {
  const known = await store?.keyrings.read('whatsapp', ['creds']);
  if (known?.size === 0) await store?.keyrings.write('whatsapp', new Map([['creds', orders.credentials]]));
}

function say(said: Said): void {
  if (process.connected) process.send?.(said, undefined, undefined, () => undefined);
}

async function obey(order: Order): Promise<void> {
  if (order.type === 'aim') aim(order.step);
  if (order.type === 'pass') await pass();
  if (order.type === 'stop') {
    await service.stop();
    process.disconnect();
    // Baileys' own timers would hold it for a minute.
    process.exit(0);
  }
  say('done');
}

/** In strides that are shorter than the lease of the account, which would be lost otherwise. */
async function pass(): Promise<void> {
  for (let passed = 0; passed < passMs; passed += strideMs) {
    service.moveClock?.(service.clock.now() + strideMs);
    await service.sweep();
    await untilOpen();
  }
}

async function untilOpen(): Promise<void> {
  while (service.whatsapp?.link.state().state !== 'open') await new Promise((resolve) => setTimeout(resolve, 5));
}

function aim(name: string): void {
  const step = steps.find((one) => one.name === name);
  if (step !== undefined) dying.aim(step);
}

/** Nobody here waits a second between two messages. */
function unpaced(channel: Channel): Channel {
  return { ...channel, limits: { ...channel.limits, perSecond: 1000, perChatMs: 0 } };
}
