import type { EventEmitter } from 'node:events';

import type { Log } from '../../domain/ports/log.ts';

/** What rc14 hears with async listeners that nobody catches: one that rejects would end the whole process. */
const uncaught = ['CB:ib,,dirty', 'CB:ib,,offline_preview', 'CB:iq,type:set,pair-device'] as const;

/** A listener of these events that rejects is logged; its connection goes on, or ends by its own events. */
export function catchRejections(ws: Pick<EventEmitter, 'listeners' | 'removeAllListeners' | 'on'>, log: Log): void {
  for (const event of uncaught) {
    const listeners = ws.listeners(event);
    ws.removeAllListeners(event);
    for (const listener of listeners) {
      const hear = async (values: readonly unknown[]): Promise<void> => {
        await Reflect.apply(listener, ws, values);
      };
      ws.on(event, (...values: readonly unknown[]) => {
        hear(values).catch((error: unknown) => {
          log('whatsapp.listener_failed', { event, error: error instanceof Error ? error.name : 'unknown' });
        });
      });
    }
  }
}
