import type { Clock } from '../../src/domain/ports/clock.ts';
import { StoreTrouble } from '../../src/domain/ports/store-trouble.ts';
import type { Wire } from './immediate.ts';
import type { World } from './world.ts';

/** How often each thing goes wrong, per call. */
export interface Faults {
  /** The request never arrives; the caller hears an error. */
  readonly lostRequest: number;
  /** It is done, but the caller hears an error. */
  readonly lostAnswer: number;
  /** The caller hears an error, and it is done later all the same. */
  readonly lateStatement: number;
  /** It is done and answered, and done once more later: something on the way sends again what it doubts. */
  readonly repeated: number;
  /** The process stands still right after it asked, for longer than any lease. */
  readonly standstill: number;
}

export const noFaults: Faults = { lostRequest: 0, lostAnswer: 0, lateStatement: 0, repeated: 0, standstill: 0 };

/** One operating process: it may die for ever at any wait, or stand still and go on. */
export interface Machine {
  readonly name: string;
  /** When it died; Infinity: it lives. */
  readonly diedAt: () => number;
  readonly die: () => void;
  /** Nothing reaches it for `ms`; what it sent before is on its way. */
  readonly freeze: (ms: number) => void;
  /** Calls `hear` in this process after `ms`, unless it is dead; later when it stands still. */
  readonly tell: (ms: number, hear: () => void) => void;
  readonly clock: Clock;
  readonly wire: Wire;
}

/** The store did not answer, or the answer did not come. One for all: a stack for each costs more than the whole run. */
const noAnswer = new StoreTrouble('database_away');

const timeoutMs = 3000;
const latestMs = 40_000;
/** What is sent again comes soon, or when everybody has gone on. */
const repeatedMs = [200, latestMs];
const standstillMs = { least: 11_000, most: 90_000 };

/** `together`: the store lives in this process, so what was not done when it died is never done. */
export interface MachineKind {
  readonly name: string;
  readonly skewMs: number;
  readonly together: boolean;
  readonly onDeath: () => void;
}

export function createMachine(world: World, kind: MachineKind, faults: () => Faults): Machine {
  const { name, skewMs, together, onDeath } = kind;
  const { random } = world;
  let diedAt = Infinity;
  let frozenUntil = 0;

  const tell: Machine['tell'] = (ms, hear) =>
    world.after(ms, () => {
      if (diedAt < Infinity) return;
      if (frozenUntil > world.now()) return tell(frozenUntil - world.now(), hear);
      hear();
    });

  const wire: Wire = (method, apply, about) =>
    new Promise((resolve, reject) => {
      if (diedAt < Infinity) return;
      const thereMs = random.between(1, 8);
      const backMs = random.between(1, 8);
      const { lostRequest, lostAnswer, lateStatement, repeated, standstill } = faults();
      if (random.chance(standstill)) {
        frozenUntil = world.now() + random.between(standstillMs.least, standstillMs.most);
        world.trace?.note(world.now(), name, 'stands still');
      }
      const fate = random.next();
      world.trace?.ask(world.now(), name, method, about, tellFate(fate, faults()));
      const fail = (): void => tell(timeoutMs, () => reject(noAnswer));
      if (fate < lostRequest) return fail();
      if (fate < lostRequest + lateStatement) {
        world.afterUnheard(random.between(thereMs, latestMs), () => void apply());
        return fail();
      }
      const lost = fate < lostRequest + lateStatement + lostAnswer;
      const isRepeated = !lost && fate < lostRequest + lateStatement + lostAnswer + repeated;
      if (isRepeated) world.afterUnheard(random.between(thereMs, random.pick(repeatedMs)), () => void apply());
      world.afterUnheard(thereMs, () => {
        if (together && diedAt < Infinity) return;
        const answer = apply();
        if (lost) fail();
        else tell(backMs, () => resolve(answer));
      });
    });

  return {
    name,
    diedAt: () => diedAt,
    die: () => {
      if (diedAt < Infinity) return;
      diedAt = world.now();
      world.trace?.note(diedAt, name, 'dies');
      onDeath();
    },
    freeze: (ms) => {
      frozenUntil = world.now() + ms;
      world.trace?.note(world.now(), name, 'stands still');
    },
    tell,
    wire,
    clock: {
      now: () => world.now() + skewMs,
      wall: () => world.now() + skewMs,
      monotonic: () => world.now(),
      after: (ms, run) => {
        let wanted = true;
        tell(ms, () => {
          if (wanted) run();
        });
        return () => {
          wanted = false;
        };
      },
    },
  };
}

function tellFate(fate: number, { lostRequest, lateStatement, lostAnswer, repeated }: Faults): string {
  if (fate < lostRequest) return ' (never arrives)';
  if (fate < lostRequest + lateStatement) return ' (arrives late, unanswered)';
  if (fate < lostRequest + lateStatement + lostAnswer) return ' (done, unanswered)';
  return fate < lostRequest + lateStatement + lostAnswer + repeated ? ' (done, and again later)' : '';
}
