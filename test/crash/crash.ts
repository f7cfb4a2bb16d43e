import type { Role } from '../../src/wire/roles.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer } from '../peers/telegram/peer.ts';
import { createRandom } from '../protocol/random.ts';
import { untilFinished, untilQuiet } from './await-end.ts';
import { openDistributedGround } from './distributed-ground.ts';
import { openEmbeddedGround } from './embedded-ground.ts';
import { followChats } from './follow-chats.ts';
import type { Ground } from './ground.ts';
import { createHost } from './host.ts';
import type { Chronicle } from './host.ts';
import type { Verdict } from './judge-chat.ts';
import { judge } from './judge.ts';
import { planFlushes, planKills } from './plan.ts';
import { readRemains } from './remains.ts';
import type { Remains } from './remains.ts';
import { createResident } from './resident.ts';
import type { Resident } from './resident.ts';
import type { Settings } from './settings.ts';

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
  /** Seconds: the longest that somebody waited for an answer; and the whole storm. */
  readonly longestWait: number;
  readonly seconds: number;
}

export interface Outcome {
  readonly figures: Figures;
  /** One sentence for each broken promise. */
  readonly violations: readonly string[];
}

/** Three of ten people want the one batch that has room for five sixths of them; in a rush all want it, and a quarter fit. */
function plan({ people, rush }: Settings): { wanting: number; seats: number } {
  const wanting = rush ? people : Math.ceil((people * 3) / 10);
  return { wanting, seats: Math.max(1, Math.floor(rush ? wanting / 4 : (wanting * 5) / 6)) };
}

const names = ['Siti Aminah', 'Rina Lestari', 'Budi Santoso', 'Joko Wibowo'];
const firstId = 7001;

/** Whoever is busy for longer than the service waits in doubt gets that message again. */
const calm = { thinkMs: 1500, busyMs: 45_000 };
const hasty = { thinkMs: 20, busyMs: 200 };

/** Runs one storm to its end and judges it; `progress` is told a line now and then. */
export async function crash(settings: Settings, progress: (line: string) => void = () => undefined): Promise<Outcome> {
  const startedAt = performance.now();
  const ground = await (settings.pair === 'embedded' ? openEmbeddedGround() : openDistributedGround());
  try {
    return await storm(ground, settings, progress, startedAt);
  } finally {
    await ground.close();
  }
}

async function storm(
  ground: Ground,
  settings: Settings,
  progress: (line: string) => void,
  startedAt: number,
): Promise<Outcome> {
  const { seed, people, processes, webhook, fast, mutant } = settings;
  const peer = await createPeer();
  const { wanting, seats } = plan(settings);
  const platform = { TELEGRAM_API_ROOT: peer.root, TELEGRAM_BOT_TOKEN: peer.token };
  const random = createRandom(seed);
  const host = await createHost({
    ground,
    orders: { settings: { ...ground.settings, ...platform }, seats, room: Math.max(1, people - wanting), fast, mutant },
    roles: rolesOf(settings),
    webhook,
    kills: planKills(random, settings.kills, people, processes),
    flushes: planFlushes(random, settings.flushes, people),
  });
  try {
    await host.begin();
    const residents = createResidents(peer, settings, wanting);
    const watch = { settings, peer, residents, host, progress };
    const stop = followChats(peer, residents, host.messageTaken);
    const stuck = await untilFinished(watch);
    if (!stuck) await untilQuiet(watch);
    stop();
    const chronicle = await host.end();
    const account = `telegram:${peer.token.split(':')[0] ?? ''}`;
    const remains = await readRemains(ground, account, [...residents.keys()]);
    const all = [...residents.values()];
    const verdict = judge(remains, all.slice(0, wanting), all.slice(wanting), seats);
    return {
      violations: [
        ...verdict.violations,
        ...peer.complaints(),
        ...(chronicle.collapses === 0 ? [] : [`the service ended ${chronicle.collapses} times by itself`]),
      ],
      figures: {
        ...chronicle,
        ...sumUp(all, remains, verdict),
        seconds: (performance.now() - startedAt) / 1000,
      },
    };
  } finally {
    await host.end();
    await peer.close();
  }
}

function sumUp(all: readonly Resident[], remains: Remains, { copies, givenUp }: Verdict) {
  const sum = (count: (one: Resident) => number): number => all.reduce((total, one) => total + count(one), 0);
  const countOf = (state: string): number => remains.wanted.entries.filter((entry) => entry.state === state).length;
  return {
    people: all.length,
    seats: countOf('seat'),
    waiting: countOf('wait'),
    updates: sum((one) => one.acts()),
    repetitions: sum((one) => one.repetitions()),
    messages: sum((one) => one.heard.length),
    doubts: remains.doubted.size,
    resent: remains.resent.size,
    copies,
    givenUp,
    longestWait: Math.max(...all.map((one) => one.longestMs())) / 1000,
  };
}

/** With webhooks half of several processes take in and the others do the work; otherwise each may do everything. */
function rolesOf({ processes, webhook }: Settings): readonly Role[] {
  const split = webhook && processes > 1;
  return Array.from({ length: processes }, (_, index) => (split ? (index % 2 === 0 ? 'web' : 'worker') : 'all'));
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
