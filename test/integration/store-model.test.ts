import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Addresses } from '../../src/domain/ports/addresses.ts';
import type { Deliveries, Settlement } from '../../src/domain/ports/deliveries.ts';
import { createSeal } from '../../src/store/seal.ts';
import { createAddresses } from '../../src/store/sqlite/addresses.ts';
import { createDeliveries } from '../../src/store/sqlite/deliveries.ts';
import { createGroupCommit } from '../../src/store/sqlite/group-commit.ts';
import { migrate } from '../../src/store/sqlite/migrate.ts';
import { migrations } from '../../src/store/sqlite/migrations.ts';
import { openData } from '../../src/store/sqlite/open-store.ts';
import { newDelivery } from '../contract/new-delivery.ts';
import { overWire } from '../protocol/immediate.ts';
import type { Immediate } from '../protocol/immediate.ts';
import { createMemoryAddresses } from '../protocol/memory-addresses.ts';
import { createMemoryDeliveries } from '../protocol/memory-deliveries.ts';
import { useFolders } from './temporary-folder.ts';

// The simulator proves the protocol over the stores in memory. Here SQLite and they are given the same calls on the same
// clock and must answer alike: what was proved there then holds here.

const newFolder = useFolders();
/** Seven of ten planted faults were found by so many, in some 2 s; the contract suites found the rest. */
const RUNS = 200;

/** Does one thing to a store of either kind; what it answers is compared. */
type Act<Port> = (port: Port) => unknown;

interface Step<Port> {
  readonly name: string;
  readonly act: Act<Port>;
  readonly passes: number;
}

const IDS = ['d1', 'd2', 'sim.a', 'sim.b'];
const id = fc.constantFrom('d1', 'd2');
/** How far the caller is behind what the store holds: mostly not at all. */
const behind = fc.constantFrom(0, 0, 0, 1);
const small = fc.nat(2);
const ms = fc.constantFrom(0, 1, 1_000, 60_000);

const settlement: fc.Arbitrary<Settlement> = fc.oneof(
  fc.record({ type: fc.constant('sent' as const), platformId: fc.constantFrom(null, 'w1', 'w2') }),
  fc.record({ type: fc.constant('part' as const), next: small }),
  fc.record({ type: fc.constant('again' as const), inMs: ms, code: fc.constant('429') }),
  fc.record({ type: fc.constant('uncertain' as const), code: fc.constant('timeout'), final: fc.boolean() }),
  fc.record({ type: fc.constantFrom('failed' as const, 'expired' as const), code: fc.constant('x') }),
);

function step<Port, Args>(name: string, args: fc.Arbitrary<Args>, call: (port: Port, args: Args) => unknown) {
  return fc.tuple(args, ms).map(([given, passes]): Step<Port> => ({
    name: `${name} ${JSON.stringify(given)}`,
    act: (port) => call(port, given),
    passes,
  }));
}

