import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { NewDelivery } from '../src/domain/ports/deliveries.ts';
import type { Arrival } from '../src/domain/ports/inbox.ts';
import type { Store } from '../src/domain/ports/store.ts';
import type { Session } from '../src/engine/session.ts';
import { openSqlite } from '../src/store/sqlite/sqlite.ts';

/**
 * Durable work of the SQLite store by the number of people at once: `intake` is one update accepted, `turn` the six
 * writes of a simple turn (accept, take, commit, copy, close, release). Ratios are to bare fdatasync calls of 4 kB on
 * the same disk, so that machines can be compared. `node --import tsx bench/store.ts [seconds]`
 */
const SECONDS = Number(process.argv[2] ?? 2);
const CROWDS = [1, 10, 50, 200, 1_000];
/** What a conversation in the middle of a registration keeps. */
const SESSION: Session = {
  version: 1,
  frames: [{ flow: 'pendaftaran@0', at: 'nama', path: { nama: { v: 'x'.repeat(900) } } }],
  wait: { type: 'none' },
  heardAt: 0,
  until: 0,
};
const DAY_MS = 86_400_000;

const folder = mkdtempSync(join(tmpdir(), 'gelombang-bench-'));
const bare = measureFlushes(folder);
console.log(
  `${availableParallelism()} cores, Node ${process.version}, ${folder}: ${Math.round(bare)} bare fdatasync/s`,
);
console.log('what    people      per second    x fdatasync    p50 ms    p99 ms    loop p99 ms');
for (const [what, act] of [['intake', acceptOne] as const, ['turn', takeTurn] as const]) {
  for (const people of CROWDS) await measure(what, people, act);
}
rmSync(folder, { recursive: true });

function measureFlushes(dir: string): number {
  const file = openSync(join(dir, 'flush'), 'w');
  const page = Buffer.alloc(4_096);
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < 1_000; count += 1) {
    writeSync(file, page, 0, page.length, 0);
    fdatasyncSync(file);
  }
  closeSync(file);
  return (count * 1_000) / (performance.now() - start);
}

type Act = (store: Store, person: number, index: number) => Promise<void>;

async function measure(what: string, people: number, act: Act): Promise<void> {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const store = openSqlite({ dataDir, key: 'k'.repeat(44), clock: { now: () => Date.now() } });
  await Promise.all(
    Array.from({ length: people }, (_, person) =>
      store.addresses.meet(`sim.${person}`, { contact: `c${person}`, account: 'sim', chat: `0812${person}` }),
    ),
  );
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const took: number[] = [];
  const start = performance.now();
  const end = start + SECONDS * 1_000;
  const live = async (person: number): Promise<void> => {
    for (let index = 0; performance.now() < end; index += 1) {
      const begun = performance.now();
      await act(store, person, index);
      took.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => live(person)));
  const rate = (took.length * 1_000) / (performance.now() - start);
  loop.disable();
  await store.close();
  const sorted = took.toSorted((a, b) => a - b);
  const [p50, p99] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)] ?? 0);
  const columns = [
    Math.round(rate),
    (rate / bare).toFixed(2),
    p50?.toFixed(2),
    p99?.toFixed(2),
    (loop.percentile(99) / 1e6).toFixed(1),
  ];
  console.log(
    `${what.padEnd(8)}${String(people).padEnd(8)}${columns.map((each) => String(each).padStart(13)).join('')}`,
  );
}

function arrival(person: number, index: number): Arrival {
  const input = { type: 'text', text: 'Saya mau ikut pelatihan yang hari Sabtu' } as const;
  const id = `sim.${person}.${index}`;
  return { id, address: `sim.${person}`, account: 'sim', chat: `0812${person}`, order: index, group: null, input };
}

async function acceptOne(store: Store, person: number, index: number): Promise<void> {
  await store.inbox.accept([arrival(person, index)]);
}

async function takeTurn(store: Store, person: number, index: number): Promise<void> {
  const row = arrival(person, index);
  await store.inbox.accept([row]);
  const hold = await store.addresses.take(row.address, 'bench');
  if (typeof hold === 'string') throw new Error(hold);
  const [input] = await store.inbox.waiting(row.address, 1);
  const now = input?.at ?? 0;
  const reply: NewDelivery = {
    id: `${row.address}.${hold.turn}.1`,
    account: 'sim',
    address: row.address,
    class: 'reply',
    seq: hold.turn + 1,
    source: 'turn',
    content: { text: 'Baik, siapa nama lengkap Bapak/Ibu?' },
    start: null,
    due: now,
    until: now + DAY_MS,
    pauseAt: null,
    zone: 'Asia/Jakarta',
    yields: false,
    purpose: null,
    depends: null,
    run: 0,
  };
  const did = [{ id: row.id, as: 'done' }] as const;
  const commit = { session: SESSION, wait: null, did, owed: [reply], lastReply: hold.turn + 1, heardAt: now };
  await store.addresses.commit(row.address, hold, commit);
  await store.deliveries.add([reply]);
  await store.inbox.close(did);
  await store.addresses.release(row.address, hold, { next: null, stumbled: false });
}
