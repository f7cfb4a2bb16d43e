import type { Faults } from './machine.ts';
import { noFaults } from './machine.ts';
import type { Temper } from './platform.ts';
import type { Random } from './random.ts';

/** What one run is made of; a seed chooses it, a test may change parts. */
export interface Plan {
  readonly processes: number;
  /** One process with its store inside. */
  readonly embedded: boolean;
  readonly people: number;
  readonly messages: number;
  /** Chance that the next thing is said in the same breath. */
  readonly breath: number;
  /** What people say, the likely words several times. */
  readonly words: readonly string[];
  readonly pushes: number;
  /** Pushes that the account may begin in every half a minute. */
  readonly mostPushes: number;
  readonly faults: Faults;
  readonly temper: Temper;
  /** Deaths and standstills of processes. */
  readonly crashes: number;
  readonly freezes: number;
  /** Chance that a ring is lost, and that it comes twice. */
  readonly lostRing: number;
  readonly doubleRing: number;
  /** Chance that the platform hands in one message more than once. */
  readonly doubleUpdate: number;
  readonly poison: number;
  /** Announcements of the office, from their snapshot to their end. */
  readonly announcements: number;
  /** Chance that somebody leaves the class while an announcement to it begins. */
  readonly leaves: number;
  /** Groups that announcements go to, too. */
  readonly groups: number;
  /** Chance that taps on the link of an announcement are counted. */
  readonly counts: number;
  /** The class that everybody sits in begins in two hours and so many milliseconds; a reminder falls due then. */
  readonly classInMs: number;
  /** Chance that the platform tells later what became of a message. */
  readonly reports: number;
  /** Chance that a person blocks us, or that their chat gets another id. */
  readonly blocks: number;
  readonly moves: number;
  /** Times that the place where slots are granted forgets everything. */
  readonly flushes: number;
  /** Messages that wait and that nobody can read any more, as a disk may leave them. */
  readonly spoils: number;
  /** Chance that an announcement that is over goes once more to some of its people. */
  readonly resends: number;
  /** A while before the quiet hours, in which much waits for the morning; else there is time enough. */
  readonly evening: boolean;
  readonly sweeps: boolean;
  readonly officer: boolean;
  /** Changes of that class, each ordered by another officer. */
  readonly orders: number;
}

/** While things go wrong; after it they only have to end well. */
export const troubleMs = 40_000;

/**
 * One run in four is embedded, one in eight has no faults at all. Each kind of thing is left out of about half of the runs:
 * they are short, and come to what the others hide.
 */
export function choosePlan({ chance, between, next, pick }: Random): Plan {
  const embedded = chance(0.25);
  const quiet = chance(0.125);
  const rough = (rate: number): number => (quiet || chance(0.3) ? 0 : next() * rate);
  const some = (most: number, likely = 0.5): number => (chance(likely) ? between(1, most) : 0);
  const faults = {
    lostRequest: rough(0.03),
    lostAnswer: rough(0.03),
    lateStatement: rough(0.03),
    repeated: rough(0.03),
    standstill: rough(0.003),
  };
  const temper = {
    timeoutTaken: rough(0.1),
    timeoutLost: rough(0.1),
    broken: rough(0.1),
    refused: rough(0.1),
    tooFast: rough(0.02),
    strike: rough(0.02),
  };
  return {
    processes: embedded ? 1 : pick([1, 2, 2, 3]),
    embedded,
    people: pick([1, 1, 2, 3]),
    messages: between(1, 4),
    breath: 0.2,
    words: ['hello', 'long', 'take', 'take', 'leave', 'stop', 'start', 'mute', 'unmute', 'later'],
    pushes: some(2),
    mostPushes: chance(0.1) ? between(6, 20) : Infinity,
    faults: embedded ? noFaults : faults,
    temper,
    crashes: quiet ? 0 : some(3, 0.5),
    freezes: quiet ? 0 : some(2, 0.5),
    lostRing: embedded ? 0 : rough(0.2),
    doubleRing: rough(0.2),
    doubleUpdate: rough(0.4),
    poison: rough(0.1),
    announcements: some(2, 0.4),
    leaves: 0.4,
    groups: some(2),
    counts: chance(0.5) ? 0.5 : 0,
    classInMs: between(2000, 50_000),
    reports: chance(0.5) ? 0.5 : 0,
    blocks: rough(0.2),
    moves: rough(0.2),
    flushes: embedded || quiet ? 0 : between(0, 1),
    spoils: quiet ? 0 : some(2, 0.2),
    resends: 0.5,
    evening: chance(0.5),
    sweeps: true,
    officer: chance(0.5),
    orders: between(1, 2),
  };
}

/** Every process works on and every answer comes; the platform may still be in a temper. */
export function isUndisturbed({ crashes, freezes, poison, faults }: Plan): boolean {
  return crashes + freezes + poison === 0 && Object.values(faults).every((chance) => chance === 0);
}
