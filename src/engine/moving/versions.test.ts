import { describe, expect, test } from 'vitest';

import { hear, KNOWN, load, meet, sample, sentences } from '../../../test/engine/meet-person.ts';
import { sampleCatalogue, sampleFiles } from '../../../test/engine/sample-flows.ts';
import { loadFlows } from '../loading/load-flows.ts';
import type { Supposed } from '../transcript/read-transcript.ts';
import { draw } from '../transcript/run-transcripts.ts';

describe('officers', () => {
  const DEWI: Supposed = { ...KNOWN, petugas: { nama: 'Dewi', hak: ['melihat_rekap'] } };

  test('for others their flow does not exist', () => {
    expect(meet().says('/rekap')).toContain('Selamat datang');
    expect(hear(meet(), meet().talk.take({ type: 'start', flow: 'rekap', args: {} }))).toContain('Selamat datang');
    expect(meet(sample, DEWI).says('/rekap')).toContain('Bulan apa?');
  });

  test('a right that is taken away ends it at the next turn', () => {
    const dewi = meet(sample, DEWI);
    dewi.says('/rekap');
    const stored = dewi.talk.stored();
    const after = meet(sample, { ...KNOWN, petugas: { nama: 'Dewi', hak: [] } }, stored);
    expect(after.says('Desember')).toContain('Hak akses Bapak/Ibu berubah');
    expect(after.talk.stored()).toBeNull();
  });
});

const { texts: sampleTexts } = loadFlows(sampleFiles, sampleCatalogue, sentences);

describe('a new version of a flow', () => {
  const newer = sampleFiles.map(({ name, text }) => ({
    name,
    text: text.replace('Nama lengkap peserta?', 'Siapa nama lengkap peserta?'),
  }));

  test('does not touch who runs on the old one', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    const { flows } = loadFlows(newer, sampleCatalogue, sentences, sampleTexts);
    const later = meet(flows, KNOWN, budi.talk.stored());
    expect(later.says('17-08-1995')).toContain('Nama lengkap peserta?');
    expect(meet(flows).says('daftar')).toContain('Tema mana');
  });

  test('takes over the answers of the same names when the old one is gone, and says so', () => {
    const budi = meet();
    for (const text of ['daftar', '1', '17-08-1995', 'Budi', 'ya']) budi.says(text);
    const { flows } = loadFlows(newer, sampleCatalogue, sentences);
    const later = meet(flows, KNOWN, budi.talk.stored());
    const heard = later.says('halo');
    expect(heard).toContain('Pendaftaran contoh baru saja kami perbarui');
    expect(heard).toContain('Alamat email');
  });

  test('a flow that is gone is closed with a sentence', () => {
    const budi = meet();
    for (const text of ['daftar', '1']) budi.says(text);
    const { flows } = loadFlows(
      newer.filter(({ name }) => name !== 'daftar'),
      sampleCatalogue,
      sentences,
    );
    expect(meet(flows, KNOWN, budi.talk.stored()).says('halo')).toContain('sudah ditutup');
  });
});

describe('the session', () => {
  test('after fifty answers is under 4 kB', () => {
    const questions = Array.from(
      { length: 50 },
      (_one, at) =>
        `  - tanya: pertanyaan_${at}\n    teks: Pertanyaan ke-${at}?\n    jenis: pilihan\n    pilihan: { wirausaha: Wirausaha, karyawan: Karyawan swasta }\n`,
    );
    const long = load(
      `alur: panjang\njudul: Panjang\ndimulai_oleh: { kata_kunci: [panjang] }\nlangkah:\n${questions.join('')}  - tanya: akhir\n    teks: Terakhir?\n`,
    );
    const budi = meet(long);
    budi.says('panjang');
    for (let at = 0; at < 50; at += 1) budi.says('2');
    expect(budi.last.out.map(draw).join()).toContain('Terakhir?');
    expect(Buffer.byteLength(budi.talk.stored() ?? '')).toBeLessThan(4096);
  });
});
