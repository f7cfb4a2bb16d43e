import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { listen } from '../peers/local-server.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { createRandom } from '../protocol/random.ts';
import { followChats } from './follow-chats.ts';
import { createHost } from './host.ts';
import type { Chronicle, Host } from './host.ts';
import { judge } from './judge.ts';
import { planKills } from './plan.ts';
import { readRemains } from './remains.ts';
import { createResident } from './resident.ts';
import type { Resident } from './resident.ts';

export interface Settings {
  readonly seed: number;
  readonly kills: number;
  readonly people: number;
  readonly webhook: boolean;
  /** No pace on the channel, and the clock moves when nobody has anything to do: for tests, not for figures. */
  readonly fast: boolean;
  readonly mutant: string | null;
}

interface Figures extends Chronicle {
  readonly people: number;
  readonly seats: number;
  readonly waiting: number;
  readonly updates: number;
  /** Updates that the network brought again. */
  readonly repetitions: number;
  readonly messages: number;
  /** Messages that were in doubt; those of them that were sent again; and those of these that had arrived before. */
  readonly doubts: number;
  readonly resent: number;
  readonly copies: number;
  /** Messages given up in doubt that had not arrived: they were lost twice, and the person had to speak again. */
  readonly givenUp: number;
  readonly seconds: number;
}

export interface Outcome {
  readonly figures: Figures;
  /** One sentence for each broken promise. */
  readonly violations: readonly string[];
}

/** Three of ten people want the one batch that has room for five sixths of them. */
const wantingOf = (people: number): number => Math.ceil((people * 3) / 10);
const seatsOf = (wanting: number): number => Math.max(1, Math.floor((wanting * 5) / 6));

const names = ['Siti Aminah', 'Rina Lestari', 'Budi Santoso', 'Joko Wibowo'];
const firstId = 7001;

/** Whoever is busy for longer than the service waits in doubt gets that message again. */
const calm = { thinkMs: 1500, busyMs: 45_000 };
const hasty = { thinkMs: 20, busyMs: 200 };

/** Runs one storm to its end and judges it; `progress` is told a line now and then. */
export async function crash(settings: Settings, progress: (line: string) => void = () => undefined): Promise<Outcome> {
  const startedAt = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'gelombang-crash-'));
  const peer = await createPeer();
  const wanting = wantingOf(settings.people);
  const seats = seatsOf(wanting);
  const host = createHost({
    orders: {
      dataDir,
      apiRoot: peer.root,
      token: peer.token,
      port: settings.webhook ? await freePort() : null,
      seats,
      room: settings.people - wanting,
      fast: settings.fast,
      mutant: settings.mutant,
    },
    kills: planKills(createRandom(settings.seed), settings.kills, settings.people),
  });
  try {
    await host.begin();
    const residents = createResidents(peer, settings, wanting);
    const stop = followChats(peer, residents, host.messageTaken);
    const stuck = await untilFinished({ settings, peer, residents, host, progress });
    if (!stuck) await untilQuiet(settings, host);
    stop();
    const chronicle = await host.end();
    const account = `telegram:${peer.token.split(':')[0] ?? ''}`;
    const remains = await readRemains(dataDir, account, [...residents.keys()]);
    const all = [...residents.values()];
    const { violations, copies, givenUp } = judge(remains, all.slice(0, wanting), all.slice(wanting), seats);
    const sum = (count: (one: Resident) => number): number => all.reduce((total, one) => total + count(one), 0);
    return {
      violations: [
        ...violations,
        ...peer.complaints(),
        ...(chronicle.collapses === 0 ? [] : [`the service ended ${chronicle.collapses} times by itself`]),
      ],
      figures: {
        people: settings.people,
        seats: remains.wanted.entries.filter(({ state }) => state === 'seat').length,
        waiting: remains.wanted.entries.filter(({ state }) => state === 'wait').length,
        ...chronicle,
        updates: sum((one) => one.acts()),
        repetitions: sum((one) => one.repetitions()),
        messages: sum((one) => one.heard.length),
        doubts: remains.doubted.size,
        resent: remains.resent.size,
        copies,
        givenUp,
        seconds: (performance.now() - startedAt) / 1000,
      },
    };
  } finally {
    await host.end();
    await peer.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function createResidents(peer: Peer, { seed, people, fast }: Settings, wanting: number): Map<number, Resident> {
  const residents = new Map<number, Resident>();
  for (let index = 0; index < people; index += 1) {
    const id = firstId + index;
    const wish = {
      batch: index < wanting ? 'Konten Kreator gelombang 1' : 'Pemasaran Digital gelombang 2',
      name: names[index % names.length] ?? '',
      phone: `0812345${String(10_000 + index)}`,
    };
    const random = createRandom(seed * 10_000 + index);
    residents.set(id, createResident(peer, id, wish, { random, repeats: 0.1, ...(fast ? hasty : calm) }));
  }
  return residents;
}

/** How often the harness looks how things stand. */
const lookMs = 250;
/** A stall of this many looks: in a fast run time then passes, and after `lastPass` times of that nothing will come. */
const stalledLooks = 3;
const lastPass = 4;
/** What is due is with the person within two minutes after the deaths end, and half a minute at the rate. */
const patienceMs = 150_000;
/** Nobody greets more often than deaths could follow each other so closely. */
const mostGreetings = 3;
/** Longer than anybody's patience. */
const foreverLooks = (2 * patienceMs) / lookMs;

interface Watch {
  readonly settings: Settings;
  readonly peer: Peer;
  readonly residents: ReadonlyMap<number, Resident>;
  readonly host: Host;
  readonly progress: (line: string) => void;
}

/** True: somebody never got further, and nothing will change that. */
async function untilFinished({ settings, peer, residents, host, progress }: Watch): Promise<boolean> {
  const startedAt = performance.now();
  const all = [...residents.values()];
  let [last, stalled, passes, looks] = [0, 0, 0, 0];
  while (!all.every((one) => one.finished())) {
    await wait(lookMs);
    looks += 1;
    const messages = all.reduce((sum, one) => sum + one.heard.length, 0);
    stalled = messages === last ? stalled + 1 : 0;
    if (stalled === 0) passes = 0;
    last = messages;
    if (looks % 20 === 0) {
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
      const done = all.filter((one) => one.finished()).length;
      progress(`${seconds} s: ${messages} messages, ${host.kills()} kills, ${done} of ${all.length} done`);
    }
    const patient = settings.fast ? 0 : patienceMs;
    const waiting = all.filter((one) => one.waitingMs() > patient && one.greetings() < mostGreetings);
    if (waiting.length > 0 && (!settings.fast || passes > lastPass)) {
      for (const one of waiting) one.greets();
      passes = 0;
    }
    if (stalled > foreverLooks || passes > lastPass) return true;
    // The platform keeps its own time between the tries of a webhook.
    if (!settings.fast || stalled < stalledLooks || peer.pending() > 0) continue;
    await host.ask('pass');
    passes += 1;
  }
  return false;
}

/** Until nothing is left that the sweep would do, doubts about farewells among it. */
async function untilQuiet({ fast }: Settings, host: Host): Promise<void> {
  for (let looks = 0; looks < foreverLooks; looks += 1) {
    if ((await host.ask(fast ? 'pass' : 'open')) === 0) return;
    await wait(lookMs);
  }
}

async function freePort(): Promise<number> {
  const server = await listen(() => undefined);
  await server.close();
  return Number(new URL(server.url).port);
}
