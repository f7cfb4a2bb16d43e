import type { Opts } from 'telegraf/types';
import { z } from 'zod';

import type { Part, SendResult } from '../../domain/channel.ts';
import type { Choice, Out } from '../../engine/turn.ts';
import type { UploadedFiles } from '../uploaded-files.ts';
import type { Answer, Call } from './client.ts';
import { transientRefusalMs, unnamedFreezeMs, unreachableMs } from './limits.ts';

/** The words on Telegram's own buttons, from the locale. */
export interface OfferLabels {
  readonly contact: string;
  readonly location: string;
}

/** What sending needs besides the connection. */
export interface Means {
  readonly labels: OfferLabels;
  /** What Telegram was given already. */
  readonly files: UploadedFiles;
}

/** A file that Telegram does not know by its name any more is uploaded with the next call, at once. */
const uploadAgainMs = 1000;

/** Sends one part with one call. Never throws; texts go as plain text, so that nothing in a name can break them. */
export async function sendPart(
  call: Call,
  chat: string,
  part: Part,
  { labels, files }: Means,
  signal: AbortSignal,
): Promise<SendResult> {
  const toSendResult = isGroup(chat) ? toGroupResult : toPersonResult;
  const to = { chat_id: toChatId(chat), ...markupFor(chat, part, labels) };
  const { image, document } = part;
  if (image !== undefined || document !== undefined) {
    const caption = part.text === '' ? {} : { caption: part.text };
    const known = files.nameOf(part);
    const file = known ?? toFile(part);
    const answer =
      image === undefined
        ? await call('sendDocument', { ...to, ...caption, document: file ?? document ?? '' }, signal)
        : await call('sendPhoto', { ...to, ...caption, photo: file ?? image }, signal);
    if (known !== undefined && isNameRefused(answer)) {
      files.forget(part);
      return { type: 'retry', afterMs: uploadAgainMs, scope: 'chat', code: 'file_unknown' };
    }
    const name = fileNameIn(answer);
    if (name !== undefined) files.note(part, name);
    return toSendResult(answer);
  }
  if (part.location !== undefined) {
    const { lat: latitude, lon: longitude } = part.location;
    return toSendResult(await call('sendLocation', { ...to, latitude, longitude }, signal));
  }
  if (part.card !== undefined) {
    const { name, phone } = part.card;
    return toSendResult(await call('sendContact', { ...to, phone_number: phone, first_name: name }, signal));
  }
  const message = { ...to, text: part.text, link_preview_options: { is_disabled: true } };
  return toSendResult(await call('sendMessage', message, signal));
}

const withFile = z.object({
  photo: z.array(z.object({ file_id: z.string() })).optional(),
  document: z.object({ file_id: z.string() }).optional(),
});

/** How Telegram calls the file that it took: the largest of a photo's sizes, or the document. */
function fileNameIn(answer: Answer): string | undefined {
  const taken = answer.type === 'ok' ? withFile.safeParse(answer.result).data : undefined;
  return (taken?.photo?.at(-1) ?? taken?.document)?.file_id;
}

function isNameRefused(answer: Answer): boolean {
  return answer.type === 'refused' && answer.status === 400 && /file.?id|file identifier/iu.test(answer.description);
}

/** A file of the service's own is uploaded with the call; undefined: it is a link, which Telegram fetches itself. */
function toFile({ file }: Part): { readonly source: Buffer; readonly filename: string } | undefined {
  return file === undefined ? undefined : { source: Buffer.from(file.content), filename: file.name };
}

/** Ids of people and groups are numbers, and fit one; `@channel` stays as it is. */
function toChatId(chat: string): number | string {
  return /^-?\d+$/u.test(chat) ? Number(chat) : chat;
}

/** People have positive ids. */
function isGroup(chat: string): boolean {
  return !/^\d/u.test(chat);
}

type Markup = NonNullable<Opts<'sendMessage'>['reply_markup']>;

/** Reply keyboards are a person's: a channel refuses even the word that takes one away ("inline keyboard expected"). */
function markupFor(chat: string, part: Part, labels: OfferLabels): { readonly reply_markup?: Markup } {
  return isGroup(chat) ? {} : { reply_markup: toMarkup(part, labels) };
}

/**
 * Choices are inline buttons. An offer needs a reply keyboard, which then holds the choices as words too; it hides
 * itself when used, and every later message without buttons takes it away, so nothing has to be remembered.
 */
function toMarkup({ choices = [], offer }: Out, labels: OfferLabels): Markup {
  if (offer !== undefined) {
    const asked = offer === 'contact' ? { request_contact: true as const } : { request_location: true as const };
    const words = toRows(choices).map((row) => row.map(({ label }) => ({ text: label })));
    return {
      keyboard: [[{ text: labels[offer], ...asked }], ...words],
      one_time_keyboard: true,
      resize_keyboard: true,
    };
  }
  if (choices.length === 0) return { remove_keyboard: true };
  const rows = toRows(choices).map((row) => row.map(({ id, label }) => ({ text: label, callback_data: id })));
  return { inline_keyboard: rows };
}

