import { noFaults } from './machine.ts';
import type { Plan } from './plan.ts';
import { calm } from './platform.ts';

/** No sweep mends anything, and nothing is broken either: what is lost here is lost by the protocol. */
export const unswept: Partial<Plan> = {
  processes: 3,
  embedded: false,
  people: 8,
  messages: 3,
  breath: 1,
  words: ['hello'],
  pushes: 0,
  mostPushes: Infinity,
  faults: noFaults,
  temper: calm,
  crashes: 0,
  freezes: 0,
  lostRing: 0,
  poison: 0,
  sweeps: false,
  officer: false,
  announcements: 0,
  groups: 0,
  reports: 0,
  blocks: 0,
  moves: 0,
  flushes: 0,
  spoils: 0,
};

/** Many people and a push to all of them. */
export const crowd: Partial<Plan> = { ...unswept, people: 40, messages: 1, breath: 0, pushes: 3, sweeps: true };

/** People who come and go, and processes that stand still in the middle of it. */
export const comings: Partial<Plan> = {
  processes: 3,
  embedded: false,
  people: 2,
  messages: 8,
  words: ['take', 'leave'],
  pushes: 0,
  faults: { ...noFaults, standstill: 0.01 },
  crashes: 0,
  freezes: 0,
  officer: false,
  announcements: 0,
  reports: 0,
};

/** Pushes about what an officer stops, with processes that stand still in the middle of it. */
export const stoppings: Partial<Plan> = {
  processes: 2,
  embedded: false,
  pushes: 8,
  faults: { ...noFaults, standstill: 0.01 },
  officer: true,
  poison: 0,
};

/** An announcement each, by processes that die and stand still over it, and people who come and go meanwhile. */
export const announcing: Partial<Plan> = {
  processes: 2,
  embedded: false,
  people: 4,
  messages: 1,
  pushes: 0,
  announcements: 2,
  leaves: 1,
  officer: true,
  faults: { ...noFaults, standstill: 0.03 },
};

/** Announcements to groups that the bot is put out of and let in again, by processes that stand still over it. */
export const grouped: Partial<Plan> = {
  people: 1,
  messages: 1,
  pushes: 0,
  announcements: 2,
  groups: 2,
  blocks: 0.5,
  freezes: 2,
  evening: false,
  mostPushes: Infinity,
};

/** Announcements with a link of which taps are counted, and people who take back that they are. */
export const counting: Partial<Plan> = {
  people: 3,
  messages: 1,
  pushes: 0,
  announcements: 2,
  counts: 1,
  evening: false,
  mostPushes: Infinity,
};

/** Two officers change the class. */
export const ordering: Partial<Plan> = { people: 1, messages: 1, officer: true, orders: 2 };

/** A platform that doubts whether anybody is there. */
export const striking: Partial<Plan> = {
  ...unswept,
  people: 2,
  breath: 0,
  pushes: 8,
  sweeps: true,
  temper: { ...calm, strike: 0.9 },
  messages: 6,
};

/** A crowd, a platform that asks for long pauses, and slots that are forgotten in the middle of it. */
export const flushed: Partial<Plan> = { ...crowd, flushes: 4, temper: { ...calm, tooFast: 0.02 } };

/** More pushes than the account may begin at once, by processes that die and stand still over it. */
export const rationed: Partial<Plan> = { ...stoppings, people: 3, mostPushes: 8, crashes: 6, freezes: 3 };

/** Announcements that fail or stay in doubt for some, early enough for a second step. */
export const resending: Partial<Plan> = {
  pushes: 0,
  announcements: 2,
  resends: 1,
  evening: false,
  mostPushes: Infinity,
  blocks: 0.3,
  temper: { ...calm, timeoutTaken: 0.2, timeoutLost: 0.2 },
};

/** A platform of which nearly every answer is a doubt, and a push to a crowd. */
export const storming: Partial<Plan> = { ...crowd, evening: false, temper: { ...calm, broken: 0.95 } };

/** Calls that are taken and never answered, a platform that tells of them later, and pauses in which it may. */
export const toldLater: Partial<Plan> = {
  people: 4,
  messages: 6,
  reports: 1,
  temper: { ...calm, timeoutTaken: 0.3, tooFast: 0.05 },
};

/** Calls of which nobody learns what became of them, more often than not. */
export const doubting: Partial<Plan> = {
  people: 3,
  messages: 6,
  pushes: 2,
  temper: { ...calm, timeoutTaken: 0.5, timeoutLost: 0.2 },
};

/** People who stop while a push to them is on its way. */
export const refusing: Partial<Plan> = {
  people: 3,
  messages: 6,
  words: ['stop', 'start'],
  pushes: 6,
  evening: false,
  temper: { ...calm, timeoutTaken: 0.3 },
};

/** Processes that die in the middle of a push to which the answers stay out. */
export const dying: Partial<Plan> = { ...doubting, processes: 2, embedded: false, pushes: 4, crashes: 6 };
