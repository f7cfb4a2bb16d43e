import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

import * as baileys from '@whiskeysockets/baileys';

import { backOffMs } from '../src/channels/whatsapp/limits.ts';
import { silenceLibsignal } from '../src/channels/whatsapp/repairs.ts';
import { whatsapp } from '../src/channels/whatsapp/whatsapp.ts';
import type { WhatsAppChannel } from '../src/channels/whatsapp/whatsapp.ts';
import type { Keyrings } from '../src/domain/ports/keyrings.ts';
import { createSystemClock } from '../src/queue/inline/system-clock.ts';
import type { Told, Wish } from './whatsapp-people.ts';

/**
 * People who all chat at once over the linked device, against the loopback WhatsApp in a process of its own. A round trip: a
 * person encrypts and sends, Baileys opens it, we reply, the person reads the reply. `npm run bench:whatsapp [turns]`
 */
const TURNS = Number(process.argv[2] ?? 2_000);
const RECONNECTIONS = 100;
const MEGABYTE = 1_000_000;

silenceLibsignal();
const people = fork(fileURLToPath(new URL('whatsapp-people.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
const there = await next('there');
const ring = new Map([['creds', there.credentials]]);
let storeMs = 0;
let sent = 0;
let isHasty = false;
const clock = createSystemClock();
/** Waits between attempts to connect, which are over at once when nothing else is looked at. */
const waits = new Set(backOffMs.map((ms) => ms / 2));

const channel: WhatsAppChannel = whatsapp({
  baileys,
  server: { url: there.url },
  checkSignatures: false,
  keyrings: createKeyrings(),
  receive: async (messages) => {
    for (const { chat, externalId } of messages) {
      sent += 1;
      void channel.send(chat, { text: `balasan ${sent}` }, externalId, AbortSignal.timeout(60_000));
    }
  },
  hear: async () => {},
  recall: async () => null,
  log: () => {},
  clock: { ...clock, after: (ms, run) => clock.after(isHasty && waits.has(ms) ? 0 : ms, run) },
  chance: () => 0,
});
await channel.start();
console.log(`${availableParallelism()} cores, Node ${process.version}; people and platform in a process of their own`);
console.log('people  store ms   round trips/s   p50 ms   p99 ms   unreadable   heap MB   ring kB');
await talk(20, 0, 200);
for (const [count, ms] of [
  [1, 0],
  [1, 5],
  [20, 0],
  [20, 5],
] as const)
  await talk(count, ms, 400);
console.log(`\nThe same 20 people over ${TURNS} turns, store 5 ms:`);
for (let done = 0; done < TURNS; done += 500) await talk(20, 5, 500);
console.log(`\n${RECONNECTIONS} connections one after the other, each with a conversation:`);
storeMs = 0;
isHasty = true;
for (let made = 0; made <= RECONNECTIONS; made += 1) {
  if (made % 25 === 0) console.log(`${String(made).padStart(6)}   heap ${await heapMb()} MB`);
  await hold();
}
wish({ type: 'end' });
await once(people, 'exit');
// Baileys' own timers would hold the process for a minute.
process.exit(0);

/** One line of the table. */
async function talk(count: number, ms: number, turns: number): Promise<void> {
  storeMs = ms;
  wish({ type: 'talk', people: count, turns });
  const { tookMs, seconds, unreadable } = await next('talked');
  const sorted = tookMs.toSorted((a, b) => a - b);
  const share = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(0);
  const ringKb = [...ring.values()].reduce((sum, value) => sum + value.length, 0) / 1000;
  const cells = [count, ms, (tookMs.length / seconds).toFixed(0), share(0.5), share(0.99), unreadable];
  const widths = [6, 9, 15, 8, 8, 12, 9, 9];
  console.log(
    [...cells, await heapMb(), ringKb.toFixed(0)]
      .map((cell, index) => String(cell).padStart(widths[index] ?? 0))
      .join(' '),
  );
}

/** The connection breaks, comes back, and carries a conversation. */
async function hold(): Promise<void> {
  const { attempts } = channel.link.state();
  wish({ type: 'cut' });
  while (channel.link.state().attempts === attempts || channel.link.state().state !== 'open') await pauseFor(5);
  wish({ type: 'talk', people: 1, turns: 2 });
  await next('talked');
}

async function heapMb(): Promise<string> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await pauseFor(20);
  }
  return (process.memoryUsage().heapUsed / MEGABYTE).toFixed(1);
}

function createKeyrings(): Keyrings {
  return {
    read: async (_account, names) => {
      await pauseFor(storeMs);
      return new Map(names.flatMap((name) => (ring.has(name) ? [[name, ring.get(name) ?? '']] : [])));
    },
    write: async (_account, changes) => {
      await pauseFor(storeMs);
      for (const [name, value] of changes) {
        if (value === null) ring.delete(name);
        else ring.set(name, value);
      }
    },
    clear: async () => ring.clear(),
  };
}

function pauseFor(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

function wish(what: Wish): void {
  people.send(what);
}

function next<Type extends Told['type']>(type: Type): Promise<Extract<Told, { type: Type }>> {
  return new Promise((resolve) => {
    const listen = (told: Told): void => {
      if (!isOf(told, type)) return;
      people.off('message', listen);
      resolve(told);
    };
    people.on('message', listen);
  });
}

function isOf<Type extends Told['type']>(told: Told, type: Type): told is Extract<Told, { type: Type }> {
  return told.type === type;
}
