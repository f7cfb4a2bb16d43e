import type { RequestListener } from 'node:http';

import { Bot, GrammyError, InlineKeyboard, Keyboard, webhookCallback } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';

import { listen } from '../peers/local-server.ts';
import { createHandClock } from '../peers/telegram/clock.ts';
import { createPeer } from '../peers/telegram/peer.ts';
import type { Peer, PeerOptions } from '../peers/telegram/peer.ts';

/** The peer is ours; grammY is not. What both agree on is how the Bot API works. */
const endings: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

async function startPeer(options?: PeerOptions): Promise<Peer> {
  const peer = await createPeer(options);
  endings.push(() => peer.close());
  return peer;
}

async function startServer(listener: RequestListener): Promise<string> {
  const server = await listen(listener);
  endings.push(() => server.close());
  return server.url;
}

/** A little bot in the words of grammY: a menu, a tap that edits it, a number handed over. */
function createBot({ token, root }: Peer): Bot {
  const bot = new Bot(token, { client: { apiRoot: root } });
  bot.command('start', (context) =>
    context.reply(`Selamat datang 😀 ${context.match}`.trim(), {
      reply_markup: new InlineKeyboard().text('Daftar', 'daftar').row().text('Jadwal', 'jadwal'),
    }),
  );
  bot.callbackQuery('daftar', async (context) => {
    await context.answerCallbackQuery();
    await context.editMessageText('Pendaftaran dibuka.');
    await context.reply('Nomornya?', { reply_markup: new Keyboard().requestContact('Kirim nomor saya').oneTime() });
  });
  bot.on('message:contact', (context) =>
    context.reply(`Dicatat ${context.message.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }),
  );
  return bot;
}

async function converse(peer: Peer): Promise<void> {
  const person = peer.person(7);
  const seen = () => person.sees().map(({ text }) => text);
  person.starts('undangan-1');
  await peer.until(() => person.sees().length === 1);
  expect(person.sees()).toEqual([{ text: 'Selamat datang 😀 undangan-1', buttons: [['Daftar'], ['Jadwal']] }]);
  person.taps('Daftar');
  await peer.until(() => person.keys().length > 0);
  expect(seen()).toEqual(['Pendaftaran dibuka.', 'Nomornya?']);
  expect(peer.unansweredTaps()).toEqual([]);
  person.presses('Kirim nomor saya');
  await peer.until(() => person.sees().length === 3 && peer.pending() === 0);
  expect(seen().at(-1)).toBe('Dicatat 628120000007');
  expect(person.keys()).toEqual([]);
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(() => null).catch((reason: unknown) => reason);
  return error instanceof GrammyError ? `${error.error_code} ${error.description}` : 'no refusal';
}

describe('the peer with a client that is not ours', () => {
  it('holds a conversation by long polling', async () => {
    const peer = await startPeer();
    const bot = createBot(peer);
    const running = bot.start();
    await converse(peer);
    await bot.stop();
    await running;
    expect(peer.complaints()).toEqual([]);
    expect(peer.requests('getUpdates').length).toBeLessThan(10);
  });

  it('holds the same conversation by webhook, with the secret', async () => {
    const peer = await startPeer();
    const bot = createBot(peer);
    await bot.init();
    const handle = webhookCallback(bot, 'http', { secretToken: 'rahasia' });
    const url = await startServer((request, response) => void handle(request, response));
    await bot.api.setWebhook(`${url}/hook`, { secret_token: 'rahasia' });
    await converse(peer);
    expect(peer.complaints()).toEqual([]);
    expect(peer.deliveries().every(({ status }) => status === 200)).toBe(true);
    expect(await bot.api.getWebhookInfo()).toMatchObject({ url: `${url}/hook`, pending_update_count: 0 });
  });

  it('refuses what Telegram refuses, in its words', async () => {
    const peer = await startPeer();
    const { api } = createBot(peer);
    const person = peer.person(7);
    person.says('halo');
    const sent = await api.sendMessage(7, 'satu');
    const cases: readonly [Promise<unknown>, string][] = [
      [api.sendMessage(7, ''), '400 Bad Request: message text is empty'],
      [api.sendMessage(7, 'x'.repeat(4097)), '400 Bad Request: message is too long'],
      [
        api.sendMessage(7, 'x', { reply_markup: new InlineKeyboard().text('a', 'é'.repeat(33)) }),
        '400 Bad Request: BUTTON_DATA_INVALID',
      ],
      [api.sendMessage(8, 'x'), '400 Bad Request: chat not found'],
      [api.answerCallbackQuery('1'), '400 Bad Request: query is too old'],
      [api.editMessageText(7, sent.message_id, 'satu'), '400 Bad Request: message is not modified'],
      [api.setMyCommands([{ command: 'Daftar', description: 'x' }]), '400 Bad Request: setMyCommands: /commands/0'],
      [new Bot('1:salah', { client: { apiRoot: peer.root } }).api.getMe(), '401 Unauthorized'],
    ];
    for (const [work, words] of cases) expect(await refusal(work)).toContain(words);
    person.blocks();
    expect(await refusal(api.sendMessage(7, 'x'))).toBe('403 Forbidden: bot was blocked by the user');
    peer.person(9);
    expect(await refusal(api.sendMessage(9, 'x'))).toBe("403 Forbidden: bot can't initiate conversation with a user");
    expect(person.sees()).toHaveLength(1);
  });

  it('hears of a field that the documentation does not know, and lets it pass as Telegram does', async () => {
    const peer = await startPeer();
    peer.person(7).says('halo');
    const { api } = createBot(peer);
    const hidden = { text: 'a', callback_data: 'a', hide: false };
    await api.sendMessage(7, 'x', { reply_markup: { inline_keyboard: [[hidden]] } });
    expect(peer.complaints()).toHaveLength(1);
  });

  it('refuses floods and lets the average pass', async () => {
    const clock = createHandClock();
    const peer = await startPeer({ clock, flood: true });
    peer.person(7).says('halo');
    const { api } = createBot(peer);
    for (let index = 0; index < 3; index += 1) await api.sendMessage(7, `pesan ${index}`);
    await expect(api.sendMessage(7, 'pesan 3')).rejects.toMatchObject({ parameters: { retry_after: 1 } });
    clock.advance(1000);
    await api.sendMessage(7, 'pesan 3');
  });

  it('confirms only what an offset is above, and ends an older poll with 409', async () => {
    const peer = await startPeer();
    const { api } = createBot(peer);
    for (const text of ['satu', 'dua', 'tiga']) peer.person(7).says(text);
    const [first] = await api.getUpdates({ limit: 2 });
    expect(await api.getUpdates({ offset: (first?.update_id ?? 0) + 1 })).toHaveLength(2);
    await api.getUpdates({ offset: (first?.update_id ?? 0) + 3 });
    const older = api.getUpdates({ timeout: 50 }).catch((error: unknown) => error);
    await peer.until(() => peer.requests('getUpdates').length === 4);
    const newer = api.getUpdates({ timeout: 50 });
    expect(await older).toMatchObject({ error_code: 409 });
    peer.person(7).says('empat');
    expect(await newer).toHaveLength(1);
  });

  it('repeats a refused delivery after 0, 2, 4 and 8 seconds, one update of a chat at a time', async () => {
    const clock = createHandClock();
    const peer = await startPeer({ clock });
    const order: string[] = [];
    let refusals = 4;
    const url = await startServer((request, response) => {
      request.setEncoding('utf8').on('data', (body: string) => {
        order.push(/"text":"(\w+)"/u.exec(body)?.[1] ?? 'tap');
        refusals -= 1;
        response.writeHead(refusals >= 0 ? 500 : 200).end();
      });
    });
    await createBot(peer).api.setWebhook(url);
    peer.person(7).says('satu');
    peer.person(7).says('dua');
    const waits: (number | undefined)[] = [];
    for (const attempts of [2, 3, 4]) {
      await peer.until(() => peer.deliveries().length === attempts && clock.waits().some((ms) => ms < 60_000));
      waits.push(clock.waits()[0]);
      clock.advance(clock.waits()[0] ?? 0);
    }
    await peer.until(() => peer.pending() === 0);
    expect(waits).toEqual([2000, 4000, 8000]);
    expect(order).toEqual(['satu', 'satu', 'satu', 'satu', 'satu', 'dua']);
  });
});
