import { loadSentences } from '../app/opening/load-sentences.ts';
import { createSay } from '../engine/say.ts';
import { isTooOld, oldestNode } from './node-version.ts';
import type { Command, Terminal } from './terminal.ts';

/** Each command is loaded when it is asked for: `help` must not wait for a database, nor for the engine. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  chat: async () => (await import('./chat.ts')).chat,
  read: async () => (await import('./read.ts')).read,
  flows: async () => (await import('./flows.ts')).flows,
  import: async () => (await import('./import.ts')).importFile,
  user: async () => (await import('./user.ts')).user,
  announce: async () => (await import('./announce.ts')).announce,
  cost: async () => (await import('./cost.ts')).cost,
  whatsapp: async () => (await import('./whatsapp.ts')).whatsapp,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  move: async () => (await import('./move.ts')).move,
  doctor: async () => (await import('./doctor.ts')).doctor,
};

/** Runs `gelombang <args>` and resolves with its exit code. Every error ends here, as one sentence. */
export async function main(args: readonly string[]): Promise<number> {
  const sentences = await loadSentences();
  const terminal: Terminal = {
    say: createSay(sentences),
    sentences,
    input: process.stdin,
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
    ...(process.stdout.isTTY && { redraw: (line) => process.stdout.write(`\r\u001B[K${line}`) }),
  };
  const { node } = process.versions;
  if (isTooOld(node)) {
    terminal.complain(terminal.say('perintah.node_lama', { versi: node, terlama: oldestNode }));
    return 1;
  }
  const [name = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(name)) {
    terminal.print(terminal.say('perintah.bantuan'));
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    terminal.complain(terminal.say('perintah.tidak_dikenal', { perintah: name }));
    return 2;
  }
  try {
    return await (
      await load()
    )(rest, terminal);
  } catch (error) {
    terminal.complain((await import('./explain.ts')).explain(error, terminal));
    return 1;
  }
}
