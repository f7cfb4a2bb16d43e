import { breakPushes } from '../../src/app/sending/break-pushes.ts';
import { createRation } from '../../src/app/sending/ration.ts';
import { nextLookAt } from '../../src/domain/batch-kind.ts';
import { capLedgerKind } from '../../src/domain/caps.ts';
import type { Accounts } from '../../src/domain/ports/accounts.ts';
import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Deliveries } from '../../src/domain/ports/deliveries.ts';
import type { Inbox } from '../../src/domain/ports/inbox.ts';
import type { Job } from '../../src/domain/ports/queue.ts';
import { check } from './check.ts';
import { openDesk, openLook } from './desk.ts';
import { groupsAtWork } from './groups.ts';
import { overWire } from './immediate.ts';
import { listReplyWaits } from './list-reply-waits.ts';
import { createMachine, noFaults } from './machine.ts';
import type { Machine } from './machine.ts';
import { createMemoryAccounts } from './memory-accounts.ts';
import { createMemoryAddresses } from './memory-addresses.ts';
import { createMemoryDeliveries } from './memory-deliveries.ts';
import { createMemoryInbox } from './memory-inbox.ts';
import type { Mutant } from './mutant.ts';
import { officerAtWork } from './officer.ts';
import { peopleAtWork } from './people.ts';
import { choosePlan, troubleMs } from './plan.ts';
import type { Plan } from './plan.ts';
import { calm, capMs, createPlatform } from './platform.ts';
import { startService } from './process.ts';
import type { Ports, Service } from './process.ts';
import { createRandom } from './random.ts';
import { reportOn } from './reports.ts';
import { somebody, waitsForLong } from './scene.ts';
import type { Scene } from './scene.ts';
import { createShelves, reachDocuments } from './shelves.ts';
import { createForgetfulSlots } from './slots.ts';
import { tapOn } from './taps.ts';
import type { Trace } from './trace.ts';
import { createTruth, watchAccounts, watchCommits, watchBatches, watchRows, watchStages } from './truth.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

const faithful: Mutant = { name: 'faithful' };

export interface Run {
  readonly violations: readonly string[];
  readonly deaths: number;
  readonly calls: number;
  /** How long each reply waited for its first call. */
  readonly replyWaits: readonly number[];
  /** The most rings of the lane of pushes that were on their way at once. */
  readonly mostRings: number;
}

/** A Tuesday in Jakarta, with all the day before it, or just before the quiet hours. */
const morning = Date.UTC(2026, 10, 3, 2);
const evening = Date.UTC(2026, 10, 3, 12, 58, 20);

const longestFreezeMs = 90_000;
const hourMs = 60 * 60_000;
const sweepEveryMs = 20_000;

/** More than this is a storm (a run has about 60 calls and 3,000 events), and enough to be judged. */
const stormOfCalls = 1000;
const stormOfEvents = 60_000;

/** When everything must have ended well: the trouble, the longest freeze, two leases of a gate, doubts and sweeps. */
const endMs = troubleMs + 400_000;

/** Where pushes are capped, all that may be pushed (two parts each, news perhaps once more, a class that moves) takes its time. */
function waitAtCaps({ people, pushes, announcements, mostPushes }: Plan): number {
  const calls = 2 * people * (pushes + 2 * announcements + 3);
  return 2 * capMs * Math.ceil(calls / mostPushes);
}

/** One run from its seed to its judgement. */
export async function simulate(seed: number, mutant: Mutant = faithful, trace: Trace | null = null): Promise<Run> {
  const random = createRandom(seed);
  const plan: Plan = { ...choosePlan(random), ...mutant.plan };
  const scene = createScene(createWorld(random, plan.evening ? evening : morning, trace), plan, mutant);
  const { world, startedAt } = scene;
  const sometime = (happen: (service: Service) => void): void =>
    world.after(world.random.between(0, troubleMs), () => {
      const service = somebody(scene);
      if (service !== undefined) happen(service);
    });
  for (let index = 0; index < plan.processes; index++) start(scene, `p${index}`);
  for (let index = 0; index < plan.crashes; index++) sometime(({ machine }) => machine.die());
  for (let index = 0; index < plan.freezes; index++) {
    sometime(({ machine }) => machine.freeze(world.random.between(1000, longestFreezeMs)));
  }
  for (let index = 0; index < plan.flushes; index++) world.after(random.between(0, troubleMs), scene.flush);
  for (let index = 0; index < plan.spoils; index++) world.after(random.between(0, troubleMs), () => spoil(scene));
  peopleAtWork(scene);
  groupsAtWork(scene);
  officerAtWork(scene);
  await world.run(startedAt + endMs + waitAtCaps(plan), createOver(scene));
  const deaths = scene.services.filter(({ machine }) => machine.diedAt() < Infinity).length;
  const replyWaits = listReplyWaits(scene);
  return {
    violations: check(scene),
    deaths,
    calls: scene.platform.calls.length,
    replyWaits,
    mostRings: scene.rings.most,
  };
}

