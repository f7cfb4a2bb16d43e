import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Orders, Question, Report } from './orders.ts';

/** One process of the service, from its birth to its death. */
export interface Life {
  /** True: it runs. False: it died before. */
  readonly ready: Promise<boolean>;
  readonly ended: Promise<void>;
  /** kill -9, now. */
  kill(): void;
  /** The answer; null: it died before it answered. One question at a time. */
  ask(question: Question): Promise<number | null>;
}

const script = fileURLToPath(new URL('service.ts', import.meta.url));

export function beginLife(orders: Orders, log: (event: string) => void): Life {
  const child = fork(script, [JSON.stringify(orders)], { execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  let answered: ((count: number | null) => void) | null = null;
  const ended = once(child, 'exit').then(() => answered?.(null));
  const ready = new Promise<boolean>((resolve) => {
    void ended.then(() => resolve(false));
    child.on('message', (said: Report) => {
      if (said.type === 'ready') resolve(true);
      else if (said.type === 'log') log(said.event);
      else answered?.(said.count);
    });
  });
  // A question to a process that has just been killed has no reader.
  child.on('error', () => undefined);
  return {
    ready,
    ended,
    kill: () => void child.kill('SIGKILL'),
    ask: (question) =>
      new Promise((resolve) => {
        answered = resolve;
        if (child.connected) child.send(question);
        else resolve(null);
      }),
  };
}
