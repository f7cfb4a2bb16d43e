import { beginLife } from './life.ts';
import type { Life } from './life.ts';
import { passMs } from './orders.ts';
import type { Orders, Question } from './orders.ts';
import type { Kill } from './plan.ts';

/** The machine on which the service lives, dies as planned, and is born again at once. */
export interface Host {
  /** Resolves when the first life takes people in. */
  begin(): Promise<void>;
  /** To be told of every message that the platform took. */
  readonly messageTaken: (count: number) => void;
  readonly kills: () => number;
  /** Asks the life that runs; null: it died over the question. */
  ask(question: Question): Promise<number | null>;
  /** Ends it in good order. Twice is once. */
  end(): Promise<{ kills: number; lives: number; events: Readonly<Record<string, number>> }>;
}

export function createHost({ orders, kills }: { orders: Omit<Orders, 'aheadMs'>; kills: readonly Kill[] }): Host {
  const events: Record<string, number> = {};
  const left = [...kills];
  let [deaths, lives, aheadMs, ending] = [0, 0, 0, false];
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
    if (!ending) life = bear();
  }

  function strike(victim: Life, afterMs: number): void {
    left.shift();
    deaths += 1;
    if (afterMs === 0) victim.kill();
    else setTimeout(() => victim.kill(), afterMs);
  }

  return {
    begin: async () => void (await life.ready),
    messageTaken: (count) => {
      const next = left[0];
      if (next !== undefined && 'at' in next && count >= next.at) strike(life, next.afterMs);
    },
    kills: () => deaths,
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
      return { kills: deaths, lives, events };
    },
  };
}
