import type { Blame } from '../../domain/channel.ts';
import type { Delivery, Settlement } from '../../domain/ports/deliveries.ts';
import type { Called } from './make-call.ts';
import type { Sending } from './sending.ts';

/** A 429's own time, and a second for clocks that differ. */
const freezeMarginMs = 1000;

/** "Chat not found" and its kin are believed at the third time within two days; an hour lies between the tries. */
const strikeLimit = 3;
const strikeWindowMs = 48 * 60 * 60_000;
const strikePauseMs = 60 * 60_000;

/** A refused token stops the account; its rows wait for people. */
const haltedMs = 60_000;

/**
 * What became of the call, as the row's next state; what concerns the address or the account is written first, so that
 * a crash in between loses only the state of one row. `more`: further parts follow this one.
 */
export async function toSettlement(use: Sending, row: Delivery, result: Called, more: boolean): Promise<Settlement> {
  switch (result.type) {
    case 'sent':
      return more ? { type: 'part', next: row.part + 1 } : { type: 'sent', platformId: result.platformId };
    case 'wait':
      return { type: 'again', inMs: result.forMs, code: result.code };
    case 'retry':
      if (result.scope === 'account') await freeze(use, row.account, result.afterMs);
      return { type: 'again', inMs: result.afterMs, code: result.code };
    case 'moved':
      await use.addresses.move(row.address, result.to);
      return { type: 'again', inMs: 0, code: 'moved' };
    case 'strike':
      if (!(await strikeOut(use, row))) return { type: 'again', inMs: strikePauseMs, code: result.code };
      return { type: 'failed', code: result.code };
    case 'failed':
      return toFailure(use, row, result);
    case 'uncertain':
      return { type: 'uncertain', code: result.code, final: isOnce(row) };
    case 'cancelled':
    case 'skipped':
    case 'expired':
      break;
  }
  return result;
}

type Blaming = Pick<Sending, 'accounts' | 'addresses' | 'channelOf' | 'log' | 'reportFault' | 'slots'>;

/** An announcement is rather missed than said twice; everything else is tried once more. */
export function isOnce(row: Delivery): boolean {
  return row.class === 'announcement';
}

/** All that a log may say of an account, which may be a phone number. */
function kindOfAccount({ channelOf }: Pick<Sending, 'channelOf'>, account: string): string {
  return channelOf(account)?.kind ?? 'other';
}

/** Notes one more refusal of the address; true: it was one too many, and nobody is written to there any more. */
export async function strikeOut({ addresses }: Blaming, { address }: Delivery): Promise<boolean> {
  if ((await addresses.strike(address, strikeWindowMs)) < strikeLimit) return false;
  await addresses.setDead(address, true);
  return true;
}

/** Nothing of the account leaves for what the platform asked for. */
export async function freeze(use: Blaming, account: string, askedMs: number): Promise<void> {
  const forMs = askedMs + freezeMarginMs;
  use.log('account frozen', { channel: kindOfAccount(use, account), forMs });
  await use.accounts.freeze(account, forMs);
  await use.slots.freeze(account, forMs);
}

async function toFailure(
  use: Sending,
  row: Delivery,
  { blame, code }: Extract<Called, { type: 'failed' }>,
): Promise<Settlement> {
  await blameFor(use, row, blame, code);
  return blame === 'account' ? { type: 'again', inMs: haltedMs, code } : { type: 'failed', code };
}

/** What follows from a refusal beyond the one row: the account is halted, the address dead, or the message shown as faulty. */
export async function blameFor(use: Blaming, row: Delivery, blame: Blame, code: string): Promise<void> {
  if (blame === 'account') {
    use.log('account halted', { channel: kindOfAccount(use, row.account), code });
    await use.accounts.halt(row.account, code);
  } else if (blame === 'address') await use.addresses.setDead(row.address, true);
  else if (blame === 'content') await use.reportFault(row, code);
}
