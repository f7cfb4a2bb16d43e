import type { Channel } from '../../domain/channel.ts';
import { readClocks } from '../../domain/elapsed.ts';
import { goesToGroup } from '../../domain/group-chat.ts';
import type { ShutWhy } from '../../domain/ports/addresses.ts';
import type { Delivery, Mark } from '../../domain/ports/deliveries.ts';
import { addDays, localParts, toEpoch } from '../../language/calendar.ts';
import { insist, isAway } from './insist.ts';
import { passTurn } from './pass-turn.ts';
import { putBack, ringLater } from './put-back.ts';
import { putToSleep } from './put-to-sleep.ts';
import { markMarginMs } from './sending.ts';
import type { Pass, Sending } from './sending.ts';

/** Another message to the same person is on its way; it takes about this long. */
const busyMs = 1000;

/** A push that starts a conversation does not fall into another one. */
const silentMs = 10 * 60_000;

/** Gate, then mark. null: the row may not go now; it was closed, put back, or is somebody else's. */
export async function enterGate(use: Sending, channel: Channel, row: Delivery): Promise<Pass | null> {
  const before = readClocks(use.clock);
  const gate = await use.addresses.enter(row.address, {
    delivery: row.id,
    class: row.class,
    seq: row.seq,
    purpose: row.purpose,
    yieldsOn: row.yields ? localParts(use.clock.now(), row.zone).date : null,
    perChatMs: paceOf(channel, row),
    silentMs: row.start !== null && row.class !== 'change' ? silentMs : 0,
  });
  if (gate.type === 'shut') {
    await turnAway(use, channel, row, gate.why);
    return null;
  }
  const { flight, chat } = gate;
  const mark = await markRow(use, row, flight, before.monotonic);
  if (mark.type === 'marked') return { flight, chat, attempt: mark.attempt, ...before };
  if (mark.type === 'expired') await use.deliveries.close(row.id, row.attempt, 'expired', 'late');
  if (mark.type === 'quiet') await sleepUntilMorning(use, row);
  const replies = await use.addresses.leave(row.address, flight, null);
  await passTurn(use, row.address, { replies, over: null });
  return null;
}

/** A mark without an answer stands or never will: the generation is raised, and then the row says which. */
async function markRow(use: Sending, row: Delivery, flight: number, since: number): Promise<Mark> {
  const { id, attempt, generation } = row;
  try {
    return await use.deliveries.mark(id, { attempt, generation, flight, marginMs: markMarginMs });
  } catch (error) {
    if (!isAway(error)) throw error;
  }
  await insist(use, since, () => use.deliveries.raiseGeneration(id, generation));
  const now = await insist(use, since, () => use.deliveries.read(id));
  if (now?.state === 'sending' && now.flight === flight) return { type: 'marked', attempt: now.attempt };
  return { type: 'lost' };
}

/** How long nothing else goes there after a message. */
function paceOf({ limits }: Channel, row: Delivery): number {
  return goesToGroup(row) ? (limits.perGroupMs ?? limits.perChatMs) : limits.perChatMs;
}

async function turnAway(use: Sending, channel: Channel, row: Delivery, why: ShutWhy): Promise<void> {
  switch (why) {
    case 'busy':
      // A reply is rung for when that flight ends.
      return row.class === 'reply' ? undefined : putBack(use, row, busyMs);
    case 'early':
      return passTurn(use, row.address);
    case 'soon':
      // Not put back: a reply rung for twice would each time be deferred past the other ring's moment, for ever.
      if (row.class === 'reply') return ringLater(use, row, channel.limits.perChatMs);
      return putBack(use, row, paceOf(channel, row));
    case 'talking':
      return putBack(use, row, silentMs);
    case 'today':
      return sleepUntilTomorrow(use, row);
    case 'stopped':
    case 'muted':
      await use.deliveries.close(row.id, row.attempt, 'skipped', why);
      return;
    case 'passed':
      await use.deliveries.close(row.id, row.attempt, 'expired', why);
      return;
    case 'dead':
    case 'absent':
      await use.deliveries.close(row.id, row.attempt, 'failed', why);
      return passTurn(use, row.address);
  }
}

function sleepUntilMorning(use: Sending, row: Delivery): Promise<void> {
  return putToSleep(use, row, Math.max(use.clock.now(), row.pauseAt ?? 0));
}

function sleepUntilTomorrow(use: Sending, row: Delivery): Promise<void> {
  const tomorrow = addDays(localParts(use.clock.now(), row.zone).date, 1);
  return putToSleep(use, row, toEpoch(tomorrow, '00:00', row.zone));
}
