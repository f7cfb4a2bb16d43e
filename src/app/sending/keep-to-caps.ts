import type { CapRules } from '../../domain/caps.ts';
import type { Channel, Part } from '../../domain/channel.ts';
import type { Delivery } from '../../domain/ports/deliveries.ts';
import type { PushAsk } from './ration.ts';
import type { Sending, Verdict } from './sending.ts';

type Asking = Pick<Sending, 'addresses' | 'clock' | 'ration'>;

/**
 * Before a row takes a slot or a mark: how long there is certainly no room for it; 0 when there may be. It is put back for so
 * long, so that thousands of rows neither wait in line nor stand marked.
 */
export async function waitForCaps(use: Asking, channel: Channel, row: Delivery): Promise<number> {
  const ask = askOf(channel, row);
  if (ask === null) return 0;
  const { rules, kind } = ask;
  const room = await use.ration.look(row.account, rules, { stranger: false, class: kind });
  if (room.type === 'room') return 0;
  if (rules.counted === 'forms' && (await isInWindow(use, channel, row))) return 0;
  return use.ration.place(row.account, rules, { stranger: false, class: kind });
}

/**
 * The last look of a push before its call: whether it may go to this person, and its use of the caps. Nothing between here
 * and the call gives it back but `unused`.
 */
export async function takeCaps(use: Asking, channel: Channel, row: Delivery, part: Part): Promise<Verdict> {
  const found = askOf(channel, row);
  if (found === null) return { type: 'go' };
  const { rules, kind } = found;
  if (rules.counted === 'forms' && part.template === undefined) return { type: 'go' };
  const heardAt = rules.counted === 'forms' ? 0 : await heardFrom(use, row);
  const { heardWithinMs = Infinity } = rules;
  const isNews = kind === 'announcement' && rules.counted === 'pushes';
  if (isNews && heardAt === null) return { type: 'skipped', code: 'never_wrote' };
  if (isNews && use.clock.now() - (heardAt ?? 0) > heardWithinMs) return { type: 'skipped', code: 'silent' };
  const forMs = await use.ration.take(row.account, rules, { stranger: heardAt === null, class: kind });
  return forMs === null ? { type: 'go' } : { type: 'wait', forMs, code: 'caps' };
}

/** What was taken by `takeCaps` was not used. */
export function returnCaps({ ration }: Asking, channel: Channel, row: Delivery, part: Part): void {
  const ask = askOf(channel, row);
  if (ask === null || (ask.rules.counted === 'forms' && part.template === undefined)) return;
  ration.unused(row.account, ask.rules, { stranger: false, class: ask.kind });
}

interface Ask {
  readonly rules: CapRules;
  readonly kind: PushAsk['class'];
}

/** null: caps bind only what nobody asked for just now. */
function askOf({ caps }: Channel, { class: kind }: Delivery): Ask | null {
  return caps === undefined || kind === 'reply' ? null : { rules: caps, kind };
}

async function heardFrom({ addresses }: Asking, { address }: Delivery): Promise<number | null> {
  return (await addresses.read(address))?.heardAt ?? null;
}

/** The person wrote so lately that free words are taken. */
async function isInWindow(use: Asking, { window }: Channel, row: Delivery): Promise<boolean> {
  const heardAt = await heardFrom(use, row);
  return window === undefined || (heardAt !== null && use.clock.now() < heardAt + window.forMs);
}