/** One of the messages that wait cannot be read any more. */
function spoil({ world, stores: { deliveries } }: Scene): void {
  const waiting = [...deliveries.rows.values()].filter(({ state }) => state === 'pending' || state === 'claimed');
  if (waiting.length > 0) deliveries.spoil(world.random.pick(waiting).id);
}

function createScene(world: World, plan: Plan, mutant: Mutant): Scene {
  const { now } = world;
  const startedAt = now();
  const truth = createTruth();
  const plain = {
    inbox: createMemoryInbox(now),
    addresses: createMemoryAddresses(now),
    deliveries: createMemoryDeliveries(now),
  };
  const changed = mutant.stores?.(plain) ?? plain;
  const stores = {
    ...changed,
    addresses: watchCommits(changed.addresses, truth, now),
    deliveries: watchRows(changed.deliveries, truth),
  };
  const accounts = watchAccounts(createMemoryAccounts(now), truth, now);
  const people = Array.from({ length: plan.people }, (_, index) => `sim.p${index}`);
  const groups = Array.from({ length: plan.groups }, (_, index) => `sim.g${index}`);
  const watch = { batch: watchBatches(truth), announcement: watchStages(truth, stores.deliveries, now) };
  const shelves = createShelves(startedAt, startedAt + 2 * hourMs + plan.classInMs, people, watch);
  const troubled = (): boolean => now() < startedAt + troubleMs;
  const platform = createPlatform(world, {
    temper: () => (troubled() ? plan.temper : calm),
    mostPushes: plan.mostPushes,
    onTaken: (call, platformId) => {
      reportOn(scene, call, platformId);
      tapOn(scene, call);
    },
  });
  const { slots, flush } = createForgetfulSlots(world, mutant.hotSlots === true);
  const services: Service[] = [];

  const connect = (machine: Machine): Ports => {
    const ports: Omit<Ports, 'mayGo' | 'newsSources'> = {
      inbox: overWire<Inbox>(stores.inbox, machine.wire),
      addresses: overWire<Addresses>(stores.addresses, machine.wire),
      deliveries: rowByRow(overWire<Deliveries>(stores.deliveries, machine.wire)),
      accounts: overWire<Accounts>(accounts, machine.wire),
      slots: {
        take: (...ask) =>
          new Promise((resolve) => void slots.take(...ask).then((slot) => machine.tell(1, () => resolve(slot)))),
        freeze: (...ask) => slots.freeze(...ask),
      },
      queue: {
        wake: async (job, delayMs = 0) => ring(scene, machine, job, delayMs),
        start: () => undefined,
        drain: async () => undefined,
      },
      clock: machine.clock,
      ration: createRation({
        ledgers: reachDocuments(shelves, machine.wire)(capLedgerKind),
        clock: machine.clock,
        chance: () => world.random.next(),
      }),
      channel: breakPushes(platform.channel(machine), { clock: machine.clock, log: () => undefined }),
    };
    const all: Ports = { ...ports, ...openLook(shelves, ports, machine.wire) };
    return mutant.ports?.(all, machine, world, stores) ?? all;
  };
  const scene: Scene = {
    world,
    plan,
    startedAt,
    stores,
    shelves,
    platform,
    truth,
    mutant,
    people,
    groups,
    services,
    connect,
    troubled,
    flush,
    swept: { at: -Infinity },
    rings: { now: 0, most: 0 },
    busy: new Set(),
  };
  return scene;
}

