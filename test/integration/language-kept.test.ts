import { describe, expect, test } from 'vitest';

import { createDemo } from '../../src/domain/demo.ts';
import { chatStart, startChat } from './chat-program.ts';
import type { Said } from './chat-program.ts';
import { register } from './register-by-chat.ts';

/** What one person heard, as one text. */
function all(heard: readonly Said[]): string {
  return heard.flatMap(({ text, choices = [] }) => [text, ...choices.map(({ label }) => label)]).join('\n');
}

describe('a language that a person chose', () => {
  test('is spoken from then on, in answers and in the words of the service, and by nobody else', async () => {
    const chat = startChat();
    const says = async (text: string, as = 'warga1'): Promise<string> => all(await chat.hear({ as, text }));
    expect(await says('language')).toContain('Which language?');
    expect(await says('english')).toContain('from now on we use English');
    expect(await says('halo')).toContain('This is the official service of Diskominfo');
    expect(await says('back')).toContain('How can we help you?');
    expect(await says('stop')).toContain('we will not send you messages any more');
    expect(await says('start')).toContain('you will hear from us again');
    expect(await says('register')).toMatch(/Which training[^]*seats left/u);
    expect(await says('daftar', 'warga2')).toContain('Pelatihan mana');
    expect(await says('tolong ada kebakaran', 'warga1')).toContain('call 112 (free of charge) right now');
    await chat.close();
  });

  test('is spoken by reminders, and gone with the person', async () => {
    const [meeting] = createDemo(chatStart).batches[0]?.meetings ?? [];
    const starts = meeting?.startsAt ?? 0;
    const chat = startChat();
    await register(chat, 'warga1');
    await chat.hear({ as: 'warga1', text: 'bahasa' });
    expect(all(await chat.hear({ as: 'warga1', text: 'basa jawa' }))).toContain('kita ngagem Basa Jawa');
    const heard = await chat.hear({ clock: new Date(starts - 90 * 60_000).toISOString() });
    expect(all(heard)).toContain('Kepanggih tabuh 09.00 WIB mangké');
    expect(all(await chat.hear({ as: 'warga1', text: 'jadwal' }))).toContain('Jadwal panjenengan');
    await chat.hear({ as: 'warga1', text: 'batal' });
    expect(all(await chat.hear({ as: 'warga1', text: 'hapus data' }))).toContain('Ketik BUSAK');
    expect(all(await chat.hear({ as: 'warga1', text: 'busak' }))).toContain('Data panjenengan sampun dipunbusak');
    expect(all(await chat.hear({ as: 'warga1', text: 'menu' }))).toContain('Ada yang dapat kami bantu?');
    await chat.close();
  });
});
