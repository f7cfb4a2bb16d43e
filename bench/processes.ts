/**
 * What it costs to be several: durable turns a second with one, two and four processes on MongoDB and Redis against the
 * embedded pair, in one run and as ratios; what gate, mark and look take; what Redis holds of a push. Where all of them, the
 * database and the platform share two cores, more processes are not faster: then the ratios say what each costs.
 * `npm run bench:processes [-- --turns 600] [--people 1000,20000]`; a MongoDB in GELOMBANG_TEST_MONGODB_URL takes the place of
 * the server for tests, which has no indexes but by id.
 */
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { openRecords } from '../src/app/office.ts';
import { addressOf } from '../src/app/receive-message.ts';
import { toConfig } from '../src/config/read-settings.ts';
import type { NewDelivery } from '../src/domain/ports/deliveries.ts';
import type { Store } from '../src/domain/ports/store.ts';
import { createPeer } from '../test/peers/telegram/peer.ts';
import { createFleet } from '../test/push/fleet.ts';
import { distributedGround, embeddedGround } from '../test/push/ground.ts';
import type { Ground } from '../test/push/ground.ts';
import { approver, author, firstPerson } from '../test/push/orders.ts';
import { settle, withStore } from '../test/push/people.ts';
import { announce } from '../test/push/talk.ts';
import { createPlatform } from './platform.ts';

const { values } = parseArgs({
  options: { turns: { type: 'string', default: '600' }, people: { type: 'string', default: '1000,20000' } },
});
const turns = Number(values.turns);
const warmUp = 100;
const passes = 800;
/** Calls of a push at once (src/app/sending/pump-lane.ts). */
const passesAtOnce = 8;
/** No limit, for what is measured is ours. */
const unlimited = 1e6;
/** Long enough for the queue to hold whatever it will ever hold of a push. */
const watchMs = 15_000;

console.log(`${availableParallelism()} cores (${cpus()[0]?.model ?? '?'}), Node ${process.version}`);
const embedded = await onGround(embeddedGround, async (ground) => measureTurns(ground, 1));
console.log(`embedded            ${embedded.toFixed(0)} turns/s`);
for (const processes of [1, 2, 4]) {
  const rate = await onGround(distributedGround, async (ground) => measureTurns(ground, processes));
  console.log(`${processes} distributed       ${rate.toFixed(0)} turns/s, ${(rate / embedded).toFixed(2)} x embedded`);
}
for (const [name, open] of [['embedded', embeddedGround] as const, ['distributed', distributedGround] as const]) {
  const sorted = (await onGround(open, measurePasses)).toSorted((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0)} ms`;
  console.log(`gate, mark and look ${at(0.5)} (p50), ${at(0.99)} (p99) on the ${name} pair, ${passesAtOnce} at once`);
}
for (const people of values.people.split(',').map(Number)) {
  const { most, keys } = await onGround(distributedGround, async (ground) => measureMemory(ground, people));
  console.log(`Redis               ${(most / 1e6).toFixed(2)} MB, ${keys} keys under a push to ${people} people`);
}

async function onGround<Result>(
  open: () => Promise<Ground>,
  measure: (ground: Ground) => Promise<Result>,
): Promise<Result> {
  const ground = await open();
  try {
    return await measure(ground);
  } finally {
    await ground.close();
  }
}

/** Everybody writes once, a hundred people at a time, until all have their answer. */
async function measureTurns(ground: Ground, processes: number): Promise<number> {
  const platform = await createPlatform();
  const own = { TELEGRAM_API_ROOT: platform.root, TELEGRAM_BOT_TOKEN: '1:bench', PORT: '0' };
  const orders = { settings: { ...ground.direct, ...own }, perSecond: unlimited };
  const fleet = createFleet({ orders, workers: processes, wrongClock: null });
  try {
    await fleet.begin();
    await platform.say(firstPerson, warmUp, 'menu');
    const tookMs = await platform.say(firstPerson + warmUp, turns, 'menu');
    return (turns * 1000) / tookMs;
  } finally {
    await fleet.end();
    await platform.close();
  }
}

/** Milliseconds of each pass, as sending goes through it. */
async function measurePasses(ground: Ground): Promise<readonly number[]> {
  const config = toConfig(ground.direct);
  return withStore(config, async (store) => {
    const account = 'bench';
    await settle(store, account, passes, () => undefined);
    const addresses = Array.from({ length: passes }, (_, index) =>
      addressOf(store.fingerprint, account, String(firstPerson + index)),
    );
    await store.deliveries.add(addresses.map((address) => toRow(account, address)));
    const { announcements } = openRecords(store);
    const took: number[] = [];
    const work = async (): Promise<void> => {
      for (let address = addresses.pop(); address !== undefined; address = addresses.pop()) {
        const began = performance.now();
        await passOnce(store, address);
        await store.accounts.read(account);
        await announcements.read('bench');
        took.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: passesAtOnce }, work));
    return took;
  });
}

async function passOnce(store: Store, address: string): Promise<void> {
  const ask = {
    delivery: `bench.${address}`,
    class: 'announcement',
    seq: null,
    purpose: null,
    yieldsOn: null,
  } as const;
  const gate = await store.addresses.enter(address, { ...ask, perChatMs: 1000, silentMs: 0 });
  if (gate.type !== 'open') throw new Error(`the gate is shut: ${gate.why}`);
  const { flight } = gate;
  const mark = await store.deliveries.mark(ask.delivery, { attempt: 0, generation: 0, flight, marginMs: 0 });
  if (mark.type !== 'marked') throw new Error(`no mark: ${mark.type}`);
}

function toRow(account: string, address: string): NewDelivery {
  return {
    id: `bench.${address}`,
    account,
    address,
    class: 'announcement',
    seq: null,
    source: 'bench',
    content: { text: 'Kelas sore dibuka pekan depan.' },
    start: null,
    due: 0,
    until: Date.now() + 24 * 60 * 60_000,
    pauseAt: null,
    zone: 'Asia/Jakarta',
    yields: false,
    purpose: null,
    depends: null,
    run: 1,
  };
}

/** The most that Redis holds while an announcement to so many is on its way. */
async function measureMemory(ground: Ground, people: number): Promise<{ most: number; keys: number }> {
  const peer = await createPeer();
  const own = { TELEGRAM_API_ROOT: peer.root, TELEGRAM_BOT_TOKEN: peer.token, PORT: '0' };
  const account = `telegram:${peer.token.split(':')[0] ?? ''}`;
  await withStore(toConfig(ground.direct), (store) => settle(store, account, people, () => undefined));
  for (const id of [author, approver]) peer.person(id).isKnown();
  for (let index = 0; index < people; index += 1) peer.person(firstPerson + index).isKnown();
  const orders = { settings: { ...ground.settings, ...own }, perSecond: 26 };
  const fleet = createFleet({ orders, workers: 2, wrongClock: null });
  let [most, keys] = [0, 0];
  try {
    await fleet.begin();
    await announce(peer);
    while ((await fleet.ask('begin'))?.total == null) await wait(500);
    for (const until = Date.now() + watchMs; Date.now() < until; await wait(500)) {
      const size = await ground.redisSize();
      most = Math.max(most, size?.bytes ?? 0);
      keys = Math.max(keys, size?.keys ?? 0);
    }
    return { most, keys };
  } finally {
    await fleet.end();
    await peer.close();
  }
}