const START = 1_000_000;
const NOTHING = { attempt: 0, generation: 0, fence: 0, turn: 0, bell: 0 };
const attemptOf = async (port: Deliveries, row: string): Promise<number> => ((await port.read(row)) ?? NOTHING).attempt;
const otherDeliverySteps: fc.Arbitrary<Step<Deliveries>> = fc.oneof(
  step('add', fc.tuple(id, small, fc.boolean(), ms), (port: Deliveries, [row, run, reply, until]) =>
    port.add([
      newDelivery(row, START, {
        ...(reply ? { class: 'reply', seq: Number(row.slice(1)) } : { source: `p${run}` }),
        run,
        until: START + 1 + 60 * until,
        depends: { on: 'b1', version: run, fields: {} },
      }),
    ]),
  ),
  step('claim', fc.tuple(ms, fc.subarray(['p1', 'p2'])), (port: Deliveries, [leaseMs, except]) =>
    port.claim('sim', 'bulk', { limit: 9, leaseMs, except }),
  ),
  step('defer', fc.tuple(id, behind, ms), async (port: Deliveries, [row, late, inMs]) =>
    port.defer(row, (await attemptOf(port, row)) - late, inMs),
  ),
  step('postpone', fc.tuple(id, behind, ms), async (port: Deliveries, [row, late, later]) =>
    port.postpone(row, (await attemptOf(port, row)) - late, START + later, START + 2 * later),
  ),
  step('close', fc.tuple(id, behind), async (port: Deliveries, [row, late]) =>
    port.close(row, (await attemptOf(port, row)) - late, 'skipped', 'moved'),
  ),
  step('retryDoubt', fc.tuple(id, behind), async (port: Deliveries, [row, late]) =>
    port.retryDoubt(row, (await attemptOf(port, row)) - late),
  ),
  step('giveUpDoubt', fc.tuple(id, behind), async (port: Deliveries, [row, late]) =>
    port.giveUpDoubt(row, (await attemptOf(port, row)) - late),
  ),
  step('raiseGeneration', fc.tuple(id, behind), async (port: Deliveries, [row, older]) =>
    port.raiseGeneration(row, ((await port.read(row)) ?? NOTHING).generation - older),
  ),
  step('read', id, (port: Deliveries, row) => port.read(row)),
  step('receipt', fc.constantFrom('read' as const, 'delivered' as const, 'failed' as const), (port: Deliveries, kind) =>
    port.receipt('sim', 'w1', kind),
  ),
  step('stuck', ms, (port: Deliveries, age) => port.stuck(age, 9)),
  step('doubtful', ms, (port: Deliveries, age) => port.doubtful(age, 9)),
  step('expire', fc.constant(9), (port: Deliveries, limit) => port.expire(limit)),
  step('reply', small, (port: Deliveries, seq) => port.reply('sim.a', seq)),
  step('latest', small, (port: Deliveries, limit) => port.latest('sim.a', limit)),
  step('count', small, (port: Deliveries, source) => port.count(`p${source}`)),
  step('countSending', small, (port: Deliveries, below) => port.countSending({ on: 'b1', versionBelow: below })),
  step('closeSource', fc.tuple(small, small), (port: Deliveries, [source, below]) =>
    port.closeSource(`p${source}`, 'cancelled', 9, below),
  ),
  step('dueLanes', fc.constant(0), (port: Deliveries) => port.dueLanes()),
  step('backlog', fc.constant(0), async (port: Deliveries) =>
    (await port.backlog()).toSorted((a, b) => `${a.lane} ${a.state}`.localeCompare(`${b.lane} ${b.state}`)),
  ),
  step('purge', fc.tuple(ms, ms), (port: Deliveries, [replies, pushes]) => port.purge(replies, pushes, 9)),
);

/** A row is marked and settled half of the time, so that many come far in their lives. */
const deliverySteps: fc.Arbitrary<Step<Deliveries>> = fc.oneof(
  step('mark', fc.tuple(id, behind, behind), async (port: Deliveries, [row, late, older]) => {
    const { attempt, generation } = (await port.read(row)) ?? NOTHING;
    return port.mark(row, { attempt: attempt - late, generation: generation - older, flight: 1, marginMs: 0 });
  }),
  step('settle', fc.tuple(id, behind, settlement), async (port: Deliveries, [row, late, outcome]) =>
    port.settle(row, (await attemptOf(port, row)) - late, outcome),
  ),
  otherDeliverySteps,
  otherDeliverySteps,
);

const A = fc.constantFrom('sim.a', 'sim.a', 'sim.b');
const commitOf = (lastReply: number) => ({ session: null, wait: null, did: [], owed: [], lastReply, heardAt: START });
const ask = fc.record({
  delivery: id,
  class: fc.constantFrom('reply' as const, 'announcement' as const),
  seq: fc.constantFrom(null, 1, 2),
  purpose: fc.constantFrom(null, 'survei'),
  yieldsOn: fc.constantFrom(null, '2026-12-01'),
  perChatMs: ms,
  silentMs: ms,
});
const addressSteps: fc.Arbitrary<Step<Addresses>> = fc.oneof(
  step('meet', A, (port: Addresses, address) => port.meet(address, { contact: 'c1', account: 'sim', chat: address })),
  step('take', A, (port: Addresses, address) => port.take(address, 'p1')),
  step('ring', A, (port: Addresses, address) => port.ring(address)),
  step('commit', fc.tuple(A, behind, behind, small), async (port: Addresses, [address, late, older, last]) => {
    const { fence, turn } = (await port.read(address)) ?? NOTHING;
    return port.commit(address, { fence: fence - late, turn: turn - older }, commitOf(last));
  }),
  step('renew', fc.tuple(A, behind), async (port: Addresses, [address, late]) =>
    port.renew(address, ((await port.read(address))?.fence ?? 0) - late),
  ),
  step('release', fc.tuple(A, behind, behind, fc.boolean(), ms), async (port: Addresses, args) => {
    const [address, late, unheard, stumbled, later] = args;
    const { fence, bell } = (await port.read(address)) ?? NOTHING;
    const next = later === 0 ? null : START + later;
    return port.release(address, { fence: fence - late, bell: bell - unheard }, { next, stumbled });
  }),
  step('disown', ms, (port: Addresses, lease) => port.disown(lease)),
  step('unfinished', fc.constant(9), (port: Addresses, limit) => port.unfinished(limit)),
  step('due', fc.constant(9), (port: Addresses, limit) => port.due(limit)),
  step('enter', fc.tuple(A, ask), (port: Addresses, [address, asked]) => port.enter(address, asked)),
  step('leave', fc.tuple(A, behind, fc.constantFrom(null, '2026-12-01')), async (port: Addresses, args) => {
    const [address, older, pushDay] = args;
    return port.leave(address, ((await port.read(address))?.flight?.number ?? 1) - older, pushDay);
  }),
  step('read', A, (port: Addresses, address) => port.read(address)),
  step('replies', A, (port: Addresses, address) => port.replies(address)),
  step('advance', fc.tuple(A, small), (port: Addresses, args) => port.advance(...args)),
  step('stuck', ms, (port: Addresses, age) => port.stuck(age, 9)),
  step('forbid', fc.tuple(A, fc.boolean(), small), (port: Addresses, [address, stopped, version]) =>
    port.forbid(address, { stopped, muted: stopped ? [] : ['survei'] }, version),
  ),
  step('setDead', fc.tuple(A, fc.boolean()), (port: Addresses, args) => port.setDead(...args)),
  step('strike', fc.tuple(A, ms), (port: Addresses, args) => port.strike(...args)),
  step('move', A, (port: Addresses, address) => port.move(address, 'moved')),
  step('ofContact', fc.constant('c1'), (port: Addresses, contact) => port.ofContact(contact)),
);

