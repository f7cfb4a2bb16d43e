/**
 * The peer by hand: `node --import tsx test/peers/telegram/serve.ts --port 8081 [--flood]`, then start the service with
 * the two settings that it prints. Each line of input is one deed of a person, `<id> <deed>`:
 *   7 halo          says it            7 > Ya        taps or presses it
 *   7 /start daftar opens the link     7 blocks | 7 unblocks
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { createPeer } from './peer.ts';
import type { Person } from './person.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8081' }, flood: { type: 'boolean', default: false } },
});
const peer = await createPeer({ port: Number(values.port), flood: values.flood });
const people = new Map<number, { readonly person: Person; shown: number }>();

console.log(`TELEGRAM_API_ROOT=${peer.root}\nTELEGRAM_BOT_TOKEN=${peer.token}`);

function act(person: Person, deed: string): void {
  if (deed === 'blocks') person.blocks();
  else if (deed === 'unblocks') person.unblocks();
  else if (!deed.startsWith('> ')) person.says(deed);
  else if (person.keys().includes(deed.slice(2))) person.presses(deed.slice(2));
  else person.taps(deed.slice(2));
}

/** Prints what came in since the last time. */
function show(): boolean {
  for (const entry of people.values()) {
    const seen = entry.person.sees();
    for (const { text, buttons } of seen.slice(entry.shown)) {
      const rows = buttons.map((row) => `  [${row.join('] [')}]`);
      const keys = entry.person.keys().length === 0 ? [] : [`  keyboard: ${entry.person.keys().join(' | ')}`];
      console.log([`${entry.person.id} < ${text}`, ...rows, ...keys].join('\n'));
    }
    entry.shown = seen.length;
  }
  for (const complaint of peer.complaints().slice(complained)) console.error(`! ${complaint}`);
  complained = peer.complaints().length;
  return false;
}

let complained = 0;
void peer.until(show);
for await (const line of createInterface({ input: process.stdin })) {
  const [, id, deed] = /^(\d+)\s+(.+)$/u.exec(line.trim()) ?? [];
  if (id === undefined || deed === undefined) continue;
  const entry = people.get(Number(id)) ?? { person: peer.person(Number(id)), shown: 0 };
  people.set(Number(id), entry);
  try {
    act(entry.person, deed);
  } catch (error) {
    console.error(`! ${error instanceof Error ? error.message : 'failed'}`);
  }
}
