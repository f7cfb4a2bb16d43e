import { describe, expect, test } from 'vitest';

import { localParts } from '../../language/calendar.ts';
import type { Value, Zone } from '../value.ts';
import { dueBy, readReminder } from './reminder-sentence.ts';

const moment = (iso: string, zone: Zone = 'Asia/Makassar'): Value => ({ type: 'moment', at: Date.parse(iso), zone });

function due(source: string, from: Value, zone: Zone = 'Asia/Makassar'): string {
  const sentence = readReminder(source);
  const at = 'code' in sentence ? null : dueBy(sentence, from, zone);
  if (at === null) return 'code' in sentence ? sentence.code : 'null';
  const { date, time } = localParts(at, zone);
  return `${date} ${time}`;
}

describe('a reminder sentence is local time at the place', () => {
  test.each([
    ['1 hari sebelum pertemuan.mulai pukul 10.00', moment('2026-12-14T09:00+08:00'), '2026-12-13 10:00'],
    ['1 hari sebelum pertemuan.mulai', moment('2026-12-14T09:00+08:00'), '2026-12-13 09:00'],
    ['1 hari sebelum pertemuan.mulai pukul 10.00', moment('2026-12-01T00:10+08:00'), '2026-11-30 10:00'],
    ['1 hari sebelum pertemuan.mulai pukul 10.00', moment('2028-03-01T09:00+08:00'), '2028-02-29 10:00'],
    ['1 hari sebelum pertemuan.mulai pukul 10.00', moment('2027-01-01T23:59+08:00'), '2026-12-31 10:00'],
    ['2 jam sebelum pertemuan.mulai', moment('2026-12-14T01:00+08:00'), '2026-12-13 23:00'],
    ['90 menit sebelum pertemuan.mulai', moment('2026-12-14T09:00+08:00'), '2026-12-14 07:30'],
    ['1 minggu sebelum pertemuan.mulai pukul 07:30', moment('2026-12-03T09:00+08:00'), '2026-11-26 07:30'],
    ['3 hari setelah ditanya', moment('2026-12-30T09:00+08:00'), '2027-01-02 09:00'],
    ['24 jam', moment('2026-12-30T09:00+08:00'), '2026-12-31 09:00'],
    ['3 hari sebelum tanggal_ujian pukul 08.00', { type: 'date', date: '2026-12-03' }, '2026-11-30 08:00'],
    ['2 jam sesudah tanggal_ujian', { type: 'date', date: '2026-12-03' }, '2026-12-03 02:00'],
  ] as const)('%s', (source, from, expected) => {
    expect(due(source, from)).toBe(expected);
  });

  test('ten in the morning is that of the venue, not of the office', () => {
    const sentence = readReminder('1 hari sebelum pertemuan.mulai pukul 10.00');
    const jayapura = moment('2026-12-14T00:30+09:00', 'Asia/Jayapura');
    const at = 'code' in sentence ? null : dueBy(sentence, jayapura, 'Asia/Jakarta');
    expect(at).toBe(Date.parse('2026-12-13T10:00+09:00'));
  });

  test.each([
    ['besok', 'pengingat_tidak_terbaca'],
    ['sebelum pertemuan.mulai', 'pengingat_tidak_terbaca'],
    ['1 hari pertemuan.mulai', 'pengingat_tidak_terbaca'],
    ['1 hari sebelum sesudah ditanya', 'pengingat_tidak_terbaca'],
    ['1 hari sebelum', 'pengingat_tidak_terbaca'],
    ['3 bulan sesudah ditanya', 'pengingat_satuan'],
    ['9999 hari sesudah ditanya', 'pengingat_satuan'],
    ['1 hari sebelum pertemuan.mulai pukul 25.00', 'jam_tidak_ada'],
    ['1 hari sebelum pertemuan.mulai pukul sepuluh', 'jam_tidak_ada'],
    ['2 jam sebelum pertemuan.mulai pukul 10.00', 'pengingat_pukul'],
  ])('%s does not fit: %s', (source, code) => {
    expect(due(source, null)).toBe(code);
  });

  test('what is not known reminds of nothing', () => {
    expect(due('1 hari sebelum pertemuan.mulai', null)).toBe('null');
    expect(due('1 hari sebelum pertemuan.mulai', 'senin')).toBe('null');
  });
});
