import { beginLife } from './life.ts';
import type { Life } from './life.ts';
import { passMs } from './orders.ts';
import type { Orders, Question } from './orders.ts';
import type { Kill } from './plan.ts';

/** The machine on which the service lives, dies as planned, and is born again at once. */
export interface Host {
  /** Resolves when the first life takes people in; rejects when it cannot live. */
  begin(): Promise<void>;
  /** To be told of every message that the platform took. */
  readonly messageTaken: (count: number) => void;
  readonly kills: () => number;
  /** Asks the life that runs; null: it died over the question. */
  ask(question: Question): Promise<number | null>;
  /** Ends it in good order. Twice is once. */
  end(): Promise<Chronicle>;
}

export interface Chronicle {
  readonly kills: number;
  readonly lives: number;
  /** Lives that ended by themselves. */
  readonly collapses: number;
  /** What the service logged, and how often. */
  readonly events: Readonly<Record<string, number>>;
}

/** A service that collapses this often is not started again. */
const collapseLimit = 3;

export function createHost({ orders, kills }: { orders: Omit<Orders, 'aheadMs'>; kills: readonly Kill[] }): Host {
  const events: Record<string, number> = {};
  const left = [...kills];
  const victims = new Set<Life>();
  let [lives, collapses, aheadMs, ending] = [0, 0, 0, false];
  let life = bear();

  function bear(): Life {
    lives += 1;
    const born = beginLife({ ...orders, aheadMs }, (event) => {
      events[event] = (events[event] ?? 0) + 1;
    });
    const next = left[0];
    if (next !== undefined && 'bornForMs' in next) strike(born, next.bornForMs);
    void succeed(born);
    return born;
  }

  async function succeed(dead: Life): Promise<void> {
    await dead.ended;
    if (ending) return;
    if (!victims.has(dead)) collapses += 1;
    if (collapses < collapseLimit) life = bear();
  }

  function strike(victim: Life, afterMs: number): void {
    left.shift();
    victims.add(victim);
    if (afterMs === 0) victim.kill();
    else setTimeout(() => victim.kill(), afterMs);
  }

  return {
    begin: async () => {
      if (!(await life.ready)) throw new Error('the service does not start');
    },
    messageTaken: (count) => {
      const next = left[0];
      // Who is dying already cannot die once more.
      if (victims.has(life) || next === undefined || !('at' in next)) return;
      if (count >= next.at) strike(life, next.afterMs);
    },
    kills: () => victims.size,
    ask: async (question) => {
      const asked = life;
      if (!(await asked.ready)) return null;
      const answer = await asked.ask(question);
      if (question === 'pass') aheadMs += passMs;
      return answer;
    },
    end: async () => {
      ending = true;
      if (await life.ready) void life.ask('stop');
      await life.ended;
      return { kills: victims.size, lives, collapses, events };
    },
  };
}
