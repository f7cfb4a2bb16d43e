import { toCallId } from '../../domain/call-id.ts';
import type { Channel, Part, SendResult } from '../../domain/channel.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import { isSealed } from '../../domain/ports/store-trouble.ts';
import type { Out } from '../../engine/turn.ts';
import { kindOf } from '../kind-of.ts';
import { isAway } from './insist.ts';
import { returnCaps, takeCaps } from './keep-to-caps.ts';
import { loadMedia } from './load-media.ts';
import { phrase } from './phrase.ts';
import type { Delivering, Pass, Sending, Verdict } from './sending.ts';
import { reachSlot } from './take-slot.ts';

/** A client that ignores its signal is given up this long after it. */
const graceMs = 5000;

/** Nothing can be looked at: the mark is taken back as soon as the store is there again. */
const awayMs = 1000;

/** A refused token, or a platform that has had enough, is mended by people: looking once a minute is enough. */
const haltedMs = 60_000;

/** What the platform answered, or why there was no call. */
export type Called = SendResult | Exclude<Verdict, { type: 'go' }>;

/** What one call needs: the row's next part, its pass and its slot. null: nothing is said, only a flow begins. */
export interface Order {
  readonly row: Delivery;
  readonly part: Out | null;
  readonly pass: Pass;
  readonly slot: number;
}

/**
 * The look, and then the one call. The mark is written: whoever forbids from now on sees it and waits, and whatever was
 * forbidden before is seen here.
 */
export async function makeCall(use: Delivering, channel: Channel, order: Order): Promise<Called> {
  const { row, part, pass, slot } = order;
  const verdict = await look(use, channel, row).catch(withoutLook);
  if (verdict.type !== 'go') return verdict;
  const loaded = part === null ? null : await loadMedia(use, part).catch(withoutLook);
  if (loaded === null) return { type: 'sent', platformId: '' };
  if ('type' in loaded) return loaded;
  const said = await word(use, channel, row, loaded).catch(withoutLook);
  if ('type' in said) return said;
  const room = await takeCaps(use, channel, row, said).catch(withoutLook);
  if (room.type !== 'go') return room;
  if (await reachSlot(use, channel, row, pass, slot)) return callAndCount(use, channel, order, said);
  returnCaps(use, channel, row, said);
  return { type: 'wait', forMs: 0, code: 'slot' };
}

/** As this person gets it: in the best way that the platform takes just now. */
async function word(use: Sending, channel: Channel, row: Delivery, part: Part): ReturnType<typeof phrase> {
  const [best, ...others] = await use.links.ways(row, part);
  let said = await phrase(use, channel, row, best);
  for (const other of others) if ('type' in said) said = await phrase(use, channel, row, other);
  return said;
}

/** What the platform charges for is written down as soon as it took it; a store that is away loses a count, not the truth. */
async function callAndCount(use: Sending, channel: Channel, { row, pass }: Order, said: Part): Promise<SendResult> {
  const result = await call(use, channel, row, said, pass.chat);
  if (result.type === 'sent') use.links.carried(row, said);
  if (result.type === 'sent' && said.template !== undefined) {
    await use.countCost(row, said.template.category).catch((error: unknown) => {
      use.log('cost not counted', { error: kindOf(error) });
    });
  }
  return result;
}

/** Whoever cannot look does not call, and is in no doubt about it; what does not open would not by waiting. */
function withoutLook(error: unknown): Exclude<Verdict, { type: 'go' }> {
  if (isAway(error)) return { type: 'wait', forMs: awayMs, code: 'store' };
  if (isSealed(error)) return { type: 'skipped', code: 'unopened' };
  throw error;
}

async function look(use: Sending, channel: Channel, row: Delivery): Promise<Verdict> {
  const isPush = row.class !== 'reply';
  const mayGo = isPush ? use.mayGo(row) : { type: 'go' as const };
  const [{ frozenForMs, halted }, verdict] = await Promise.all([use.accounts.read(row.account), mayGo]);
  if (halted !== null) return { type: 'wait', forMs: haltedMs, code: 'halted' };
  if (frozenForMs > 0) return { type: 'wait', forMs: frozenForMs, code: 'frozen' };
  if (isPush && (channel.pushesStopped?.() ?? null) !== null) {
    return { type: 'wait', forMs: haltedMs, code: 'pushes_stopped' };
  }
  return verdict;
}

function call({ clock }: Sending, channel: Channel, row: Delivery, part: Part, chat: string): Promise<SendResult> {
  const { timeoutMs } = channel.limits;
  const abort = new AbortController();
  return new Promise((resolve, reject) => {
    const stops = [
      clock.after(timeoutMs, () => abort.abort()),
      clock.after(timeoutMs + graceMs, () => resolve({ type: 'uncertain', code: 'silent' })),
    ];
    void channel
      .send(chat, part, toCallId(row), abort.signal)
      .then(resolve, reject)
      .finally(() => stops.forEach((stop) => stop()));
  });
}
