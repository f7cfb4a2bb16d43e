import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { toConfig } from '../../src/config/read-settings.ts';
import type { Channel } from '../../src/domain/channel.ts';
import { wire } from '../../src/wire/service.ts';

/** What a process of `startHolder` tells: it lives, its only connection was begun or cut, somebody was sent something. */
export type Told =
  | { readonly type: 'lives' | 'connected' | 'cut' }
  | { readonly type: 'sent'; readonly person: string };

/** What it is told: this person says something to it, or it should end. */
export type Order = { readonly says: string; readonly id: string } | 'end';

function tell(told: Told): void {
  process.send?.(told);
}

/** The simulated phones as a platform to which one process at a time may have a connection. */
function bind(channel: Channel): Channel {
  let isConnected = false;
  return {
    ...channel,
    exclusive: true,
    sendsWhereHeld: true,
    limits: { ...channel.limits, perChatMs: 0 },
    start: async () => {
      isConnected = true;
      tell({ type: 'connected' });
    },
    stop: async () => {
      isConnected = false;
      tell({ type: 'cut' });
    },
    send: async (person, part, call, signal) => {
      if (isConnected) tell({ type: 'sent', person });
      return isConnected ? channel.send(person, part, call, signal) : { type: 'failed', blame: 'content', code: 'cut' };
    },
  };
}

const service = await wire({
  config: toConfig({ ...process.env, SIMULATOR: 'on' }),
  log: () => {},
  sentences: await loadSentences(),
  demo: true,
  withChannel: bind,
});
process.on('message', (order: Order) => {
  if (order === 'end') void service.stop().then(() => process.disconnect());
  else void service.simulator.say(order.says, { text: 'halo' }, order.id);
});
await service.start();
tell({ type: 'lives' });
