import { describe, expect, it } from 'vitest';

import type { Fault } from '../peers/telegram/faults.ts';
import { serveTelegram } from './telegram-service.ts';

const flood = 'Too Many Requests: retry after 35';
const bad = (what: string): Fault => ({ code: 400, description: `Bad Request: ${what}` });
const forbidden = (what: string): Fault => ({ code: 403, description: `Forbidden: ${what}` });
const dead = (code: string) => ({ type: 'failed', blame: 'address', code });
const strike = (code: string) => ({ type: 'strike', code });
const content = (code: string) => ({ type: 'failed', blame: 'content', code });
const notAllowed = { type: 'failed', blame: 'moment', code: 'no_rights' };
const account = { type: 'failed', blame: 'account', code: 'token_refused' };

describe('what an answer of Telegram means', () => {
  it.each<[Fault, object]>([
    [
      { code: 429, description: flood, retryAfter: 35 },
      { type: 'retry', afterMs: 35_000, scope: 'account', code: 'flood' },
    ],
    [
      { code: 429, description: 'Too Many Requests' },
      { type: 'retry', afterMs: 60_000, scope: 'account', code: 'flood' },
    ],
    [forbidden('bot was blocked by the user'), dead('blocked')],
    [forbidden('user is deactivated'), dead('deactivated')],
    [bad('INPUT_USER_DEACTIVATED'), dead('deactivated')],
    [forbidden('bot was kicked from the supergroup chat'), dead('removed')],
    [forbidden('bot is not a member of the channel chat'), dead('removed')],
    [forbidden('the group chat was deleted'), dead('chat_deleted')],
    [forbidden("bot can't send messages to bots"), dead('is_bot')],
    [bad('not enough rights to send text messages to the chat'), notAllowed],
    [bad('need administrator rights in the channel chat'), notAllowed],
    [bad('CHAT_SEND_PHOTOS_FORBIDDEN'), notAllowed],
    [bad('TOPIC_CLOSED'), notAllowed],
    [forbidden("bot can't initiate conversation with a user"), strike('not_started')],
    [bad('chat not found'), strike('chat_not_found')],
    [bad('PEER_ID_INVALID'), strike('peer_invalid')],
    [forbidden('something new'), strike('forbidden')],
    [
      forbidden("bot can't send messages to the user"),
      { type: 'retry', afterMs: 900_000, scope: 'chat', code: 'user_refuses' },
    ],
    [
      { ...bad('group chat was upgraded to a supergroup chat'), migrateTo: -1_001_234 },
      { type: 'moved', to: '-1001234' },
    ],
    [bad("can't parse entities: unsupported start tag"), content('entities')],
    [bad('message is too long'), content('too_long')],
    [bad('message text is empty'), content('empty')],
    [bad('BUTTON_DATA_INVALID'), content('buttons')],
    [bad('reply markup is too long'), content('buttons')],
    [bad('something new'), content('refused_400')],
    [{ code: 413, description: 'Request Entity Too Large' }, content('refused_413')],
    [bad('message is not modified: specified new message content'), { type: 'sent', platformId: '' }],
    [{ code: 401, description: 'Unauthorized' }, account],
    [{ code: 404, description: 'Not Found' }, account],
    [
      { code: 409, description: 'Conflict: x' },
      { type: 'retry', afterMs: 2000, scope: 'account', code: 'conflict' },
    ],
    [
      { code: 500, description: 'Internal Server Error' },
      { type: 'uncertain', code: 'status_500' },
    ],
    [
      { code: 502, description: 'Bad Gateway' },
      { type: 'uncertain', code: 'status_502' },
    ],
    [{ drop: 'before' }, { type: 'uncertain', code: 'ECONNRESET' }],
    [{ drop: 'after' }, { type: 'uncertain', code: 'ECONNRESET' }],
    [{ garbage: '<html>proxy</html>' }, { type: 'uncertain', code: 'invalid-json' }],
  ])('%j', async (fault, expected) => {
    const { peer, say, logged } = await serveTelegram('polling');
    const person = peer.person(7);
    person.says('halo');
    peer.fail({ ...fault, method: 'sendMessage' });
    expect(await say({ text: 'Ini pesan rahasia' })).toEqual(expected);
    expect(person.sees()).toHaveLength(fault.drop === 'after' || fault.garbage !== undefined ? 1 : 0);
    expect(peer.requests('sendMessage')).toHaveLength(1);
    expect(logged).toEqual([]);
  });

  it('a silence beyond the limit: uncertain', async () => {
    const { peer, channel } = await serveTelegram('polling');
    peer.fail({ latencyMs: 60_000 });
    const giveUp = new AbortController();
    const sending = channel.send('7', { text: 'x' }, 'kiriman.1', giveUp.signal);
    await peer.until(() => peer.requests('sendMessage').length === 1);
    giveUp.abort();
    expect(await sending).toMatchObject({ type: 'uncertain' });
  });

  it('nobody listening, and a call given up before it began: certainly not taken', async () => {
    const service = await serveTelegram('polling', { apiRoot: 'http://127.0.0.1:1' });
    const refused = { type: 'retry', afterMs: 2000, scope: 'account', code: 'ECONNREFUSED' };
    expect(await service.say({ text: 'x' })).toEqual(refused);
    const late = await service.channel.send('7', { text: 'x' }, 'kiriman.1', AbortSignal.abort());
    expect(late).toMatchObject({ type: 'retry', code: 'aborted' });
  });

  it('a refused token is a trouble until a message goes through', async () => {
    const { peer, channel, say } = await serveTelegram('polling');
    peer.person(7).says('halo');
    peer.fail({ code: 401, description: 'Unauthorized' });
    await say({ text: 'x' });
    expect(channel.trouble()).toBe('token_refused');
    peer.fail({ code: 429, description: 'Too Many Requests', retryAfter: 1 });
    await say({ text: 'x' });
    expect(channel.trouble()).toBe('token_refused');
    await say({ text: 'x' });
    expect(channel.trouble()).toBeNull();
  });
});
