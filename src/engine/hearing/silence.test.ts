import { describe, expect, test } from 'vitest';

import { hear, meet } from '../../../test/engine/meet-person.ts';
import type { Person } from '../../../test/engine/meet-person.ts';
import { nextLook } from '../waiting/next-look.ts';

const HOUR_MS = 3_600_000;

describe('coming back after a silence', () => {
  const silences: readonly (readonly [number, string])[] = [
    [2, 'Tadi kita sampai bagian 2 dari 2'],
    [25, 'Kemarin kita sampai bagian 2 dari 2'],
    [24 * 5, 'Tanggal 1 Desember 2026 kita sampai bagian 2 dari 2'],
  ];
  test.each(silences)('%i hours later the service says where one was', (hours, words) => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    budi.world.now += hours * HOUR_MS;
    expect(budi.says('halo min')).toContain(words);
    expect(budi.taps('Lanjut')).toContain('Nama lengkap');
    expect(budi.says('Budi')).toContain('Nomor HP');
  });

  test('within half an hour the question is just repeated', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    budi.world.now += HOUR_MS / 4;
    const heard = budi.says('halo');
    expect(heard).toContain('Nama lengkap');
    expect(heard).not.toContain('Lanjut?');
  });

  test('what certainly is an answer is taken at once', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    budi.world.now += 26 * HOUR_MS;
    expect(budi.says('17 agustus 1995')).toContain('Nama lengkap');
  });

  test('one may begin again', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    budi.world.now += 2 * HOUR_MS;
    budi.says('pagi');
    expect(budi.taps('Mulai dari awal')).toContain('Tema mana');
  });

  test('a draft is reminded of after a day and after three, and then given up; the person is told', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    const begun = budi.world.now;
    const said: string[] = [];
    for (let due = dueIn(budi); due !== null; due = dueIn(budi)) {
      budi.world.now = due;
      const words = hear(budi, budi.talk.take({ type: 'clock' }));
      said.push(`${(due - begun) / HOUR_MS}: ${words.slice(0, 60)}`);
    }
    expect(said).toEqual([
      '24: Pendaftaran contoh Bapak/Ibu belum selesai dan masih kami si',
      '72: Pendaftaran contoh Bapak/Ibu masih menunggu dilanjutkan. Ses',
      '168: Isian Pendaftaran contoh sudah terlalu lama belum selesai, j',
    ]);
    expect(budi.talk.stored()).toBeNull();
  });

  test('who goes on is reminded anew, a day after the last word', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    budi.world.now = dueIn(budi) ?? 0;
    budi.talk.take({ type: 'clock' });
    budi.world.now += HOUR_MS;
    budi.says('lanjut');
    expect(dueIn(budi)).toBe(budi.world.now + 24 * HOUR_MS);
  });

  test('a menu that was only looked at vanishes without a word', () => {
    const budi = meet();
    budi.says('menu');
    for (let due = dueIn(budi); due !== null; due = dueIn(budi)) {
      budi.world.now = due;
      expect(hear(budi, budi.talk.take({ type: 'clock' }))).toBe('');
    }
    expect(budi.talk.stored()).toBeNull();
  });
});

function dueIn({ talk }: Person): number | null {
  const session = talk.session();
  return session === null ? null : nextLook(session);
}
