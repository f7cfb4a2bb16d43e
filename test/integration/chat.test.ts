import { PassThrough } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { loadSentences } from '../../src/app/opening/load-sentences.ts';
import { chat as chatCommand } from '../../src/cli/chat.ts';
import { createDemo } from '../../src/domain/demo.ts';
import { createSay } from '../../src/engine/say.ts';
import { chatStart, startChat } from './chat-program.ts';
import type { Said } from './chat-program.ts';
import { choiceIn, register } from './register-by-chat.ts';

const hourMs = 3_600_000;

const texts = (heard: readonly Said[]): readonly string[] => heard.map(({ to, text }) => `${to}: ${text}`);

describe('gelombang chat --json', () => {
  test('answers each line, whatever is sent in it, with its messages and its end; ends with its input', async () => {
    const chat = startChat();
    const [menu, end] = await chat.ask({ as: 'warga1', text: 'menu' });
    expect(JSON.stringify(menu)).toMatch(
      /^\{"to":"warga1","text":"[^"]*Ada yang dapat kami bantu\?","choices":\[\{"id":"[^"]+","label":"[^"]+"\},/u,
    );
    expect(end).toEqual({ end: 1 });
    const opened = await chat.hear({ as: 'warga7', start: 'daftar' });
    expect(texts(opened)).toEqual([expect.stringMatching(/^warga7: Pelatihan mana/u)]);
    for (const act of [{ photo: 'ktp.jpg' }, { location: { lat: -2.7, lon: 106.4 } }, { contact: '+6281234560001' }]) {
      expect(texts(await chat.hear({ as: 'warga1', ...act }))).toEqual([expect.stringContaining('warga1: ')]);
    }
    expect(await chat.close()).toBe(0);
  });

  test('a line that cannot be carried out is told, counts, and changes nothing; an empty one is none', async () => {
    const chat = startChat();
    await chat.ask({ as: 'warga1', text: 'daftar' });
    const wrong = [
      'bukan json',
      '[]',
      '{"as":"warga1"}',
      '{"as":"Warga 1","text":"daftar"}',
      '{"as":"warga1","text":"daftar","tap":"x"}',
      '{"as":"warga1","location":{"lat":97,"lon":0}}',
      `{"as":"warga1","text":"${'a'.repeat(4097)}"}`,
      '{"clock":"besok"}',
      '{"clock":"2020-01-01T00:00:00+07:00"}',
    ];
    for (const [index, each] of wrong.entries()) {
      const answers = await chat.ask(each);
      expect(answers.map((answer) => Object.keys(answer).join())).toEqual(['error', 'end']);
      expect(answers[1]).toEqual({ end: index + 2 });
    }
    const emptyLinesFirst = `\n  \n${JSON.stringify({ as: 'warga1', text: '1' })}`;
    const [question, end] = await chat.ask(emptyLinesFirst);
    expect(end).toEqual({ end: wrong.length + 2 });
    expect(JSON.stringify(question)).toContain('Bersedia mengikuti');
  });

  test('a class is announced once the day before and once two hours before, wherever the clock stops on its way', async () => {
    const [meeting] = createDemo(chatStart).batches[0]?.meetings ?? [];
    const starts = meeting?.startsAt ?? 0;
    const chat = startChat();
    expect((await register(chat, 'warga1')).at(-1)?.text).toContain('sudah kami catat');
    const heard: Said[] = [];
    for (let at = chatStart + hourMs; at < starts; at += 5 * hourMs) {
      heard.push(...(await chat.hear({ clock: new Date(at).toISOString() })));
    }
    heard.push(...(await chat.hear({ clock: new Date(starts + hourMs).toISOString() })));
    const about = heard.filter(({ text }) => text.includes('pertemuan 1'));
    expect(about.map(({ to, text }) => [to, text.split(',')[0]])).toEqual([
      ['warga1', 'Mengingatkan'],
      ['warga1', 'Sampai jumpa pukul 09.00 WIB nanti'],
    ]);
  });

  test('an announcement goes out when another officer approved it, to those concerned alone', async () => {
    const chat = startChat();
    await register(chat, 'warga1');
    await chat.hear({ as: 'warga2', text: 'menu' });
    const news = 'Kelas besok tetap berjalan. Mohon membawa pengisi daya.';
    for (const text of ['/umumkan', '1', '1', '1', news, 'lewati', '1']) await chat.hear({ as: 'petugas1', text });
    const proposed = await chat.hear({ as: 'petugas1', text: 'ajukan' });
    expect(proposed.map(({ to }) => to).toSorted()).toEqual(['petugas1', 'petugas2']);
    const shown = await chat.hear({ as: 'petugas2', text: '/setujui' });
    expect(texts(shown).join('\n')).toContain(news);
    const approved = await chat.hear({ as: 'petugas2', tap: choiceIn(shown, 'Setujui') });
    expect(approved.filter(({ text }) => text.includes(news)).map(({ to }) => to)).toEqual(['warga1']);
    const later = await chat.hear({ clock: '2026-11-23T13:00:00+07:00' });
    expect(later.filter(({ text }) => text.includes(news))).toEqual([]);
  });
});

/** Types lines into the command; what it wrote. */
async function type(args: readonly string[], lines: readonly string[]): Promise<string> {
  const input = new PassThrough();
  input.end(lines.map((each) => `${each}\n`).join(''));
  const written: string[] = [];
  const print = (text: string): void => void written.push(text);
  const sentences = await loadSentences();
  const say = createSay(sentences);
  const code = await chatCommand(args, { say, sentences, input, print, complain: print });
  expect(code).toBe(0);
  return written.join('\n');
}

describe('gelombang chat', () => {
  test('draws choices as numbered lines, and takes numbers', async () => {
    const seen = await type(['--as', 'warga3'], ['daftar', '4', '/selesai', 'daftar']);
    expect(seen).toContain('sebagai warga3');
    expect(seen).toMatch(/^ {2}1 Konten Kreator gelombang 1/mu);
    expect(seen).toContain('tema yang Bapak/Ibu minati');
    expect(seen.match(/Pelatihan mana/gu)).toHaveLength(1);
  });

  test('draws choices as buttons when asked', async () => {
    expect(await type(['--look', 'tombol'], ['menu'])).toMatch(/\n {2}\[Daftar pelatihan\]\n {2}\[Jadwal saya\]/u);
  });

  test('somebody else may go on, and the clock moves forward only', async () => {
    const lines = ['/sebagai petugas1', '/umumkan', '/jam besok', '/jam 2026-12-02 09.00', '/jam 2026-12-01 9:00'];
    const seen = await type(['--clock', '2026-12-01T10:00+07:00'], [...lines, '/sebagai Pak Lurah', 'halo']);
    expect(seen).toContain('Pengumuman ini untuk siapa');
    expect(seen).toContain('Tulis tanggal dan jamnya');
    expect(seen).toContain('Jam hanya dapat maju');
    expect(seen).toContain('Tidak terkirim');
  });

  test('begins at the moment that it is given, and only at a whole one', async () => {
    const seen = await type(['--clock', '2027-03-31T23:30+07:00'], ['daftar']);
    expect(seen).toMatch(/April 2027/u);
    const complaints: string[] = [];
    const complain = (text: string): void => void complaints.push(text);
    const sentences = await loadSentences();
    const terminal = { say: createSay(sentences), sentences, input: new PassThrough(), print: () => {}, complain };
    expect(await chatCommand(['--clock', '2026-12-01 10:00'], terminal)).toBe(2);
    expect(complaints.join()).toContain('--clock 2026-12-01T10:00+07:00');
  });
});
