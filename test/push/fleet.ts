import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Orders, Question, Report, Standing } from './orders.ts';

/** The processes of the service: killed they are born again at once, frozen they keep their place. */
export interface Fleet {
  /** Resolves when all of them take people in; rejects when one cannot live. */
  begin(): Promise<void>;
  /** Asks one that is awake; null: none could say. */
  ask(question: Question): Promise<Standing | null>;
  /** kill -9 of whoever takes people in there, when it does. Nothing when that one is frozen: somebody waits for it to wake up. */
  kill(index: number): Promise<void>;
  /** Stands still for so long. */
  freeze(index: number, forMs: number): Promise<void>;
  /** Another one takes its place, as in an update: `overlap`: before it ends in good order, otherwise afterwards. */
  replace(index: number, overlap: boolean): Promise<void>;
  /** Ends all in good order. Twice is once. */
  end(): Promise<Chronicle>;
}

export interface Chronicle {
  readonly kills: number;
  /** Lives that ended by themselves. */
  readonly collapses: number;
  /** What the service logged, and how often. */
  readonly events: Readonly<Record<string, number>>;
  /** From a death until the next life in its place took people in. */
  readonly gaps: readonly Gap[];
}

export interface Gap {
  readonly from: number;
  readonly to: number;
}

interface Life {
  readonly child: ChildProcess;
  readonly ready: Promise<boolean>;
  readonly ended: Promise<void>;
  frozen: boolean;
}

export interface Manning {
  readonly orders: Orders;
  readonly workers: number;
  /** Which one's clock is an hour fast; null: none. */
  readonly wrongClock: number | null;
}

const workerScript = fileURLToPath(new URL('worker.ts', import.meta.url));
const clockScript = fileURLToPath(new URL('wrong-clock.ts', import.meta.url));

/** A process that does not answer in this time stands still, or its database does. */
const answerMs = 5000;
/** A service that collapses this often is not started again. */
const collapseLimit = 3;

export function createFleet({ orders, workers, wrongClock }: Manning): Fleet {
  const events: Record<string, number> = {};
  const victims = new Set<Life>();
  /** Somebody was born in their place already. */
  const retired = new Set<Life>();
  const gaps: Gap[] = [];
  let [collapses, ending] = [0, false];
  const lives: Life[] = [];
  let lastKill = Promise.resolve();

  function bear(index: number): Life {
    const clock = index === wrongClock ? ['--import', clockScript] : [];
    const execArgv = ['--import', 'tsx', ...clock];
    const child = fork(workerScript, [JSON.stringify(orders)], { execArgv, stdio: 'inherit' });
    const ended = once(child, 'exit').then(() => undefined);
    const ready = new Promise<boolean>((resolve) => {
      void ended.then(() => resolve(false));
      child.on('message', (said: Report) => {
        if (said.type === 'ready') resolve(true);
        if (said.type === 'log') events[said.event] = (events[said.event] ?? 0) + 1;
      });
    });
    // A question to a process that has just been killed has no reader.
    child.on('error', () => undefined);
    const life: Life = { child, ready, ended, frozen: false };
    void succeed(life, index);
    return life;
  }

  async function succeed(dead: Life, index: number): Promise<void> {
    await dead.ended;
    if (ending || retired.has(dead)) return;
    if (!victims.has(dead)) collapses += 1;
    if (collapses >= collapseLimit) return;
    const [from, next] = [Date.now(), bear(index)];
    lives[index] = next;
    await next.ready;
    gaps.push({ from, to: Date.now() });
  }

  async function strike(index: number): Promise<void> {
    const life = lives[index];
    if (life === undefined || life.frozen || !(await life.ready)) return;
    victims.add(life);
    life.child.kill('SIGKILL');
    await life.ended;
  }

  return {
    begin: async () => {
      for (let index = 0; index < workers; index += 1) lives.push(bear(index));
      const born = await Promise.all(lives.map(({ ready }) => ready));
      if (born.includes(false)) throw new Error('the service does not start');
    },
    ask: async (question) => {
      const awake = lives.find(({ frozen, child }) => !frozen && child.connected);
      return awake === undefined || !(await awake.ready) ? null : askOne(awake, question);
    },
    kill: (index) => {
      // One after the other: who is dying already cannot die once more.
      lastKill = lastKill.then(() => strike(index));
      return lastKill;
    },
    freeze: async (index, forMs) => {
      const life = lives[index];
      if (life === undefined) return;
      life.frozen = true;
      life.child.kill('SIGSTOP');
      await wait(forMs);
      life.child.kill('SIGCONT');
      life.frozen = false;
    },
    replace: async (index, overlap) => {
      const old = lives[index];
      if (old === undefined || !(await old.ready)) return;
      victims.add(old);
      retired.add(old);
      if (!overlap) await endLife(old);
      const young = bear(index);
      lives[index] = young;
      await young.ready;
      if (overlap) await endLife(old);
    },
    end: async () => {
      ending = true;
      await Promise.all(lives.map(endLife));
      return { kills: victims.size - retired.size, collapses, events, gaps };
    },
  };
}

async function askOne({ child }: Life, question: Question): Promise<Standing | null> {
  const answered = new AbortController();
  const answer = new Promise<Standing | null>((resolve) => {
    const listen = (said: Report): void => {
      if (said.type !== 'answer') return;
      child.off('message', listen);
      resolve(said.standing);
    };
    child.on('message', listen);
    child.send(question);
  });
  const late = wait(answerMs, null, { signal: answered.signal }).catch(() => null);
  const standing = await Promise.race([answer, late]);
  answered.abort();
  return standing;
}

async function endLife(life: Life): Promise<void> {
  if (life.frozen) life.child.kill('SIGCONT');
  if (life.child.connected && (await life.ready)) life.child.send('stop' satisfies Question);
  await life.ended;
}
