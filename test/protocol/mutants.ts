import { leave, take } from '../../src/domain/seats.ts';
import {
  announcing,
  comings,
  counting,
  crowd,
  doubting,
  dying,
  flushed,
  grouped,
  ordering,
  rationed,
  refusing,
  resending,
  stoppings,
  storming,
  striking,
  toldLater,
  unswept,
} from './focus-plans.ts';
import type { Mutant } from './mutant.ts';
import {
  addSumsAgain,
  believeOldNews,
  countEverybody,
  forgetOrders,
  knowWhoTaps,
  letGoBlindly,
  loseSums,
  rememberPeople,
  staySomewhere,
} from './mutate-desk.ts';
import {
  answerInstead,
  closeNoRest,
  countNoStrikes,
  doubtForEver,
  forgetFreezes,
  keepDoubting,
  leaveFirst,
  letReceiptsFall,
  markAtNight,
  rememberCounts,
  tryAgainAnyway,
  writeBlindly,
} from './mutate-office.ts';
import {
  acknowledgeEarly,
  countAfterwards,
  retryTimeouts,
  markNothing,
  resend,
  stopBlindly,
  lookEarly,
  lookSlowly,
  stopClock,
  advanceInside,
  tellNoOrder,
  releaseSlowly,
  ringNobody,
  markLate,
  stumble,
  readNothing,
  raiseNothing,
  throwLate,
} from './mutate-ports.ts';
import { versionOf, leaveNoTrace, takeByNumber } from './mutate-seats.ts';
import {
  withGate,
  unstopped,
  unlocked,
  withCommit,
  withEveryCopyNew,
  forgetOwed,
  withoutFence,
  withoutTurn,
  deathless,
  releaseDeaf,
  forgetCrashes,
  repeatNews,
  restartParts,
} from './mutate-stores.ts';

/** Not a mutant: nothing is lost without a sweep either, when nothing breaks. */
export const slowReleases: Mutant = {
  name: 'slow releases',
  ports: (ports, _, world) => releaseSlowly(ports, world),
  plan: unswept,
};