/** A store may write some of the rows that it is given and not the others: each is a way of its own. */
function rowByRow(deliveries: Deliveries): Deliveries {
  const add: Deliveries['add'] = async (rows) => {
    for (const row of rows) await deliveries.add([row]);
  };
  return { ...deliveries, add };
}

/** Starts a process; when it dies, by whatever hand, another takes its place within seconds. */
function start(scene: Scene, name: string): void {
  const { world, plan, mutant, services, troubled } = scene;
  const kind = {
    name,
    skewMs: plan.embedded ? 0 : world.random.between(-200, 200),
    together: plan.embedded,
    onDeath: () => world.after(world.random.between(50, 5000), () => start(scene, `${name}'`)),
  };
  const machine = createMachine(world, kind, () => (troubled() ? plan.faults : noFaults));
  const ports = scene.connect(machine);
  const desk = openDesk(scene.shelves, ports, machine.wire, mutant);
  const sweepPorts = mutant.sweepPorts?.(ports) ?? ports;
  services.push(
    startService({
      machine,
      ports,
      sweepPorts,
      desk,
      dress: mutant.links ?? ((links) => links),
      sweepEveryMs: plan.sweeps ? sweepEveryMs : null,
      takesSweep: createSweepLease(scene),
      alone: plan.embedded,
    }),
  );
}

/** While there is trouble two may sweep at once, afterwards one at a time: a lease that is only an economy, here as there. */
function createSweepLease({ troubled, world, swept }: Scene): () => boolean {
  return () => {
    const wants = troubled() ? world.random.chance(0.5) : world.now() - swept.at >= sweepEveryMs / 2;
    if (!wants) return false;
    swept.at = world.now();
    return true;
  };
}

/** Hands a ring to some living process; embedded it dies with the process that rang. */
function ring(scene: Scene, from: Machine, job: Job, delayMs: number): void {
  const { world, plan, services, rings, troubled } = scene;
  const { random } = world;
  if (troubled() && random.chance(plan.lostRing)) return;
  const times = troubled() && random.chance(plan.doubleRing) ? 2 : 1;
  for (let time = 0; time < times; time++) {
    const ms = delayMs + random.between(0, 20);
    const here = (): void => void services.find(({ machine }) => machine === from)?.run(job);
    if (job.type === 'pump') {
      rings.most = Math.max(rings.most, ++rings.now);
      world.after(ms, () => void (rings.now -= 1));
    }
    if (plan.embedded) from.tell(ms, here);
    else world.after(ms, () => ringSomebody(scene, job));
  }
}

function ringSomebody(scene: Scene, job: Job): void {
  const service = somebody(scene);
  if (service === undefined) scene.world.after(300, () => ringSomebody(scene, job));
  else service.machine.tell(0, () => void service.run(job));
}

/** So many events apart it is judged whether anything is left to be done: that looks at everything. */
const judgedEvery = 20;

/** Nothing is left to be done, and nobody will do anything for a long time. */
function createOver(scene: Scene): () => boolean {
  const { stores, world, troubled, platform } = scene;
  let events = 0;
  return () => {
    events += 1;
    if (platform.calls.length > stormOfCalls || events > stormOfEvents) return true;
    if (events % judgedEvery !== 0 || troubled() || scene.busy.size > 0) return false;
    for (const { owner, wait, flight, next } of stores.addresses.rows.values()) {
      if (owner !== null || wait !== null || flight !== null || next !== null) return false;
    }
    for (const { state } of stores.inbox.rows.values()) if (state === 'new') return false;
    const open = [...stores.deliveries.rows.values()].filter(({ finalAt }) => finalAt === null);
    return (
      open.every((row) => waitsForLong(open, row, world.now() + endMs)) &&
      [...scene.shelves.batches.docs.values()].every(({ doc }) => (nextLookAt(doc) ?? Infinity) > world.now()) &&
      [...scene.shelves.announcements.docs.values()].every(({ doc: { id, lookAt, state } }) => {
        const waits = state === 'running' && open.some(({ source }) => source === id);
        return waits || (lookAt ?? Infinity) > world.now() + endMs;
      })
    );
  };
}
