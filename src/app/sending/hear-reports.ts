import { readCallId } from '../../domain/call-id.ts';
import type { Hear, Report } from '../../domain/channel.ts';
import type { Delivery, Settlement } from '../../domain/ports/deliveries.ts';
import { beginFlow } from './begin-flow.ts';
import { isFinal, passTurn } from './pass-turn.ts';
import { ringLater } from './put-back.ts';
import type { Sending } from './sending.ts';
import { blameFor, freeze, strikeOut } from './settle-call.ts';

type Hearing = Pick<
  Sending,
  'accounts' | 'addresses' | 'channelOf' | 'clock' | 'deliveries' | 'inbox' | 'log' | 'queue' | 'reportFault' | 'slots'
>;

/**
 * What platforms tell of messages that they were given, in any order and as often as they like. Whatever is told of a message,
 * `failed` too, proves that its call was taken: a row on its way or in doubt is settled by it, and the receipt says the
 * rest. Only a failure that is news to its row has consequences: an old one must not halt an account that was mended since.
 * They come before the receipt is written, so that a crash in between costs nothing but doing them twice. Rejects with what
 * the store throws; the same again then repairs the row.
 */
export function createHearReports(use: Hearing): Hear {
  return async (reports) => {
    for (const report of reports) await hear(use, report);
  };
}

async function hear(use: Hearing, report: Report): Promise<void> {
  const { account, platformId, delivery, state, code } = report;
  const call = delivery === null ? null : readCallId(delivery);
  const row = call === null ? null : await use.deliveries.read(call.id);
  const isOurs = row !== null && call !== null && row.account === account;
  if (isOurs && row.part === call.part) await endDoubt(use, row, platformId);
  if (state === 'accepted') return;
  if (isOurs && state === 'failed') await followFailure(use, row.id, call.part, report);
  await use.deliveries.receipt(account, platformId, state, code ?? undefined);
}

/** Nothing, when the row knows more: that this message failed or arrived, or that it was sent once more. */
async function followFailure(
  use: Hearing,
  id: string,
  part: number,
  { account, platformId, state, code, blame, strike, waitMs }: Report,
): Promise<void> {
  const row = await use.deliveries.read(id);
  if (row === null || row.receipt !== null) return;
  // Of an early part nothing is kept but that it was taken: it is news until the whole message has a receipt.
  if (row.part === part && row.platformId !== platformId) return;
  if (blame !== undefined) await blameFor(use, row, blame, code ?? state);
  if (strike === true) await strikeOut(use, row);
  if (waitMs !== undefined) await freeze(use, account, waitMs);
}

/**
 * The call was taken, whether we know it or not; with further parts to come, the next is due. Of a row that waits, the store
 * knows whether that is for its second try, which is then spared.
 */
async function endDoubt(use: Hearing, row: Delivery, platformId: string): Promise<void> {
  if (row.state !== 'uncertain' && isFinal(row)) return;
  const parts = row.content === null ? [] : (use.channelOf(row.account)?.parts(row.content) ?? []);
  const isLast = row.part + 1 >= parts.length;
  const taken: Settlement = isLast ? { type: 'sent', platformId } : { type: 'part', next: row.part + 1 };
  if (!(await use.deliveries.settle(row.id, row.attempt, taken))) return;
  if (isLast) await beginFlow(use, row);
  else await ringLater(use, row, 0);
  await passTurn(use, row.address);
}
