import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readFlowFile } from '../engine/reading/read-flow-file.ts';
import { parseRegency } from './regency-file.ts';

const example = readFileSync('docs/daerah.contoh.yaml', 'utf8');

/** The example with one thing changed. */
function parse(from: string | RegExp = '', to = '') {
  return parseRegency(readFlowFile('daerah.yaml', example.replace(from, to)).data);
}

describe('the file of a regency', () => {
  it('gives its batches with their classes in the zone of the place', () => {
    const read = parse(/zona: \w+ {20}/u, 'zona: WITA');
    expect(read).toMatchObject({
      regency: {
        tenant: { id: '19.03', zone: 'Asia/Makassar', emergency: [{ name: 'polisi', number: '110' }, {}, {}] },
        tracks: [{ id: 'konten', state: 'open' }, { id: 'pemasaran', state: 'proposed' }, {}],
        batches: [{ id: 'kk-1', capacity: 50, meetings: [{ startsAt: Date.parse('2027-01-11T09:00:00+08:00') }, {}] }],
        survey: { state: 'open', tracks: ['konten', 'pemasaran', 'desain'] },
      },
    });
  });

  it('says what training costs only where the office wrote it', () => {
    const said = parse('# biaya: Pel', 'biaya: Pel');
    expect(said).toMatchObject({ regency: { tenant: { fee: 'Pelatihannya gratis.' } } });
    expect(parse()).not.toHaveProperty('regency.tenant.fee');
  });

  it.each([
    ['# biaya: Pel', 'biaya: "" # Pel', ['daerah', 'biaya'], 'biaya'],
    ['zona: WIB', 'zona: WIX', ['daerah', 'zona'], 'zona'],
    ['kode: "19.03"', 'kode: 1903', ['daerah', 'kode'], 'kode'],
    ['polisi: "110"', 'polisi: seratus', ['daerah', 'darurat', 'polisi'], 'darurat'],
    ['# laporan: { lampu', 'laporan: { lampo', ['daerah', 'laporan', 'lampo'], 'tidak_dikenal'],
    ['# laporan: { lampu: D', 'laporan: { lampu: "", sampah: D', ['daerah', 'laporan', 'lampu'], 'laporan'],
    ['kursi: 50', 'kursi: banyak', ['program', 0, 'gelombang', 0, 'kursi'], 'kursi'],
    ['kursi: 50', 'kursi: 501', ['program', 0, 'gelombang', 0, 'kursi'], 'kursi'],
    [
      'tanggal: 2027-01-11',
      'tanggal: 2027-02-30',
      ['program', 0, 'gelombang', 0, 'pertemuan', 0, 'tanggal'],
      'tanggal',
    ],
    ['pukul: 09.00-15.00', 'pukul: 9 pagi', ['program', 0, 'gelombang', 0, 'pertemuan', 0, 'pukul'], 'pukul'],
    ['usia_minimal: 18', 'usia_minimal: 15', ['program', 0, 'usia_minimal'], 'usia_minimal'],
    ['tema: konten', 'tema: kontn', ['program', 0, 'tema'], 'tema_tidak_ada'],
    ['judul: Konten', 'jdul: Konten', ['program', 0, 'jdul'], 'tidak_dikenal'],
    ['[email, pekerjaan, tujuan]', '[email, agama]', ['program', 0, 'isian', 1], 'isian'],
    ['kode: nama_akun', 'kode: Nama', ['program', 0, 'formulir', 2, 'kode'], 'kode'],
    ['kode: nama_akun', 'kode: alat', ['program', 0, 'formulir', 2, 'kode'], 'formulir_kode_dobel'],
    ['jenis: ya_tidak', 'jenis: nik', ['program', 0, 'formulir', 1, 'jenis'], 'jenis'],
    ['jenis: ya_tidak', 'jenis: pilihan', ['program', 0, 'formulir', 1, 'pilihan'], 'formulir_pilihan'],
    ['banyak: 1-3', 'panjang: 1-3', ['program', 0, 'formulir', 0, 'jenis'], 'formulir_jenis'],
    ['hanya_jika: punya_akun ', 'hanya_jika: punya_akn ', ['program', 0, 'formulir', 2, 'hanya_jika'], 'hanya_jika'],
    [
      'hanya_jika: punya_akun ',
      'hanya_jika: alat = tripod ',
      ['program', 0, 'formulir', 2, 'hanya_jika'],
      'hanya_jika',
    ],
    [
      'hanya_jika: punya_akun ',
      'hanya_jika: kontak.nama ada ',
      ['program', 0, 'formulir', 2, 'hanya_jika'],
      'hanya_jika',
    ],
    [
      'hanya_jika: punya_akun ',
      'hanya_jika: nama_akun ada ',
      ['program', 0, 'formulir', 2, 'hanya_jika'],
      'hanya_jika',
    ],
    ['panjang: 2-60', 'panjang: 2-6000', ['program', 0, 'formulir', 2, 'panjang'], 'formulir_terlalu_panjang'],
    ['wajib: tidak', 'wajb: tidak', ['program', 0, 'formulir', 2, 'wajb'], 'tidak_dikenal'],
  ])('with "%s" as "%s" names the place and what belongs there', (from, to, path, key) => {
    expect(parse(from, to)).toMatchObject({ faults: expect.arrayContaining([{ path, key }]) as unknown });
  });
});
