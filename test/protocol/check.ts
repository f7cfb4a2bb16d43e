import { isFinal } from '../../src/app/sending/pass-turn.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkGroups } from './check-groups.ts';
import { checkLinks } from './check-links.ts';
import { checkAnnouncements, checkOrders, checkReminders, checkResends } from './check-office.ts';
import { checkCaps, checkRates, checkSending, checkStorm } from './check-sending.ts';
import { waitsForLong } from './scene.ts';
import type { Scene } from './scene.ts';

/** Every promise of docs/protocol.md that one run did not keep; [] when all were. */
export function check(scene: Scene): readonly string[] {
  return [
    ...checkInbox(scene),
    ...checkOrder(scene),
    ...checkDeeds(scene),
    ...checkSeats(scene),
    ...checkSending(scene),
    ...checkRates(scene),
    ...checkCaps(scene),
    ...checkStorm(scene),
    ...checkAddresses(scene),
    ...checkAnnouncements(scene),
    ...checkReminders(scene),
    ...checkResends(scene),
    ...checkOrders(scene),
    ...checkGroups(scene),
    ...checkLinks(scene),
    ...checkEnd(scene),
  ];
}

/** What was said has one row, each row is in exactly one commit; only poison is set aside, and always. */
function checkInbox({ stores, truth, plan }: Scene): readonly string[] {
  const rows = [...stores.inbox.rows.values()];
  const lost = [...truth.said].filter((key) => !stores.inbox.rows.has(key));
  const twice = rows.filter(({ id, input }) => input.type !== 'start' && !truth.said.has(id));
  const times = new Map<string, number>();
  for (const { commit } of truth.commits) for (const { id } of commit.did) times.set(id, (times.get(id) ?? 0) + 1);
  const handling = rows.flatMap(({ id, state }) => {
    const handled = times.get(id) ?? 0;
    const poison = truth.poison.has(id);
    return [
      ...(handled === 1 ? [] : [`${id} is in ${handled} commits`]),
      ...(poison && state !== 'aside' ? [`the poison ${id} is ${state}`] : []),
      ...(!poison && state === 'aside' && plan.crashes === 0 && plan.poison === 0 && isQuiet(plan.faults)
        ? [`${id} was set aside for nothing`]
        : []),
    ];
  });
  return [
    ...lost.map((key) => `${key} was acknowledged and lost`),
    ...twice.map(({ id }) => `${id} is a second row of one message`),
    ...handling,
  ];
}

function isQuiet(faults: object): boolean {
  return Object.values(faults).every((rate) => rate === 0);
}

/** A message is not handled after a later one of its person, if it was there when the address was taken. */
function checkOrder({ stores, truth }: Scene): readonly string[] {
  const position = new Map<string, number>();
  truth.commits.forEach(({ commit }, index) => commit.did.forEach(({ id }) => position.set(id, index)));
  const rows = [...stores.inbox.rows.values()];
  return truth.commits.flatMap(({ commit, takenAt }, index) =>
    commit.did.flatMap(({ id }) => {
      const row = stores.inbox.rows.get(id);
      if (row === undefined || isGivingUp(row.input)) return [];
      return rows
        .filter((other) => other.address === row.address && other.order < row.order && other.at < takenAt)
        .filter((other) => (position.get(other.id) ?? Infinity) > index)
        .map((other) => `${id} was handled before ${other.id}`);
    }),
  );
}

/** "Enough" ends a deed that keeps failing, before what was said earlier. */
function isGivingUp(input: { readonly type: string }): boolean {
  return input.type === 'text' && 'text' in input && input.text === 'enough';
}

/** Every intent that was stored has its result told, unless it was given up. */
function checkDeeds({ truth }: Scene): readonly string[] {
  return truth.commits.flatMap(({ address, commit: { wait } }, index) => {
    if (wait === null || wait.failures > 0) return [];
    const later = truth.commits.slice(index + 1).filter((one) => one.address === address);
    const texts = later.flatMap(({ commit }) => commit.owed.map(({ content }) => content?.text ?? ''));
    const ended = texts.some((text) => text.includes(`${wait.deed.id} `) || text === 'given up');
    return ended ? [] : [`the deed ${wait.deed.id} has no result`];
  });
}

function checkSeats({ truth }: Scene): readonly string[] {
  const twice = [...truth.seatChanges].filter(([, times]) => times > 1);
  return [...truth.seatFaults, ...twice.map(([deed, times]) => `${deed} changed the batch ${times} times`)];
}

/** Whoever waits longer waits for a strike, a morning or a day, and not for us. */
const soonMs = 10 * 60_000;

/** Nothing lost: when the trouble is over, everything ends. */
function checkEnd({ stores, world, busy }: Scene): readonly string[] {
  const rows = [...stores.deliveries.rows.values()];
  const addresses = [...stores.addresses.rows.values()];
  const open = rows.filter((row) => !isFinal(row) && !waitsForLong(rows, row, world.now() + soonMs));
  return [
    ...[...stores.inbox.rows.values()].filter(({ state }) => state === 'new').map(({ id }) => `${id} still waits`),
    ...open.map(({ id, state, code }) => `${id} is ${state} (${code ?? ''}) at the end`),
    ...addresses.filter((one) => one.wait !== null).map(({ id }) => `${id} still waits for a deed`),
    ...addresses.filter((one) => one.flight !== null).map(({ id }) => `the gate of ${id} is shut for ever`),
    ...addresses.filter((one) => one.owner !== null).map(({ id }) => `${id} is held for ever`),
    ...[...busy].map((name) => `${name} is not done`),
  ];
}
