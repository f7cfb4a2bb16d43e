import { leave, take } from '../../src/domain/seats.ts';
import { unswept, crowd, comings, rationed, stoppings } from './focus-plans.ts';
import type { Mutant } from './mutant.ts';
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
} from './mutate-ports.ts';
import { versionOf, leaveNoTrace } from './mutate-seats.ts';
import {
  withGate,
  unstopped,
  unlocked,
  withCommit,
  withEveryCopyNew,
  forgetOwed,
  withoutFence,
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
  { name: 'did not in the commit', stores: (stores) => withCommit(stores, (commit) => ({ ...commit, did: [] })) },
  { name: 'intent not in the commit', stores: (stores) => withCommit(stores, (commit) => ({ ...commit, wait: null })) },
  { name: 'the sweep resends', sweepPorts: resend },
  { name: 'stop without wait', ports: stopBlindly },
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
  { name: 'no tombstones', seats: { take, leave: leaveNoTrace }, plan: comings },
];
