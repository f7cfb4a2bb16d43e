import { describe, expect, it } from 'vitest';

import type { GroupFact } from '../../src/domain/group-chat.ts';
import type { Inbound } from '../../src/domain/message.ts';
import { createHandClock } from '../peers/telegram/clock.ts';
import type { Fault } from '../peers/telegram/faults.ts';
import { nextTurn, path, secret, secretHeader, serveTelegram, shortestWait } from './telegram-service.ts';
import type { TelegramService, Way } from './telegram-service.ts';

/** Only the one who waits after a refusal may go on: the channel between polls, the platform between deliveries. */
async function deliverAll(way: Way, { peer, clock, peerClock }: TelegramService): Promise<void> {
  const waiter = way === 'polling' ? clock : peerClock;
  while (peer.pending() > 0) {
    const [next] = waiter.waits();
    if (next !== undefined && next < 60_000) waiter.advance(next);
    await nextTurn();
  }
}

describe.each<Way>(['polling', 'webhook'])('taking in by %s', (way) => {
  it('lets the platform forget nothing that is not durable, and loses and reorders nothing', async () => {
    const durable: Inbound[] = [];
    let failures = 2;
    const service = await serveTelegram(way, {
      receive: async (messages) => {
        failures -= 1;
        if (failures >= 0) throw new Error('the disk is full');
        durable.push(...messages);
      },
    });
    const { peer, channel } = service;
    await channel.start();
    for (const text of ['satu', 'dua', 'tiga']) peer.person(7).says(text);
    await deliverAll(way, service);
    expect(durable.map(({ input }) => input)).toEqual(['satu', 'dua', 'tiga'].map((text) => ({ type: 'text', text })));
  });
});

describe.each<Way>(['polling', 'webhook'])('what is told of groups by %s', (way) => {
  it('is not forgotten by the platform before it is durable, and is heard in its order', async () => {
    const facts: GroupFact[] = [];
    let refusals = 2;
    const service = await serveTelegram(way, {
      hearGroups: async (told) => {
        if (refusals-- > 0) throw new Error('the store is away');
        facts.push(...told);
      },
    });
    const { peer, channel, received } = service;
    await channel.start();
    const group = peer.group(-5001, { type: 'group', title: 'RT 5' });
    group.adds(7);
    group.says(7, '/start');
    group.renames('RT 6');
    group.kicks(7);
    await deliverAll(way, service);
    expect(facts.map(({ fact }) => fact.type)).toEqual(['present', 'titled', 'gone']);
    expect(received).toEqual([]);
    expect(peer.requests().filter(({ method }) => method.startsWith('send'))).toEqual([]);
  });
});

