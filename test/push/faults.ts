import { rowsAtOnce } from '../../src/app/sending/pump-lane.ts';
import type { Random } from '../protocol/random.ts';
import { certainMs, freezeMs, namedFaults } from './named-faults.ts';
import type { FaultName, NamedFault, Targets } from './named-faults.ts';

/** Something that goes wrong when so much of the push has left. */
export interface Fault extends NamedFault {
  /** Share of the messages, 0 to 1. */
  readonly at: number;
}

export interface Storm {
  readonly workers: number;
  readonly kills: number;
  readonly freeze: boolean;
  readonly redisRestart: boolean;
  /** Those that have a name; each strikes in the middle of a share of its own. */
  readonly named: readonly FaultName[];
  /** Seconds without a database; 0: none. */
  readonly cutDatabase: number;
}

const redisDeadMs = 3000;

/** Deaths of processes lie anywhere; the rest each has its own place, so that one ends before another begins. */
export function planFaults(random: Random, storm: Storm, on: Targets): readonly Fault[] {
  const { workers, kills, freeze, redisRestart, cutDatabase, named } = storm;
  const { fleet, ground } = on;
  const faults: Fault[] = named.map((name, index) => ({ ...namedFaults[name](on), at: (index + 0.3) / named.length }));
  if (freeze) {
    const strike = (): Promise<void> => fleet.freeze(workers - 1, freezeMs);
    faults.push({ name: `a process stands still for ${freezeMs / 1000} s`, at: 0.15, doubts: rowsAtOnce, strike });
  }
  if (redisRestart) {
    const strike = (): Promise<void> => ground.restartRedis(redisDeadMs);
    faults.push({ name: 'Redis is killed and starts empty', at: 0.5, doubts: 0, strike });
  }
  if (cutDatabase > 0) {
    const strike = (): Promise<void> => ground.cut(cutDatabase * 1000);
    faults.push({
      name: `the database is cut off for ${cutDatabase} s`,
      at: 0.65,
      doubts: cutDatabase * 1000 <= certainMs ? 0 : workers * rowsAtOnce,
      strike,
    });
  }
  for (let index = 0; index < kills; index += 1) {
    const victim = random.between(0, workers - 1);
    const at = 0.05 + (0.9 * (index + random.next())) / kills;
    faults.push({
      name: `kill -9 of process ${victim}`,
      at,
      doubts: rowsAtOnce,
      strike: () => fleet.kill(victim),
    });
  }
  return faults.toSorted((a, b) => a.at - b.at);
}

/** Lets each fault strike at its time. */
export function unleash(faults: readonly Fault[], say: (name: string) => void) {
  const left = [...faults];
  const struck: Promise<void>[] = [];
  let [calmAt, raging] = [Date.now(), 0];
  const strike = async (fault: Fault): Promise<void> => {
    raging += 1;
    say(fault.name);
    await fault.strike();
    raging -= 1;
    calmAt = Date.now();
  };
  return {
    /** `share` of the messages have left. */
    advance: (share: number) => {
      const due = left.filter(({ at }) => at <= share);
      left.splice(0, due.length);
      struck.push(...due.map(strike));
    },
    /** When the last one was over. */
    calmAt: () => calmAt,
    isCalm: () => raging === 0,
    end: async () => {
      await Promise.all(struck);
    },
  };
}
