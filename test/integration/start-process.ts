import { spawn } from 'node:child_process';

import { onTestFinished } from 'vitest';

/** What a command did: its exit code and all that it printed. */
interface Ended {
  readonly code: number | null;
  readonly printed: string;
}

/** `gelombang` in a process of its own, as a technician starts it. */
export interface Started {
  readonly ended: Promise<Ended>;
  /** Resolves when a line that matches was printed; rejects when the process ended without it. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

interface Start {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
}

const root = process.cwd();

/** Starts it; whatever still runs when the test is over is killed. */
export function startGelombang({ args, env = {}, cwd = root, input = '' }: Start): Started {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [`${root}/bin/gelombang.js`, ...args], {
    cwd,
    env: { PATH, HOME, PORT: '0', ...env },
  });
  child.stdin.end(input);
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      printed += piece;
      for (const look of listeners) look();
    });
  }
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, printed })));
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(printed);
        if (found !== null) resolve(found[0]);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without ${String(pattern)}: ${printed}`)));
    });
  return { ended, says, kill: (signal) => void child.kill(signal) };
}