describe('polling', () => {
  it.each<[string, Fault, string]>([
    ['another poller', { method: 'getUpdates', code: 409, description: 'Conflict: terminated' }, 'another_poller'],
    ['a refused token', { method: 'getUpdates', code: 401, description: 'Unauthorized' }, 'token_refused'],
    ['a flood', { method: 'getUpdates', code: 429, description: 'Too Many', retryAfter: 7 }, 'flood'],
    ['a broken line', { method: 'getUpdates', drop: 'before' }, 'unreachable'],
    ['an answer that is none', { method: 'getUpdates', garbage: '<html>' }, 'unreachable'],
  ])('survives %s, says so, and goes on', async (_, fault, trouble) => {
    const service = await serveTelegram('polling');
    const { peer, channel, clock } = service;
    peer.fail(fault);
    await channel.start();
    peer.person(7).says('halo');
    expect(await shortestWait(clock)).toBe(fault.retryAfter === undefined ? 1000 : 7000);
    expect(channel.trouble()).toBe(trouble);
    clock.advance(7000);
    await peer.until(() => peer.pending() === 0);
    expect(service.inputs()).toEqual([{ type: 'text', text: 'halo' }]);
    expect(channel.trouble()).toBeNull();
  });

  it('takes away a webhook that somebody has set meanwhile', async () => {
    const service = await serveTelegram('polling');
    const { peer, channel, clock } = service;
    await channel.start();
    await fetch(`${peer.root}/bot${peer.token}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"url":"http://127.0.0.1:1"}',
    });
    peer.person(7).says('halo');
    peer.person(7).says('lagi');
    clock.advance(await shortestWait(clock));
    await peer.until(() => peer.pending() === 0);
    expect(service.inputs()).toHaveLength(2);
  });

  it('waits longer after every failure in a row, up to half a minute', async () => {
    const { peer, channel, clock } = await serveTelegram('polling');
    peer.fail({ times: 8, code: 401, description: 'Unauthorized' });
    await channel.start();
    const waits: number[] = [];
    for (let index = 0; index < 8; index += 1) {
      waits.push(await shortestWait(clock));
      clock.advance(30_000);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('hears ids that begin anew below the old ones, as after a week of silence', async () => {
    const service = await serveTelegram('polling');
    const { peer, channel, peerClock } = service;
    await channel.start();
    peer.person(7).says('satu');
    await peer.until(() => peer.pending() === 0);
    // The poll that confirmed it ends empty; the next one is still on its way when somebody writes.
    peer.fail({ method: 'getUpdates', latencyMs: 1000 });
    const polls = peer.requests('getUpdates').length;
    peerClock.advance(await shortestWait(peerClock));
    await peer.until(() => peer.requests('getUpdates').length > polls);
    peer.renumber(3);
    peer.person(7).says('dua');
    expect(await shortestWait(peerClock)).toBe(1000);
    peerClock.advance(1000);
    await peer.until(() => peer.pending() === 0);
    expect(service.inputs()).toEqual(['satu', 'dua'].map((text) => ({ type: 'text', text })));
  });

  it('stops after what is being received, and asks for nothing more', async () => {
    const happened: string[] = [];
    const gate = createHandClock();
    const { peer, channel } = await serveTelegram('polling', {
      receive: async () => {
        happened.push('began');
        await gate.wait(1);
        happened.push('received');
      },
    });
    await channel.start();
    peer.person(7).says('halo');
    while (happened.length === 0) await nextTurn();
    const stopping = channel.stop().finally(() => happened.push('stopped'));
    await nextTurn();
    gate.advance(1);
    await stopping;
    expect(happened).toEqual(['began', 'received', 'stopped']);
    const asked = peer.requests('getUpdates').length;
    peer.person(7).says('lagi');
    await nextTurn();
    expect(peer.requests('getUpdates')).toHaveLength(asked);
  });
});

describe('the webhook', () => {
  const update = JSON.stringify({
    update_id: 1,
    message: { message_id: 1, date: 0, from: { id: 7, is_bot: false }, chat: { id: 7, type: 'private' }, text: 'a' },
  });
  it.each<[string, string, Record<string, string>, string, number]>([
    ['a right request', update, { [secretHeader]: secret }, path, 200],
    ['a right request with a query', update, { [secretHeader]: secret }, `${path}?x=1`, 200],
    ['a wrong secret', update, { [secretHeader]: 'salah' }, path, 403],
    ['no secret', update, {}, path, 403],
    ['another path', update, { [secretHeader]: secret }, '/telegram/lain', 404],
    ['no JSON', '{', { [secretHeader]: secret }, path, 400],
    ['a body too large', `${update}${' '.repeat(1_048_576)}`, { [secretHeader]: secret }, path, 413],
    [
      'an update that cannot be read, which would else come again for a day',
      '{"update_id":1,"message":3}',
      { [secretHeader]: secret },
      path,
      200,
    ],
  ])('%s', async (_, body, headers, to, status) => {
    const service = await serveTelegram('webhook');
    expect(await service.post(body, headers, to)).toBe(status);
    expect(service.received).toHaveLength(status === 200 && body === update ? 1 : 0);
  });

  it('gives ten copies of one update the same id, for the inbox to know them by', async () => {
    const service = await serveTelegram('webhook');
    const statuses = await Promise.all(Array.from({ length: 10 }, () => service.post(update)));
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(service.received.map(({ externalId }) => externalId))).toEqual(new Set(['message.1']));
  });

  it('is registered with the secret and only the updates that are read; polling takes it away', async () => {
    const { peer, channel } = await serveTelegram('webhook');
    await channel.start();
    expect(peer.requests('setWebhook')[0]?.payload).toMatchObject({
      secret_token: secret,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
    const poller = await serveTelegram('polling', { token: peer.token, apiRoot: peer.root });
    await poller.channel.start();
    expect(peer.requests('deleteWebhook')).toHaveLength(1);
    expect(poller.channel.trouble()).toBeNull();
  });

  it('refuses with 503 once it is stopping, so that Telegram keeps the update', async () => {
    const service = await serveTelegram('webhook');
    await service.channel.stop();
    expect(await service.post(update)).toBe(503);
  });

  it('keeps trying to register', async () => {
    const { peer, channel, clock } = await serveTelegram('webhook');
    peer.fail({ method: 'setWebhook', drop: 'before' });
    await channel.start();
    expect(channel.trouble()).toBe('unreachable');
    clock.advance(1000);
    await peer.until(() => peer.requests('setMyCommands').at(-1)?.status === 200);
    await nextTurn();
    expect(peer.requests('setWebhook')).toHaveLength(2);
  });
});
