import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { afterEach } from 'vitest';
import { z } from 'zod';

const line = z.union([
  z.strictObject({ end: z.number() }),
  z.strictObject({ error: z.string() }),
  z.strictObject({
    to: z.string(),
    text: z.string(),
    choices: z.array(z.strictObject({ id: z.string(), label: z.string() })).optional(),
    image: z.string().optional(),
    document: z.string().optional(),
  }),
]);

export type Said = Extract<z.infer<typeof line>, { readonly to: string }>;

/** `gelombang chat --json` as another program uses it. */
export interface Chat {
  /** Writes a line (an object, or whatever stands in a string) and resolves with all lines up to and with its end. */
  readonly ask: (what: unknown) => Promise<readonly z.infer<typeof line>[]>;
  /** The same, and only what was said to somebody. */
  readonly hear: (what: unknown) => Promise<readonly Said[]>;
  /** Closes the input; resolves with the exit code. */
  readonly close: () => Promise<number | null>;
}

const running: (() => void)[] = [];
afterEach(() => {
  for (const kill of running.splice(0)) kill();
});

/** A Monday morning in the regency: a talk must not depend on the hour at which the tests run. */
const monday = '2026-11-23T09:00:00+07:00';

/** The moment at which every talk begins (epoch ms). */
export const chatStart = Date.parse(monday);

/** Starts the program on a Monday morning; it ends with the test. Every line it writes must have a documented form. */
export function startChat(): Chat {
  const program = spawn(process.execPath, ['bin/gelombang.js', 'chat', '--json', '--clock', monday], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  running.push(() => program.kill('SIGKILL'));
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  const ask: Chat['ask'] = async (what) => {
    program.stdin.write(`${typeof what === 'string' ? what : JSON.stringify(what)}\n`);
    const answers: z.infer<typeof line>[] = [];
    for (;;) {
      const next = await lines.next();
      if (next.done === true) throw new Error('the program ended');
      const read = line.parse(JSON.parse(next.value));
      answers.push(read);
      if ('end' in read) return answers;
    }
  };
  return {
    ask,
    hear: async (what) => (await ask(what)).filter((answer) => 'to' in answer),
    close: async () => {
      program.stdin.end();
      if (program.exitCode === null) await once(program, 'exit');
      return program.exitCode;
    },
  };
}
