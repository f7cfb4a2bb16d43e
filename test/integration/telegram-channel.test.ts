import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

import { toCommands } from '../../src/channels/telegram/commands.ts';
import { serveTelegram, shortestWait } from './telegram-service.ts';
import type { Way } from './telegram-service.ts';

describe.each<Way>(['polling', 'webhook'])('a conversation by %s', (way) => {
  it('hears everything that a person can do, in order, and has the platform forget it', async () => {
    const service = await serveTelegram(way);
    const { peer, channel } = service;
    await channel.start();
    const person = peer.person(7);
    person.starts('daftar');
    person.says('Selamat pagi 😀');
    person.says('/data_saya');
    person.sends({ sticker: { file_id: 's' } });
    person.sends({ photo: [{ file_id: 'kecil' }, { file_id: 'besar' }], caption: 'KTP', media_group_id: 'album' });
    person.sends({ contact: { phone_number: '62811', first_name: 'Lain', user_id: 8 } });
    person.edits(person.says('terakhir'), 'diubah');
    person.blocks();
    await peer.until(() => peer.pending() === 0);
    expect(service.inputs()).toEqual([
      { type: 'start', flow: 'daftar', args: {} },
      { type: 'text', text: 'Selamat pagi 😀' },
      { type: 'text', text: 'data saya' },
      { type: 'unreadable', kind: 'stiker' },
      { type: 'photo', ref: 'besar', caption: 'KTP' },
      { type: 'unreadable', kind: 'kontak' },
      { type: 'text', text: 'terakhir' },
      { type: 'blocked' },
    ]);
    const orders = service.received.map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((left, right) => left - right));
    expect(new Set(service.received.map(({ externalId }) => externalId)).size).toBe(service.received.length);
    const people = service.received.map(({ account, user, chat }) => `${account} ${user} ${chat}`);
    expect(new Set(people)).toEqual(new Set(['telegram:777000 7 7']));
    expect(peer.complaints()).toEqual([]);
    expect(channel.trouble()).toBeNull();
  });

  it('draws choices as buttons, answers the tap, and hands over which choice it was', async () => {
    const service = await serveTelegram(way);
    const { peer, channel } = service;
    await channel.start();
    const person = peer.person(7);
    person.says('halo');
    const choices = ['Ya', 'Tidak'].map((label, index) => ({ id: `sesi.3.${index}`, code: label, label }));
    expect(await service.say({ text: 'Lanjut?', choices })).toEqual({ type: 'sent', platformId: '2' });
    expect(person.sees()).toEqual([{ text: 'Lanjut?', buttons: [['Ya', 'Tidak']] }]);
    person.taps('Tidak');
    await peer.until(() => peer.pending() === 0 && peer.unansweredTaps().length === 0);
    expect(service.inputs().at(-1)).toEqual({ type: 'tap', choice: 'sesi.3.1' });
    expect(peer.complaints()).toEqual([]);
  });

  it('asks for the number with a key that goes away afterwards', async () => {
    const service = await serveTelegram(way);
    const { peer, channel } = service;
    await channel.start();
    const person = peer.person(7);
    person.says('halo');
    const skip = [{ id: 'a', code: 'lewati', label: 'Lewati' }];
    await service.say({ text: 'Nomornya?', offer: 'contact', choices: skip });
    expect(person.keys()).toEqual(['Kirim nomor saya', 'Lewati']);
    person.presses('Kirim nomor saya');
    await peer.until(() => peer.pending() === 0);
    expect(service.inputs().at(-1)).toEqual({ type: 'contact', phone: '+628120000007' });
    await service.say({ text: 'Di mana?', offer: 'location' });
    expect(person.keys()).toEqual(['Kirim lokasi saya']);
    await service.say({ text: 'Terima kasih.' });
    expect(person.keys()).toEqual([]);
    expect(peer.complaints()).toEqual([]);
  });

  it('says nothing in groups and to other kinds of updates', async () => {
    const service = await serveTelegram(way);
    const { peer, channel } = service;
    await channel.start();
    const from = { id: 7, is_bot: false, first_name: 'Warga' };
    peer.push({ message: { message_id: 1, date: 0, from, chat: { id: -5, type: 'group' }, text: '/daftar@bot' } });
    peer.push({ message: 'bukan pesan' });
    peer.push({ channel_post: { message_id: 2, date: 0, chat: { id: -6, type: 'channel' }, text: 'x' } });
    peer.person(7).says('halo');
    await peer.until(() => peer.pending() === 0);
    expect(service.inputs()).toEqual([{ type: 'text', text: 'halo' }]);
    expect(service.logged).toEqual(['telegram update unreadable {"update":1001}']);
  });
});

describe('the command menu', () => {
  it('is published for private chats as the locale has it, within what Telegram takes', async () => {
    const locale: unknown = parse(readFileSync('locales/id.yaml', 'utf8'));
    const menu = z.object({ telegram: z.object({ perintah: z.record(z.string(), z.string()) }) });
    const entries = Object.entries(menu.parse(locale).telegram.perintah);
    const commands = toCommands(Object.fromEntries(entries.map(([key, text]) => [`telegram.perintah.${key}`, text])));
    expect(commands).toContainEqual(expect.objectContaining({ command: 'data_saya', says: 'data saya' }));
    const { peer, channel } = await serveTelegram('polling', { commands });
    await channel.start();
    const published = entries.map(([command, description]) => ({ command, description }));
    expect([...peer.commands()]).toEqual([['[{"type":"all_private_chats"},""]', published]]);
    expect(peer.complaints()).toEqual([]);
  });

  it('is not needed', async () => {
    const { peer, channel } = await serveTelegram('polling');
    peer.fail({ method: 'setMyCommands', code: 400, description: 'Bad Request: no' });
    await channel.start();
    expect(channel.trouble()).toBeNull();
  });
});

describe('a long text', () => {
  it('arrives whole, in order, in messages that Telegram takes', async () => {
    const { peer, channel, say } = await serveTelegram('polling');
    const person = peer.person(7);
    person.says('halo');
    const text = 'Kelas dimulai pukul sembilan 😀. Mohon membawa laptop.\n\n'.repeat(300).trim();
    for (const part of channel.parts({ text })) expect(await say(part)).toMatchObject({ type: 'sent' });
    expect(
      person
        .sees()
        .map((seen) => seen.text)
        .join('\n\n'),
    ).toBe(text);
  });
});

describe('what is said about a conversation', () => {
  it('never holds the token, a text or a number, whatever fails', async () => {
    const { peer, channel, say, logged, clock } = await serveTelegram('polling', {
      receive: () => Promise.reject(new Error('the disk is full')),
    });
    peer.person(7).says('teks rahasia');
    await channel.start();
    await shortestWait(clock);
    const said: unknown[] = [];
    for (const fault of [{ garbage: 'x' }, { drop: 'after' as const }, { code: 400, description: 'Bad Request: x' }]) {
      peer.fail({ ...fault, method: 'sendMessage' });
      said.push(await say({ text: 'teks rahasia' }));
    }
    const all = JSON.stringify([said, logged, channel.trouble()]);
    expect(channel.trouble()).toBe('not_stored');
    for (const hidden of [peer.token, 'uji-coba-token', 'rahasia', 'disk']) expect(all).not.toContain(hidden);
  });
});
