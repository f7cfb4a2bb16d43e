import { expect, test } from 'vitest';

import { createDemo } from '../../src/domain/demo.ts';
import { addDays, localParts, toEpoch } from '../../src/language/calendar.ts';
import { chatStart, startChat } from './chat-program.ts';
import type { Chat, Said } from './chat-program.ts';
import { register } from './register-by-chat.ts';

const zone = 'Asia/Jakarta';
const minuteMs = 60_000;

/** The clock at a local time of the day that lies so many days before the first class. */
function before(days: number, time: string): string {
  const [meeting] = createDemo(chatStart).batches[0]?.meetings ?? [];
  const day = addDays(localParts(meeting?.startsAt ?? 0, zone).date, -days);
  return new Date(toEpoch(day, time, zone)).toISOString();
}

const said = (heard: readonly Said[]): string => heard.map(({ text }) => text).join('\n---\n');

test('the day before a class its people are asked whether they can come, in the conversation they then stand in', async () => {
  const chat: Chat = startChat();
  await register(chat, 'warga1');
  expect(said(await chat.hear({ clock: before(1, '09:59') }))).toBe('');
  const asked = said(await chat.hear({ clock: before(1, '10:02') }));
  expect(asked).toContain('Mengingatkan, besok');
  expect(asked).toContain('Bisa hadir besok, pukul 09.00 WIB?');
  expect(said(await chat.hear({ as: 'warga1', text: 'berhalangan' }))).toContain('alasannya');
  expect(said(await chat.hear({ as: 'warga1', text: 'sakit' }))).toContain('izinnya sudah kami catat');
  expect(said(await chat.hear({ clock: before(1, '19:59') }))).toBe('');
});

test('who has just written is asked ten minutes later, and what they were at comes back after it', async () => {
  const chat: Chat = startChat();
  await register(chat, 'warga1');
  await chat.hear({ clock: before(1, '09:58') });
  await chat.hear({ as: 'warga1', text: 'ubah data' });
  expect(said(await chat.hear({ clock: before(1, '10:02') }))).toBe('');
  const at = Date.parse(before(1, '10:02')) + 10 * minuteMs;
  expect(said(await chat.hear({ clock: new Date(at).toISOString() }))).toContain('Bisa hadir besok');
  expect(said(await chat.hear({ as: 'warga1', text: 'bisa hadir' }))).toContain('sampai jumpa ');
});
