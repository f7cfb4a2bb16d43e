import type { SendResult } from '../../domain/channel.ts';
import type { Answer } from './client.ts';
import { waits } from './limits.ts';

const broken = (code: string): SendResult => ({ type: 'failed', blame: 'account', code });
const faulty = (code: string): SendResult => ({ type: 'failed', blame: 'content', code });
const missed = (code: string): SendResult => ({ type: 'failed', blame: 'moment', code });
const later = (code: string, afterMs: number, scope: 'account' | 'chat' = 'account'): SendResult => ({
  type: 'retry',
  afterMs,
  scope,
  code,
});

/**
 * What each documented code means for the message (support/error-codes, 2026-05-15). The words beside a code are Meta's to
 * change, so nothing is read from them.
 */
const meanings: Readonly<Record<number, SendResult>> = {
  // Authorization
  0: broken('token_refused'),
  3: broken('permission'),
  10: broken('permission'),
  190: broken('token_refused'),
  // Throttling
  4: later('calls', waits.callsMs),
  80007: later('calls', waits.callsMs),
  130429: later('throughput', waits.throughputMs),
  131048: later('complaints', waits.coolingMs),
  131056: later('pair_rate', waits.pairMs, 'chat'),
  133016: later('registering', waits.coolingMs),
  // Integrity
  368: broken('policy'),
  130497: broken('country'),
  131031: broken('locked'),
  // Other
  1: { type: 'uncertain', code: 'api_unknown' },
  2: later('service_down', waits.downMs),
  33: broken('number_deleted'),
  100: faulty('parameter'),
  130472: missed('experiment'),
  131000: { type: 'uncertain', code: 'something_wrong' },
  131005: broken('permission'),
  131008: faulty('parameter_missing'),
  131009: faulty('parameter_value'),
  131016: later('service_down', waits.downMs),
  131021: { type: 'failed', blame: 'address', code: 'own_number' },
  131026: { type: 'strike', code: 'undeliverable' },
  131037: broken('display_name'),
  131042: broken('payment'),
  131045: broken('certificate'),
  131047: missed('window_closed'),
  131049: missed('too_many_for_person'),
  131050: missed('marketing_stopped'),
  131051: faulty('message_type'),
  131052: faulty('media'),
  131053: faulty('media'),
  131055: broken('method'),
  131057: later('maintenance', waits.maintenanceMs),
  134011: broken('payment_terms'),
  135000: faulty('parameter'),
  // Templates
  132000: faulty('template_variables'),
  132001: faulty('template_absent'),
  132005: faulty('template_too_long'),
  132007: faulty('template_policy'),
  132012: faulty('template_variables'),
  132015: faulty('template_paused'),
  132016: faulty('template_disabled'),
  132068: faulty('form_blocked'),
  132069: faulty('form_throttled'),
  // Registration
  133000: broken('registration'),
  133004: later('service_down', waits.downMs),
  133005: broken('registration'),
  133006: broken('registration'),
  133008: broken('registration'),
  133009: broken('registration'),
  133010: broken('registration'),
  133015: broken('registration'),
};

/** The codes that Meta documents. */
export const documentedCodes: readonly number[] = Object.keys(meanings).map(Number);

/**
 * What an error's code means, with the status of the answer it stood in where there is one. What nobody documented blames as
 * little as it can; a 5xx without a known code is in doubt.
 */
export function explainError(code: number | null, status = 400): SendResult {
  const known = code === null ? undefined : meanings[code];
  if (known !== undefined) return known;
  // 200 to 299: a permission that was not granted or was taken away.
  if (code !== null && code >= 200 && code < 300) return broken('permission');
  if (status >= 500) return { type: 'uncertain', code: `status_${status}` };
  if (status === 429) return later('throughput', waits.throughputMs);
  if (status === 401 || status === 403) return broken('token_refused');
  return faulty(code === null ? `status_${status}` : `error_${code}`);
}

/** What an answer without a message in it means. */
export function explainAnswer(answer: Exclude<Answer, { type: 'ok' }>): SendResult {
  if (answer.type === 'refused') return explainError(answer.code, answer.status);
  if (answer.type === 'unclear') return { type: 'uncertain', code: answer.code };
  return later(answer.code, waits.unreachableMs);
}