/** The mutants, each of which some seed must kill. */
export const mutants: readonly Mutant[] = [
  { name: 'no inbox key', stores: withEveryCopyNew },
  { name: 'acknowledged before durable', ports: acknowledgeEarly },
  { name: 'a timeout is retried', ports: retryTimeouts },
  {
    name: 'stop not in the gate',
    stores: (stores) => withGate(stores, (enter, id, ask) => unstopped(stores, enter, id, ask)),
  },
  { name: 'no mark', ports: (ports) => ({ ...ports, deliveries: { ...ports.deliveries, mark: markNothing } }) },
  { name: 'owed cleared before it is copied', stores: forgetOwed },
  { name: 'no gate', stores: (stores) => withGate(stores, (enter, id, ask) => unlocked(stores, enter, id, ask)) },
  { name: 'no turn in the commit', stores: withoutTurn },
  { name: 'did not in the commit', stores: (stores) => withCommit(stores, (commit) => ({ ...commit, did: [] })) },
  { name: 'intent not in the commit', stores: (stores) => withCommit(stores, (commit) => ({ ...commit, wait: null })) },
  { name: 'the sweep resends', sweepPorts: resend, plan: dying },
  { name: 'stop without wait', ports: stopBlindly, plan: refusing },
  {
    name: 'pause, cancel and move without wait',
    impatient: true,
    ports: (ports, _, world) => lookSlowly(ports, world),
    plan: stoppings,
  },
  {
    name: 'replies without order',
    stores: (stores) => withGate(stores, (enter, id, ask) => enter(id, { ...ask, seq: null })),
    ports: tellNoOrder,
  },
  { name: 'no look', ports: (ports) => ({ ...ports, mayGo: async () => ({ type: 'go' }) }) },
  { name: 'look before mark', ports: lookEarly, plan: stoppings },
  { name: 'no time limit between gate and call', ports: stopClock, plan: stoppings },
  { name: 'next reply only from inside the gate', ports: advanceInside },
  { name: 'no fence', stores: withoutFence, plan: comings },
  { name: 'no bell', ports: (ports, _, world) => ringNobody(releaseSlowly(ports, world)), plan: unswept },
  {
    name: 'a release that does not hear the bell',
    stores: releaseDeaf,
    ports: (ports, _, world) => releaseSlowly(ports, world),
    plan: unswept,
  },
  { name: 'crashes are not counted', stores: forgetCrashes },
  { name: 'an announcement in doubt is repeated', stores: repeatNews },
  { name: 'every part from the beginning', stores: restartParts },
  { name: 'no slots', ports: (ports) => ({ ...ports, slots: { ...ports.slots, take: async () => 0 } }), plan: crowd },
  {
    name: 'no caps',
    ports: (ports) => ({ ...ports, ration: { ...ports.ration, take: async () => null } }),
    plan: rationed,
  },
  { name: 'a push counted after its call', ports: countAfterwards, plan: rationed },
  { name: 'no deadline at the mark', ports: markLate },
  {
    name: 'no seen',
    seats: { leave, take: (batch, ask) => take(batch, { ...ask, seen: versionOf(batch, ask.contact) }) },
    plan: comings,
  },
  { name: 'one guard for take and leave', seats: { leave, take: takeByNumber }, plan: comings },
  { name: 'no tombstones', seats: { take, leave: leaveNoTrace }, plan: comings },
  {
    name: 'an announcement leaves before its snapshot is complete',
    ports: (ports) => answerInstead(ports, 'snapshotting', { type: 'go' }),
    plan: announcing,
  },
  {
    name: 'what is paused is cancelled',
    ports: (ports) => answerInstead(ports, 'paused', { type: 'cancelled', code: 'paused' }),
    plan: announcing,
  },
  { name: 'counts are remembered', ports: rememberCounts, plan: announcing },
  { name: 'a push counts as written when it is asked for', ports: writeBlindly, plan: announcing },
  { name: 'a receipt may fall', stores: letReceiptsFall, plan: { reports: 1 } },
  { name: 'late truth does not end a doubt', stores: keepDoubting, plan: { reports: 1 } },
  {
    name: 'what is told while a row waits for its second try is not heard',
    stores: tryAgainAnyway,
    plan: toldLater,
  },
  { name: 'a doubt is tried again and again', stores: doubtForEver, plan: doubting },
  {
    name: 'the new id of a chat is not written down',
    ports: (ports) => ({ ...ports, addresses: { ...ports.addresses, move: async () => undefined } }),
    plan: { moves: 1 },
  },
  {
    name: 'dead not in the gate',
    stores: (stores) => withGate(stores, (enter, id, ask) => deathless(stores, enter, id, ask)),
    plan: { blocks: 1 },
  },
  {
    name: 'strikes are not counted',
    ports: countNoStrikes,
    plan: striking,
  },
  { name: 'a freeze is not heard', ports: (ports) => forgetFreezes(ports, true) },
  { name: 'a freeze is kept by the slots alone', ports: (ports) => forgetFreezes(ports, false), plan: flushed },
  { name: 'slots are hot after a flush', hotSlots: true, plan: flushed },
  {
    name: 'mute not in the gate',
    stores: (stores) => withGate(stores, (enter, id, ask) => enter(id, { ...ask, purpose: null })),
  },
  {
    name: 'two pushes a day',
    stores: (stores) => withGate(stores, (enter, id, ask) => enter(id, { ...ask, yieldsOn: null })),
  },
  { name: 'no quiet hours at the mark', stores: markAtNight },
  {
    name: 'no breaker',
    ports: (ports) => ({ ...ports, channel: { ...ports.channel, pushesStopped: () => null } }),
    plan: storming,
  },
  {
    name: 'no time limit between gate and call, and the generation is not raised',
    ports: (ports) => stopClock(raiseNothing(ports)),
    plan: stoppings,
  },
  { name: 'the gate is left before the row is settled', ports: leaveFirst },
  { name: 'a poison is found out behind its gate', ports: throwLate },
  { name: 'what nobody can read stops its lane', ports: stumble, plan: { spoils: 2 } },
  { name: 'what nobody can read passes for sent', ports: readNothing, plan: { spoils: 2 } },
  { name: 'a resend goes to everybody', resends: 'to everybody', plan: resending },
  { name: 'a resend asked for twice is made twice', resends: 'each time', plan: resending },
  { name: 'only the last order is known', office: forgetOrders, plan: ordering },
  {
    name: 'a group is written to at the pace of a person',
    stores: (stores) => withGate(stores, (enter, id, ask) => enter(id, { ...ask, perChatMs: 0 })),
    plan: grouped,
  },
  { name: 'nobody hears that the bot was put out of a group', office: staySomewhere, plan: grouped },
  { name: 'old news of a group are believed', office: believeOldNews, plan: grouped },
  { name: 'a group is let go and written to', office: letGoBlindly, plan: grouped },
  { name: "everybody's taps are counted", links: countEverybody, plan: counting },
  { name: 'an agreement to be counted is remembered', office: rememberPeople, plan: counting },
  { name: 'a link tells who taps', links: knowWhoTaps, plan: counting },
  { name: 'a sum of taps is added again', office: addSumsAgain, plan: counting },
  { name: 'taps are written nowhere', office: loseSums, plan: counting },
];

/** Needs thousands of seeds: for `--mutants --seeds 5000`, not for every run of the tests. */
export const hardy: readonly Mutant[] = [
  { name: 'what an older snapshot wrote stays', ports: closeNoRest, plan: announcing },
];

/** What another belt stands behind: no seed needs to kill these, and `behind` says why. */
export const belts: readonly (Mutant & { readonly behind: string })[] = [
  {
    name: 'the generation is not raised',
    ports: raiseNothing,
    behind: 'a call begins within five seconds of its gate, and a gate is freed only after sixty',
  },
];

const faithful: Mutant = { name: 'faithful' };

/** The mutant of a name, the faithful one for null; throws when there is none. */
export function findMutant(name: string | null): Mutant {
  const all = [faithful, ...mutants, ...hardy, ...belts];
  const found = name === null ? faithful : all.find((mutant) => mutant.name === name);
  if (found === undefined) throw new Error(`mutants: ${all.map((mutant) => mutant.name).join(', ')}`);
  return found;
}
