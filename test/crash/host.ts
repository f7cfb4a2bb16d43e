import type { Role } from '../../src/wire/roles.ts';
import { createTcpProxy } from '../peers/tcp-proxy.ts';
import { freePort } from '../servers/free-port.ts';
import type { Ground } from './ground.ts';
import { beginLife } from './life.ts';
import type { Life } from './life.ts';
import { passMs } from './orders.ts';
import type { Orders, Question } from './orders.ts';
import type { Kill } from './plan.ts';

/** The machine on which the service lives in one process or several; they die as planned, and are born again at once. */
export interface Host {
  /** Resolves when every first life takes people in; rejects when one cannot live. */
  begin(): Promise<void>;
  /** To be told of every message that the platform took. */
  readonly messageTaken: (count: number) => void;
  readonly kills: () => number;
  /** Since the last death. */
  readonly quietMs: () => number;
  /** Everything that a sweep would still find something to do with; null: who was asked died over the question. */
  open(): Promise<number | null>;
  /** Lets time pass, when nobody has anything to do until then, and looks how much is open after it. */
  pass(): Promise<number | null>;
  /** Ends it in good order. Twice is once. */
  end(): Promise<Chronicle>;
}

export interface Chronicle {
  readonly kills: number;
  readonly lives: number;
  readonly flushes: number;
  /** Lives that ended by themselves. */
  readonly collapses: number;
  /** What the service logged, and how often. */
  readonly events: Readonly<Record<string, number>>;
}

export interface Hosting {
  readonly ground: Ground;
  readonly orders: Omit<Orders, 'aheadMs' | 'role'>;
  /** The role of each process, the first one first. */
  readonly roles: readonly Role[];
  readonly webhook: boolean;
  readonly kills: readonly Kill[];
  readonly flushes: readonly number[];
}

/** Where one process lives, one life after the other. */
interface Place {
  readonly role: Role;
  readonly port: number;
  life: Life | null;
  /** Its life takes people in. */
  isOpen: boolean;
}

/** A service that collapses this often is not started again. */
const collapseLimit = 3;

export async function createHost({ ground, orders, roles, webhook, kills, flushes }: Hosting): Promise<Host> {
  const events: Record<string, number> = {};
  const left = [...kills];
  const flushesLeft = [...flushes];
  const flushed: Promise<void>[] = [];
  const victims = new Set<Life>();
  let [lives, collapses, aheadMs, diedAt, ending] = [0, 0, 0, -Infinity, false];
  const places: Place[] = [];
  for (const role of roles) places.push({ role, port: webhook ? await freePort() : 0, life: null, isOpen: false });

  // One address for all: each connection goes to the next process that is there.
  const doors = places.filter(({ role }) => role !== 'worker');
  const front = webhook
    ? await createTcpProxy(() => {
        const next = doors.findIndex(({ isOpen }) => isOpen);
        doors.push(...doors.splice(0, next + 1));
        return { host: '127.0.0.1', port: doors.at(-1)?.port ?? 0 };
      })
    : null;
  const address = front !== null && { TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${front.port}/telegram/uji` };

  function bear(place: Place): Life {
    lives += 1;
    const settings = { ...orders.settings, PORT: String(place.port), ...address };
    const born = beginLife({ ...orders, settings, role: place.role, aheadMs }, (event) => {
      events[event] = (events[event] ?? 0) + 1;
    });
    place.life = born;
    const next = left[0];
    if (next !== undefined && 'bornForMs' in next) strike(born, next.bornForMs);
    void open(place, born);
    void succeed(place, born);
    return born;
  }

  async function open(place: Place, born: Life): Promise<void> {
    if (await born.ready) place.isOpen = place.life === born;
  }

  async function succeed(place: Place, dead: Life): Promise<void> {
    await dead.ended;
    diedAt = performance.now();
    place.isOpen = false;
    if (ending) return;
    if (!victims.has(dead)) collapses += 1;
    if (collapses < collapseLimit) bear(place);
  }

  function strike(victim: Life, afterMs: number): void {
    left.shift();
    victims.add(victim);
    if (afterMs === 0) victim.kill();
    else setTimeout(() => victim.kill(), afterMs);
  }

  async function ask({ life }: Place, question: Question): Promise<number | null> {
    return life !== null && (await life.ready) ? life.ask(question) : null;
  }
  const anyone = (): Place => places.find(({ isOpen }) => isOpen) ?? (places[0] as Place);

  return {
    begin: async () => {
      // The first one alone makes the tables and the demonstration.
      for (const place of places) if (!(await bear(place).ready)) throw new Error('the service does not start');
    },
    messageTaken: (count) => {
      if (flushesLeft[0] !== undefined && count >= flushesLeft[0]) {
        flushesLeft.shift();
        flushed.push(ground.flush());
      }
      const next = left[0];
      if (next === undefined || !('at' in next) || count < next.at) return;
      // Who is dying already cannot die once more.
      const inTurn = [...places.slice(next.place), ...places.slice(0, next.place)];
      const victim = inTurn.find(({ life }) => life !== null && !victims.has(life))?.life;
      if (victim !== undefined && victim !== null) strike(victim, next.afterMs);
    },
    kills: () => victims.size,
    quietMs: () => performance.now() - diedAt,
    open: () => ask(anyone(), 'open'),
    pass: async () => {
      await Promise.all(places.map((place) => ask(place, 'settle')));
      await ground.age(passMs);
      const answer = await ask(anyone(), 'sweep');
      aheadMs += passMs;
      return answer;
    },
    end: async () => {
      ending = true;
      await Promise.all(
        places.map(async ({ life }) => {
          if ((await life?.ready) === true) void life?.ask('stop');
          await life?.ended;
        }),
      );
      await Promise.all(flushed);
      await front?.close();
      return { kills: victims.size, lives, flushes: flushed.length, collapses, events };
    },
  };
}
