import type { Batch } from '../../src/domain/batch.ts';
import { judgeChat } from './judge-chat.ts';
import type { Verdict } from './judge-chat.ts';
import type { Remains, Traces } from './remains.ts';
import type { Resident } from './resident.ts';

/** Holds what people saw on the platform, and what the store says, against what was promised. */
export function judge(
  remains: Remains,
  wanting: readonly Resident[],
  others: readonly Resident[],
  seats: number,
): Verdict {
  const residents = [...wanting, ...others];
  const chats = residents.map((resident) => judgeChat(resident, repliesOf(remains, resident), remains.resent));
  return {
    violations: [
      ...judgeBatch(remains.wanted, wanting, remains, Math.min(seats, wanting.length)),
      ...judgeBatch(remains.roomy, others, remains, others.length),
      ...judgeInbox(remains, residents),
      ...residents.flatMap((resident) => judgePerson(resident, remains.people.get(resident.id))),
      ...chats.flatMap(({ violations }) => violations),
    ],
    copies: chats.reduce((sum, { copies }) => sum + copies, 0),
    givenUp: chats.reduce((sum, { givenUp }) => sum + givenUp, 0),
  };
}

function repliesOf({ people }: Remains, { id }: Resident): Traces['replies'] {
  return people.get(id)?.replies ?? [];
}

/** As many seats as there are, taken in the order of registration; the rest waits behind them. */
function judgeBatch({ id, entries }: Batch, all: readonly Resident[], remains: Remains, seats: number): string[] {
  const found: string[] = [];
  const ofState = (state: string) => entries.filter((entry) => entry.state === state);
  const [seated, waiting] = [ofState('seat'), ofState('wait')];
  const tell = `${id}: ${seated.length} seats, ${waiting.length} waiting, ${entries.length} entries`;
  if (seated.length !== seats || waiting.length !== all.length - seats || entries.length !== all.length) {
    found.push(`${tell}; expected ${seats} seats and ${all.length - seats} waiting`);
  }
  if (new Set(entries.map(({ contact }) => contact)).size !== entries.length)
    found.push(`${id}: somebody is in it twice`);
  const last = Math.max(0, ...seated.map(({ n }) => n));
  if (waiting.some(({ n }) => n < last)) found.push(`${id}: somebody was seated before those who came first`);
  for (const resident of all) {
    const contact = remains.people.get(resident.id)?.contact;
    const state = entries.find((entry) => entry.contact === contact)?.state ?? 'nothing';
    // Who had to greet may have missed just those words.
    const told = resident.place() ?? (resident.greetings() > 0 ? state : null);
    if (state !== told) found.push(`${resident.id} was told ${told}, and ${id} says ${state}`);
  }
  return found;
}

/** What the network brought twice is there once, and everything was handled. */
function judgeInbox({ inbox }: Remains, residents: readonly Resident[]): string[] {
  const acts = residents.reduce((sum, resident) => sum + resident.acts(), 0);
  const rows = inbox.new + inbox.done + inbox.aside;
  const found: string[] = [];
  if (rows !== acts) found.push(`${acts} messages and taps, but ${rows} inbox rows`);
  if (inbox.done !== rows) found.push(`${inbox.new} inbox rows never handled, ${inbox.aside} set aside`);
  return found;
}

function judgePerson({ id, heard, finished }: Resident, traces: Traces | undefined): string[] {
  const found: string[] = [];
  if (!finished()) found.push(`${id} never heard the end; the last was: ${(heard.at(-1) ?? '').slice(0, 60)}`);
  if (traces === undefined || traces.address === null) return [...found, `${id} is unknown`];
  const { address, registrations, replies } = traces;
  if (registrations.length !== 1) found.push(`${id} has ${registrations.length} registrations`);
  if (address.wait !== null || address.owner !== null || address.flight !== null || address.owed.length > 0) {
    found.push(`the address of ${id} was left open`);
  }
  return [...found, ...judgeReplies(id, replies, address.lastReply)];
}

/** One row for each number, and each of them at its end. */
function judgeReplies(id: number, replies: Traces['replies'], last: number): string[] {
  const found: string[] = [];
  const gap = replies.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap !== -1 || replies.length !== last) found.push(`${id} lacks an answer after ${gap}`);
  for (const { seq, state, doubtOver, code } of replies) {
    if (state === 'sent' || (state === 'uncertain' && doubtOver)) continue;
    found.push(`answer ${seq} to ${id} ended as ${state}, ${code}`);
  }
  return found;
}
