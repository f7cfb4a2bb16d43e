import { describe, expect, it } from 'vitest';

import { day, evaluate, lateEvening, names, time } from '../../../test/engine/imagined-flow.ts';
import type { Fields } from '../value.ts';
import { compileCondition } from './compile.ts';

function holds(text: string): boolean {
  const compiled = compileCondition(text, names);
  return compiled.ok && compiled.value.test(() => null);
}

describe('what a condition says', () => {
  it.each<[string, Fields, boolean]>([
    ['umur < 18', { umur: 17 }, true],
    ['umur < 18', { umur: 18 }, false],
    ['umur >= 1.250', { umur: 1250 }, true],
    ['umur > 7,5', { umur: 8 }, true],
    ['umur < -5', { umur: -6 }, true],
    ['setuju', { setuju: true }, true],
    ['setuju = ya', { setuju: true }, true],
    ['setuju = tidak', { setuju: true }, false],
    ['bukan setuju', { setuju: false }, true],
    ['pekerjaan = asn', { pekerjaan: { type: 'choice', code: 'asn', label: 'ASN' } }, true],
    ['pekerjaan termasuk (asn, tani)', { pekerjaan: 'tani' }, true],
    ['pekerjaan = 08123', { pekerjaan: '08123' }, true],
    ['pekerjaan = 19.10', { pekerjaan: '19.10' }, true],
    ['pekerjaan = ada', { pekerjaan: 'ada' }, true],
    ['pekerjaan = "tani"', { pekerjaan: 'tani' }, true],
    ['pekerjaan = asn atau (pimpinan)', { pekerjaan: 'tani', pimpinan: true }, true],
    ['hari berisi sabtu', { hari: ['minggu', 'sabtu'] }, true],
    ['hari berisi sabtu', { hari: ['minggu'] }, false],
    ['pelatihan.isian berisi email', { 'pelatihan.isian': ['email'], email: 'a@b.id' }, true],
    ['kini.status = berjalan', { 'kini.status': 'berjalan' }, true],
    ['ikut = baru', { ikut: { type: 'record', code: 'LP-1', name: 'Jalan', fields: {} } }, false],
    ['ikut = baru', { ikut: { type: 'choice', code: 'baru', label: 'Laporan baru' } }, true],
    ['nama = email', { nama: 'x', email: 'x' }, true],
    ['jam >= 07.00 dan jam < 20:00', { jam: time('19:59') }, true],
    ['lahir < 2010-12-01', { lahir: day('2010-11-30') }, true],
    ['usia(lahir) >= 17', { lahir: day('2009-12-01'), hari_ini: day('2026-12-01') }, true],
    ['lahir | usia >= 17', { lahir: day('2009-12-02'), hari_ini: day('2026-12-01') }, false],
    ['lahir | usia(2030-01-01) > 17', { lahir: day('2009-12-02') }, true],
    ['lama > 3 hari', { lama: { type: 'duration', minutes: 4321 } }, true],
    ['hari_ini + 60 hari >= 2027-01-30', { hari_ini: day('2026-12-01') }, true],
    ['umur + 2 - 1 = 5', { umur: 4 }, true],
    ['pelatihan.sisa = 0', { 'pelatihan.sisa': 0 }, true],
    ['"a" termasuk ("a", "b")', {}, true],
  ])('%s with %o is %s', (text, values, expected) => {
    expect(evaluate(text, values)).toBe(expected);
  });

  it('compares a day with an instant by the day at the place of the instant', () => {
    const text = 'pelatihan.mulai = 2026-12-01';
    expect(evaluate(text, { 'pelatihan.mulai': lateEvening('Asia/Jakarta') })).toBe(true);
    expect(evaluate(text, { 'pelatihan.mulai': lateEvening('Asia/Jayapura') })).toBe(false);
  });

  it('right of a choice, a word that is also the name of an answer is still a code', () => {
    expect(evaluate('pekerjaan = pimpinan', { pekerjaan: 'pimpinan', pimpinan: false })).toBe(true);
    expect(evaluate('pekerjaan = pimpinan', { pekerjaan: 'asn', pimpinan: true })).toBe(false);
  });
});

describe('what is unset', () => {
  it.each([
    'umur < 18',
    'umur = 18',
    'umur >= 0',
    'pekerjaan = asn',
    'pekerjaan termasuk (asn, tani)',
    'hari berisi sabtu',
    'setuju',
    'setuju = tidak',
    'nama = email',
    'umur ada',
  ])('%s is no when nothing is known', (text) => {
    expect(holds(text)).toBe(false);
  });
  it.each(['umur kosong', 'umur != 18', 'pekerjaan != asn', 'bukan setuju', 'hari kosong'])(
    '%s is yes when nothing is known',
    (text) => {
      expect(holds(text)).toBe(true);
    },
  );
  it('is what a list without rows is, too', () => {
    expect(evaluate('hari kosong', { hari: [] })).toBe(true);
  });
  it.each(['umur + 1', 'usia(lahir)', 'nama | panjang', 'hari | pertama', 'harga | rupiah'])(
    '%s stays unset',
    (text) => {
      expect(evaluate(text)).toBeNull();
    },
  );
});
