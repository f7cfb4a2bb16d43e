import { describe, expect, it } from 'vitest';

import { names } from '../../../test/engine/imagined-flow.ts';
import { compileCondition, compileTemplate } from './compile.ts';

describe('what is a fault of the flow', () => {
  it.each<[string, string, string?]>([
    ['pekerjaan = asn atau pimpinan', 'kode_berdiri_sendiri', 'pekerjaan termasuk (asn, pimpinan)'],
    ['pekerjaan = asn atau tani atau pimpinan', 'kode_berdiri_sendiri', 'pekerjaan termasuk (asn, tani, pimpinan)'],
    ['pekerjaan != asn dan tani', 'kode_berdiri_sendiri', 'bukan pekerjaan termasuk (asn, tani)'],
    ['hari berisi sabtu dan minggu', 'kode_berdiri_sendiri', 'hari berisi sabtu dan hari berisi minggu'],
    ['umur = 17 atau 18', 'kode_berdiri_sendiri', 'umur termasuk (17, 18)'],
    ['18 <= umur < 60', 'perbandingan_berantai', '18 <= umur dan umur < 60'],
    ['pekerjaan = guru', 'kode_tidak_dikenal'],
    ['pekerjaan = umur', 'kode_tidak_dikenal'],
    ['hari berisi senin', 'kode_tidak_dikenal'],
    ['hari = sabtu', 'daftar_dibandingkan'],
    ['hari termasuk (sabtu)', 'daftar_dibandingkan'],
    ['nama berisi sabtu', 'berisi_tanpa_daftar'],
    ['umur < "a"', 'jenis_tidak_cocok'],
    ['setuju = 1', 'jenis_tidak_cocok'],
    ['lahir > 09.00', 'jenis_tidak_cocok'],
    ['nama < email', 'jenis_tidak_cocok'],
    ['umur', 'bukan_ya_tidak'],
    ['umur dan setuju', 'bukan_ya_tidak'],
    ['bukan nama', 'bukan_ya_tidak'],
    ['usia(lahir)', 'bukan_ya_tidak'],
    ['pekerjaan = kosong', 'sama_dengan_kosong', 'pekerjaan kosong'],
    ['pekerjaan tidak kosong', 'cara_menulis_syarat', 'pekerjaan ada'],
    ['pekerjaan tidak termasuk (asn)', 'cara_menulis_syarat', 'bukan pekerjaan termasuk (asn)'],
    ['umur lebih dari 3', 'cara_menulis_syarat'],
    ['umur == 3', 'tanda_lain'],
    ['setuju && pimpinan', 'tanda_lain'],
    ['setuju || pimpinan', 'tanda_lain'],
    ['umur = 3 pisang 2', 'kata_tak_terduga'],
    ['umurr > 3', 'nama_tidak_dikenal'],
    ['nama = Siti', 'nama_tidak_dikenal'],
    ['umur > 08', 'angka_berawalan_nol'],
    ['jam > 24.00', 'jam_tidak_ada'],
    ['lahir = 2026-02-30', 'tanggal_tidak_ada'],
    ['hari_ini + 3 bulan > lahir', 'satuan_tanpa_panjang'],
    ['umur + nama > 3', 'tidak_dapat_dijumlah'],
    ['lahir + 3 > lahir', 'tidak_dapat_dijumlah'],
    ['jam | usia > 3', 'jenis_isian_fungsi'],
    ['nama | samarkan = nama', 'fungsi_tidak_dikenal'],
    ['nama | potong = nama', 'isian_fungsi'],
    ['pekerjaan termasuk asn, tani', 'termasuk_tanpa_kurung'],
    ['(umur > 3', 'kurung_terbuka'],
    ['umur >', 'syarat_terputus'],
    ['umur > 3)', 'kata_tak_terduga'],
    ['nama = "a', 'petik_terbuka_di_syarat'],
    ['umur * 2 > 3', 'tanda_asing'],
    ['', 'syarat_kosong'],
    [`${'('.repeat(40)}setuju${')'.repeat(40)}`, 'syarat_terlalu_dalam'],
    [`umur > 3${' dan setuju'.repeat(50)}`, 'syarat_terlalu_panjang'],
  ])('%s: %s', (text, code, cure) => {
    const params = cure === undefined ? {} : { params: { betul: cure } };
    expect(compileCondition(text, names)).toMatchObject({ ok: false, code, ...params });
  });

  it.each([
    'pekerjaan = asn atau pimpinan',
    '18 <= umur < 60',
    'pekerjaan tidak kosong',
    'hari berisi sabtu dan minggu',
  ])('the cure of %s is accepted', (text) => {
    const compiled = compileCondition(text, names);
    const cure = compiled.ok ? '' : String(compiled.params['betul']);
    expect(compileCondition(cure, names)).toMatchObject({ ok: true });
  });
});

describe('what the checker is told', () => {
  it('names that leave a hole, and names that are certainly set', () => {
    const template = compileTemplate('{{ nama }} {{ email | jika_kosong("-") }} {{ usia(lahir) }}', names);
    expect(template).toMatchObject({ ok: true, value: { needs: [['nama'], ['lahir'], ['hari_ini']], fixedLength: 2 } });
    const condition = compileCondition('nama ada dan (umur > 3 atau umur = 1) dan bukan email kosong', names);
    const sure = [['nama'], ['umur'], ['email']];
    expect(condition).toMatchObject({ ok: true, value: { setIfYes: sure, mentions: sure, setIfNo: [] } });
  });
});
