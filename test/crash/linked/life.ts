import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Order, Orders, Said } from './orders.ts';

/** One process of the service, from its birth to its death. */
export interface Life {
  /** Rejects when it died before. */
  readonly open: Promise<void>;
  readonly ended: Promise<void>;
  kill(): void;
  /** Resolves when it has done so, or has died. One order at a time. */
  obey(order: Order): Promise<void>;
}

const script = fileURLToPath(new URL('service.ts', import.meta.url));

export function beginLife(orders: Orders): Life {
  const child = fork(script, [JSON.stringify(orders)], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  let answered: (() => void) | null = null;
  const ended = once(child, 'exit').then(() => answered?.());
  const open = new Promise<void>((resolve, reject) => {
    void ended.then(() => reject(new Error('the service does not start')));
    child.on('message', (said: Said) => (said === 'open' ? resolve() : answered?.()));
  });
  open.catch(() => undefined);
  // An order to a process that has just been killed has no reader.
  child.on('error', () => undefined);
  return {
    open,
    ended,
    kill: () => void child.kill('SIGKILL'),
    obey: (order) =>
      new Promise((resolve) => {
        answered = resolve;
        if (child.connected) child.send(order);
        else resolve();
      }),
  };
}
