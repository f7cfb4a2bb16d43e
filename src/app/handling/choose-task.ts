import type { Address, Unopened } from '../../domain/ports/addresses.ts';
import type { InboxRow } from '../../domain/ports/inbox.ts';
import { backOffMs, deedPatience, forgetting, poisonLimit } from './handling.ts';
import type { Handling } from './handling.ts';

/** What the holder of an address does next. */
export type Task =
  | { readonly type: 'deed' }
  /** One input: a message, or the parts of one album. */
  | { readonly type: 'input'; readonly rows: readonly [InboxRow, ...InboxRow[]] }
  | { readonly type: 'clock' }
  /** What does not open of the address; `rows`: what waits there. */
  | { readonly type: 'mend'; readonly unopened: Unopened; readonly rows: readonly InboxRow[] }
  /** What killed or stopped its handlers three times, or cannot be read. */
  | { readonly type: 'poison'; readonly rows: readonly InboxRow[] }
  /** The person ends a deed that keeps failing. */
  | { readonly type: 'give up'; readonly did: readonly InboxRow[] }
  | { readonly type: 'rest'; readonly next: number | null };

/** An album is complete when nothing was added to it for this long. */
const albumMs = 1000;

/** Telegram's albums hold ten; the next messages of a busy person are read in the next round. */
const readAtOnce = 50;

/** The result of a deed comes before any message, messages before the clock. */
export async function chooseTask(use: Handling, held: Address): Promise<Task> {
  const now = held.ownedAt;
  if (held.unopened !== undefined) return mendTask(use, held, held.unopened);
  if (held.wait !== null) return waitingTask(use, held);
  if (isBackingOff(held)) return { type: 'rest', next: held.next };
  const rows = await use.inbox.waiting(held.id, readAtOnce);
  const [first] = rows;
  if (first === undefined) return clockTask(use, held);
  const parts = first.group === null ? [] : rows.filter((row) => row.id !== first.id && row.group === first.group);
  const completeAt = Math.max(first.at, ...parts.map((row) => row.at)) + albumMs;
  if (first.group !== null && completeAt > now) return { type: 'rest', next: completeAt };
  const isLost = [first, ...parts].some(({ unreadable }) => unreadable);
  if (isLost || held.crashes >= poisonLimit) return { type: 'poison', rows: [first, ...parts] };
  return { type: 'input', rows: [first, ...parts] };
}

/** Where nobody waits for an answer, nothing is touched: somebody may bring the key before they write. */
async function mendTask(use: Handling, held: Address, unopened: Unopened): Promise<Task> {
  const rows = await use.inbox.waiting(held.id, readAtOnce);
  const isAwaited = rows.length > 0 || held.wait !== null || unopened.wait !== undefined || unopened.owed !== undefined;
  return isAwaited ? { type: 'mend', unopened, rows } : { type: 'rest', next: null };
}

/** After a stumble. A look that lies further ahead is the session's own, and keeps nobody's words waiting. */
function isBackingOff({ crashes, next, ownedAt }: Address): boolean {
  return crashes > 0 && next !== null && next > ownedAt && next - ownedAt <= backOffMs(crashes);
}

async function waitingTask(use: Handling, held: Address): Promise<Task> {
  const failures = Math.max(held.wait?.failures ?? 0, held.crashes);
  if (failures >= deedPatience && held.wait?.deed.name !== forgetting) {
    const row = (await use.inbox.waiting(held.id, readAtOnce)).find(({ input }) => use.givesUp(input) !== false);
    if (row !== undefined) return { type: 'give up', did: use.givesUp(row.input) === 'heard' ? [] : [row] };
  }
  const early = failures > 0 && held.next !== null && held.next > held.ownedAt;
  return early ? { type: 'rest', next: held.next } : { type: 'deed' };
}

/** Nobody wrote: the session's own time, or nothing. */
function clockTask(use: Handling, held: Address): Task {
  const now = held.ownedAt;
  const look = held.session === null ? null : use.nextLook(held.session, now);
  if (look === null || look > now) return { type: 'rest', next: look };
  return held.crashes >= poisonLimit ? { type: 'poison', rows: [] } : { type: 'clock' };
}
