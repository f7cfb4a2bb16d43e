import type { Delivery } from '../../src/domain/ports/deliveries.ts';
import { isUndisturbed } from './plan.ts';
import { capMs, poisonText, rates } from './platform.ts';
import type { Call } from './platform.ts';
import type { Scene } from './scene.ts';

/** Copies, claims, order, one in flight, and whatever was forbidden. */
export function checkSending(scene: Scene): readonly string[] {
  const { stores, platform } = scene;
  const calls = groupBy(platform.calls, ({ delivery }) => delivery);
  const rows = [...stores.deliveries.rows.values()];
  return [
    ...rows.flatMap((row) => checkCopies(scene, row, calls.get(row.id) ?? [])),
    ...checkOneInFlight(scene),
    ...checkReplyOrder(rows, calls),
    ...platform.calls.flatMap((call) => checkForbidden(scene, call)),
  ];
}

/** Map.groupBy is missing in Node 20. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** `sent` is true; an announcement at most once, the rest at most twice, and once when nothing went wrong. */
function checkCopies({ plan }: Scene, row: Delivery, calls: readonly Call[]): readonly string[] {
  const never = calls.every(({ taken }) => !taken);
  const isPoison = row.content?.text === poisonText;
  if (isPoison && (row.attempt > 0 || calls.length > 0)) return [`the poison ${row.id} came through its gate`];
  if (row.unreadable && row.state === 'sent' && never) return [`${row.id} is called sent and nobody could read it`];
  const parts = row.content?.text.split('|') ?? [];
  const once = row.class === 'announcement' || isQuiet(plan);
  return parts.flatMap((_, index) => {
    const copies = calls.filter((call) => call.index === index && call.taken).length;
    return [
      ...(copies > (once ? 1 : 2) ? [`${row.id} arrived ${copies} times`] : []),
      ...(row.state === 'sent' && copies === 0 ? [`${row.id} is called sent and never arrived`] : []),
    ];
  });
}

/** Nothing that could leave a doubt: no fault of the wire, the platform or a process. */
function isQuiet(plan: Scene['plan']): boolean {
  return isUndisturbed(plan) && Object.values(plan.temper).every((chance) => chance === 0);
}

function checkOneInFlight({ platform, truth }: Scene): readonly string[] {
  const person = ({ delivery, chat }: Call): string => truth.added.get(delivery)?.address ?? chat;
  return [...groupBy(platform.calls, person).values()].flatMap((ofChat) =>
    ofChat.flatMap((call, index) => {
      const before = ofChat[index - 1];
      if (before === undefined) return [];
      const endedAt = Math.min(before.endedAt, before.machine.diedAt());
      return call.at < endedAt ? [`${before.delivery} and ${call.delivery} were on their way together`] : [];
    }),
  );
}

/** The first call of a reply never comes before the first call of an earlier one. */
function checkReplyOrder(rows: readonly Delivery[], calls: ReadonlyMap<string, readonly Call[]>): readonly string[] {
  const replies = rows.filter((row) => row.seq !== null && calls.has(row.id));
  return [...groupBy(replies, ({ address }) => address).values()].flatMap((ofPerson) => {
    const inOrder = ofPerson.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
    return inOrder.flatMap((row, index) => {
      const before = inOrder[index - 1];
      const overtakes = before !== undefined && firstAt(calls, row) < firstAt(calls, before);
      return overtakes ? [`${row.id} overtook ${before.id}`] : [];
    });
  });
}

function firstAt(calls: ReadonlyMap<string, readonly Call[]>, { id }: Delivery): number {
  return calls.get(id)?.[0]?.at ?? Infinity;
}

/** No call begins after an acknowledgement, a stop, a deadline, or in the quiet hours. */
function checkForbidden({ truth }: Scene, call: Call): readonly string[] {
  const row = truth.added.get(call.delivery);
  if (row === undefined) return [`${call.delivery} was sent and never written`];
  const found = truth.forbidden.filter(
    ({ concerns, from, to }) => call.at > from && call.at < (to ?? Infinity) && concerns(row),
  );
  return [
    ...found.map(({ what }) => `${row.id} began after ${what}`),
    ...(call.at >= row.until ? [`${row.id} began after its deadline`] : []),
    ...(row.pauseAt !== null && call.at >= row.pauseAt ? [`${row.id} began in the quiet hours`] : []),
    ...(row.class !== 'reply' && isStopped(truth, row.address, call.at) ? [`${row.id} began after a stop`] : []),
  ];
}

/** From the commit that tells a person of their stop to the one that wants the opposite. */
function isStopped({ commits }: Scene['truth'], address: string, at: number): boolean {
  let stopped = false;
  for (const { address: whose, at: when, commit } of commits) {
    if (whose !== address || when >= at) continue;
    if (commit.owed.some(({ content }) => content?.text.includes('dihentikan'))) stopped = true;
    if (commit.wait?.deed.name === 'start') stopped = false;
  }
  return stopped;
}

/** In every second no more calls begin than the account may make, and one for the window and one for the way. */
export function checkRates({ platform }: Scene): readonly string[] {
  const times = platform.calls.map(({ at }) => at);
  const limit = rates.perSecond + 2;
  return times.flatMap((at, index) => {
    const later = times[index + limit];
    return later !== undefined && later - at < 1000 ? [`more than ${limit} calls in a second`] : [];
  });
}

/** A breaker opens at the tenth doubt of the last twenty, and then eight workers may be on their way; it looks again once. */
const stormMs = 30_000;
const mostDoubts = 10 + 8 + 2;

/** Where nearly every answer is a doubt, a process leaves few people in it before its pushes rest. */
export function checkStorm({ platform, truth, plan }: Scene): readonly string[] {
  if (plan.temper.broken < 0.9) return [];
  const doubts = platform.calls.filter(
    ({ fate, delivery }) => fate === 'broken' && truth.added.get(delivery)?.class !== 'reply',
  );
  return [...groupBy(doubts, ({ machine }) => machine.name).values()].flatMap((own) =>
    own.flatMap(({ at, machine }, index) => {
      const later = own[index + mostDoubts];
      return later !== undefined && later.at - at < stormMs ? [`${machine.name} pushes on in a storm`] : [];
    }),
  );
}

/** In every window of the caps no more pushes begin than the account may. */
export function checkCaps({ platform, truth, plan }: Scene): readonly string[] {
  const pushes = platform.calls.filter(({ delivery }) => truth.added.get(delivery)?.class !== 'reply');
  return pushes.flatMap(({ at }, index) => {
    const later = pushes[index + plan.mostPushes];
    return later !== undefined && later.at - at < capMs ? [`more than ${plan.mostPushes} pushes in a window`] : [];
  });
}