/** How many buttons stand beside each other without being cut on a narrow phone, by the longest label. */
const perRow: readonly (readonly [length: number, count: number])[] = [
  [3, 5],
  [12, 2],
];

function toRows(choices: readonly Choice[]): readonly (readonly Choice[])[] {
  const longest = Math.max(0, ...choices.map(({ label }) => label.length));
  const count = perRow.find(([length]) => longest <= length)?.[1] ?? 1;
  return Array.from({ length: Math.ceil(choices.length / count) }, (_, row) =>
    choices.slice(row * count, (row + 1) * count),
  );
}

const taken = z.object({ message_id: z.number() });

/** What an answer of Telegram means for the delivery. */
function toPersonResult(answer: Answer): SendResult {
  if (answer.type === 'refused') return toRefusal(answer);
  if (answer.type === 'unclear') return { type: 'uncertain', code: answer.code };
  if (answer.type === 'unreachable') {
    return { type: 'retry', afterMs: unreachableMs, scope: 'account', code: answer.code };
  }
  return { type: 'sent', platformId: taken.safeParse(answer.result).data?.message_id.toString() ?? '' };
}

/** A group may forbid pictures, close its topic, restrict whom it likes: that says nothing against what others are told. */
function toGroupResult(answer: Answer): SendResult {
  const result = toPersonResult(answer);
  return result.type === 'failed' && result.blame === 'content' ? { ...result, blame: 'moment' } : result;
}

type Refused = Extract<Answer, { type: 'refused' }>;

interface Rule {
  readonly status: number;
  readonly says: RegExp;
  readonly means: SendResult;
}

const dead = (code: string): SendResult => ({ type: 'failed', blame: 'address', code });
const strike = (code: string): SendResult => ({ type: 'strike', code });
const faulty = (code: string): SendResult => ({ type: 'failed', blame: 'content', code });

/** Rights in a group come back without a word to the bot, when they are those of all its members. */
const notAllowed: SendResult = { type: 'failed', blame: 'moment', code: 'no_rights' };

/**
 * Telegram documents no list of its refusals; these descriptions are those of the official server's source, and the
 * first that fits counts. 404s and upper-case 403s are rewritten to 400 there, therefore both are looked for.
 */
const rules: readonly Rule[] = [
  { status: 400, says: /message is not modified/iu, means: { type: 'sent', platformId: '' } },
  { status: 403, says: /bot was blocked by the user/iu, means: dead('blocked') },
  { status: 400, says: /USER_IS_BLOCKED/u, means: dead('blocked') },
  { status: 403, says: /user is deactivated/iu, means: dead('deactivated') },
  { status: 400, says: /USER_DEACTIVATED/u, means: dead('deactivated') },
  { status: 403, says: /was kicked from|is not a member of/iu, means: dead('removed') },
  { status: 403, says: /chat was deleted/iu, means: dead('chat_deleted') },
  { status: 403, says: /can't send messages to bots/iu, means: dead('is_bot') },
  { status: 400, says: /not enough rights|have no rights|need administrator rights/iu, means: notAllowed },
  {
    status: 400,
    says: /CHAT_(?:WRITE|SEND_\w+)_FORBIDDEN|CHAT_RESTRICTED|CHAT_ADMIN_REQUIRED|TOPIC_CLOSED/u,
    means: notAllowed,
  },
  {
    status: 403,
    says: /can't send messages to the user/iu,
    means: { type: 'retry', afterMs: transientRefusalMs, scope: 'chat', code: 'user_refuses' },
  },
  { status: 403, says: /can't initiate conversation/iu, means: strike('not_started') },
  { status: 400, says: /chat not found/iu, means: strike('chat_not_found') },
  { status: 400, says: /PEER_ID_INVALID/iu, means: strike('peer_invalid') },
  { status: 400, says: /can't parse entities/iu, means: faulty('entities') },
  { status: 400, says: /BUTTON_|reply markup|keyboard/iu, means: faulty('buttons') },
  { status: 400, says: /too long/iu, means: faulty('too_long') },
  { status: 400, says: /text is empty|must be non-empty/iu, means: faulty('empty') },
];

/**
 * What no rule knows blames as little as it can: an unknown 403 is a strike, any other unknown refusal a fault of
 * the message, because it would meet the next person as well.
 */
function toRefusal(refused: Refused): SendResult {
  const { status, description, movedTo } = refused;
  if (status === 429) {
    const afterMs = refused.retryAfterMs ?? unnamedFreezeMs;
    return { type: 'retry', afterMs, scope: 'account', code: 'flood' };
  }
  if (status === 401 || status === 404) return { type: 'failed', blame: 'account', code: 'token_refused' };
  if (status === 409) return { type: 'retry', afterMs: unreachableMs, scope: 'account', code: 'conflict' };
  if (movedTo !== null) return { type: 'moved', to: movedTo };
  const rule = rules.find((one) => one.status === status && one.says.test(description));
  if (rule !== undefined) return rule.means;
  return status === 403 ? strike('forbidden') : faulty(`refused_${status}`);
}
