import { describe, expect, test } from 'vitest';

import { hear, meet, sample } from '../../test/engine/meet-person.ts';
import { nextLook } from './session.ts';
import { titleOf } from './title-of.ts';

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

  test('a draft that is too old is given up, and the person is told', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995']) budi.says(text);
    const session = budi.talk.session();
    expect(session === null ? null : titleOf(sample, session)).toBe('Pendaftaran contoh');
    budi.world.now = (session === null ? null : nextLook(session)) ?? 0;
    expect(hear(budi, budi.talk.take({ type: 'clock' }))).toContain('terlalu lama belum selesai');
    expect(budi.talk.stored()).toBeNull();
  });

  test('a menu that was only looked at vanishes without a word', () => {
    const budi = meet();
    budi.says('menu');
    const session = budi.talk.session();
    expect(session === null ? 'gone' : titleOf(sample, session)).toBeNull();
    budi.world.now += 8 * 24 * HOUR_MS;
    expect(hear(budi, budi.talk.take({ type: 'clock' }))).toBe('');
  });
});
