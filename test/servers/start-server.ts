import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. It ends with this process in any case: it lives on its open input. */
export interface Server {
  readonly url: string;
  /** SIGSTOP and SIGCONT freeze and wake it, SIGKILL is a crash. */
  signal(name: NodeJS.Signals): void;
  /** Resolves when the process is gone, by whatever death. */
  readonly ended: Promise<void>;
  /** Ends it in good order. Twice is once. */
  stop(): Promise<void>;
}

const lastLines = 5;

/**
 * Runs a start script of this folder until a line matches; `urlOf` makes the server's URL of that. Rejects with the
 * script's last lines when it ends before.
 */
export async function startServer(
  script: string,
  args: readonly string[],
  ready: RegExp,
  urlOf: (line: string) => string,
): Promise<Server> {
  const child = spawn(fileURLToPath(new URL(script, import.meta.url)), args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = once(child, 'exit').then(() => undefined);
  child.stdin.on('error', () => undefined);
  const said: string[] = [];
  const line = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on('line', (text) => {
        said.push(text);
        if (said.length > lastLines) said.shift();
        if (ready.test(text)) resolve(text);
      });
    }
    child.on('error', reject);
    child.on('close', () => reject(new Error(`${script} ended: ${said.join('\n')}`)));
  });
  return {
    url: urlOf(line),
    signal: (name) => void child.kill(name),
    ended,
    stop: async () => {
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
