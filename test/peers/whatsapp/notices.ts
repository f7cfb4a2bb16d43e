import { randomUUID } from 'node:crypto';

import { QueryIds, XWAPaths } from '@whiskeysockets/baileys';

import { childrenOf, refusal, result, service, stamp, stanza } from './stanza.ts';
import type { Stanza } from './stanza.ts';

/** What the service has against the account. */
export interface Standing {
  /** New chats are barred until then, in seconds since 1970; null when they are not. */
  barredUntil: number | null;
  /** The quota of new chats. */
  quota: Readonly<Record<string, unknown>>;
}

/** Tells of a restriction, or of its end: a client shows it as `reachoutTimeLock`. */
export function restriction({ barredUntil }: Standing): Stanza {
  return notice('NotificationUserReachoutTimelockUpdate', {
    xwa2_notify_account_reachout_timelock: lockOf(barredUntil),
  });
}

/** Tells of the quota of new chats: a client shows it as `message-capping.update`. */
export function capping({ quota }: Standing): Stanza {
  return notice('MessageCappingInfoNotification', { xwa2_notify_new_chat_messages_capping_info_update: quota });
}

/** The answer to a question about the account's standing. */
export function answerStanding({ barredUntil, quota }: Standing, iq: Stanza): Stanza {
  const [question] = childrenOf(iq);
  const answers: Readonly<Record<string, object>> = {
    [QueryIds.REACHOUT_TIMELOCK]: { [XWAPaths.xwa2_fetch_account_reachout_timelock]: lockOf(barredUntil) },
    [QueryIds.MESSAGE_CAPPING_INFO]: { [XWAPaths.xwa2_message_capping_info]: quota },
  };
  const data = answers[question?.attrs['query_id'] ?? ''];
  if (data === undefined) return refusal(iq, 404, 'item-not-found');
  return result(iq, stanza('result', {}, Buffer.from(JSON.stringify({ data }))));
}

function lockOf(barredUntil: number | null): object {
  if (barredUntil === null) return { is_active: false };
  return { is_active: true, time_enforcement_ends: String(barredUntil), enforcement_type: 'DEFAULT' };
}

function notice(operation: string, data: object): Stanza {
  const update = stanza('update', { op_name: operation }, Buffer.from(JSON.stringify({ data })));
  return stanza('notification', { from: service, type: 'mex', id: randomUUID(), t: stamp() }, [update]);
}