/** Rows of either store with the fields of the port alone, in one order; a list has no promised order everywhere. */
function plain(answer: unknown, fields: readonly string[]): unknown {
  if (Array.isArray(answer)) return answer.map((each) => JSON.stringify(plain(each, fields))).toSorted();
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('flight' in answer)) return answer;
  return Object.fromEntries(fields.map((field) => [field, Reflect.get(answer, field)]));
}

/** One database for all runs, emptied before each; nobody cuts the power here, so nothing is flushed. */
function openFast(now: () => number) {
  const database = openData(join(newFolder(), 'data.db'));
  migrate(database, migrations, 0);
  database.exec('pragma synchronous = off');
  const group = createGroupCommit(database);
  const backing = { database, group, seal: createSeal('k'.repeat(44)), clock: { now } };
  return {
    addresses: createAddresses(backing),
    deliveries: createDeliveries(backing),
    empty: () => database.exec('delete from address; delete from delivery'),
    close: () => {
      group.close();
      database.close();
    },
  };
}

/** Null when every trial was answered alike; otherwise the shortest that was not, and the first answer that differs. */
async function findDifference<Port extends { read(id: string): Promise<unknown> }>(
  select: (store: ReturnType<typeof openFast>) => Port,
  steps: fc.Arbitrary<Step<Port>>,
  createMemory: (now: () => number) => object,
  fields: readonly string[],
): Promise<string | null> {
  let time = START;
  const now = (): number => time;
  const store = openFast(now);
  const run = async (chosen: readonly Step<Port>[]): Promise<void> => {
    time = START;
    store.empty();
    const memory = overWire<Port>(createMemory(now) as Immediate<Port>, async (_, apply) => apply());
    for (const { name: what, act, passes } of chosen) {
      const expected = plain(await act(memory), fields);
      const answer = plain(await act(select(store)), fields);
      expect({ what, answer }).toEqual({ what, answer: expected });
      time += passes;
    }
    for (const row of IDS)
      expect(plain(await select(store).read(row), fields)).toEqual(plain(await memory.read(row), fields));
  };
  const trials = fc.asyncProperty(fc.array(steps, { minLength: 30, maxLength: 60 }), run);
  const details = await fc.check(trials, { numRuns: RUNS });
  store.close();
  return details.failed ? (fc.defaultReportMessage(details) ?? 'failed') : null;
}

const DELIVERY_FIELDS = 'id state attempt generation flight part due pauseAt run platformId receipt code doubtOver';
const ADDRESS_FIELDS =
  'id chat owner ownedAt fence bell crashes turn lastReply nextReply heardAt next flight flightAt refusal dead pushDay';

test('deliveries answer like those in memory', async () => {
  const fields = DELIVERY_FIELDS.split(' ');
  const found = await findDifference((store) => store.deliveries, deliverySteps, createMemoryDeliveries, fields);
  expect(found).toBeNull();
});

test('addresses answer like those in memory', async () => {
  const fields = ADDRESS_FIELDS.split(' ');
  const found = await findDifference((store) => store.addresses, addressSteps, createMemoryAddresses, fields);
  expect(found).toBeNull();
});
