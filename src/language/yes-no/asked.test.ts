import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { valueOf } from '../../../test/each-text.ts';
import { readYesNo } from '../yes-no.ts';

const CONSENT = 'Apakah Bapak/Ibu menyetujui penggunaan data pribadi untuk pendaftaran ini?';
const DELETION = 'Apakah Bapak/Ibu yakin ingin menghapus semua data pribadi?';

const table: readonly (readonly [question: string, yes: string, no: string, open: string])[] = [
  [CONSENT, 'saya sudah baca dan setuju', 'maaf data saya rahasia', 'setuju separuh'],
  [DELETION, 'hapus sekarang juga', 'salah pencet', 'hapus yang alamat saja'],
  ['Kirim laporan ini sekarang?', 'ya kirimkan', 'jangan dikirim', 'kirim ke siapa'],
  ['Batalkan pendaftaran Bapak/Ibu?', 'iya batal', 'tetap ikut', 'kalau batal kenapa'],
  ['Bolehkah kami menghubungi Bapak/Ibu lewat WhatsApp?', 'silakan hubungi', 'lebih baik telepon saja', 'untuk apa'],
  ['Apakah Bapak/Ibu sudah bekerja?', 'sudah kerja di pabrik', 'lagi cari kerja', 'kerja apa'],
  ['Apakah Bapak/Ibu bisa menggunakan komputer?', 'lumayan bisa', 'gaptek pak', 'komputer apa'],
  ['Apakah penjelasan tadi sudah jelas?', 'mudeng', 'masih bingung', 'yang mana'],
  ['Apakah ada yang ingin ditanyakan lagi?', 'ada', 'sudah cukup', 'nanti dulu'],
];

describe('the same words say something else to another question', () => {
  it.each(table)('%s', (question, yes, no, open) => {
    const read = (text: string): unknown => valueOf(readYesNo(text, { question }));
    expect([read(yes), read(no), read(open)]).toEqual(['yes', 'no', null]);
  });
});

const yeses = fc.constantFrom('ya', 'iya', 'setuju', 'oke', 'boleh', 'saya setuju', 'hapus', 'yakin');
const reserves = fc.constantFrom(
  ...'kalau asal tapi kecuali selama sebagian separuh beberapa khusus cuma hanya nanti jika'.split(' '),
);
const rest = fc.constantFrom(
  'aman',
  'alamat saja',
  'data saya',
  'nama',
  'gratis',
  'selesai',
  'tidak disebar',
  'nomor hp',
);

describe('a consent and a deletion need a clear yes', () => {
  it.each([CONSENT, DELETION])('%s', (question) => {
    fc.assert(
      fc.property(yeses, reserves, rest, (yes, reserve, what) => {
        expect(valueOf(readYesNo(`${yes} ${reserve} ${what}`, { question }))).not.toBe('yes');
      }),
    );
  });

  it('never takes words that it does not know beside a yes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-z]{3,9}zq$/u), (word) => {
        expect(valueOf(readYesNo(`setuju ${word}`, { question: CONSENT }))).not.toBe('yes');
      }),
    );
  });
});

describe('polite noise, capitals, doubled and missing spaces change no answer to a question', () => {
  it.each(table)('%s', (question, yes, no) => {
    for (const text of [yes, no]) {
      const plain = valueOf(readYesNo(text, { question }));
      const noisy = [
        text.toUpperCase(),
        text.replaceAll(' ', '   '),
        `${text},makasih pak`,
        `maaf bu ${text} ya pak 🙏`,
      ];
      expect(noisy.map((each) => valueOf(readYesNo(each, { question })))).toEqual(noisy.map(() => plain));
    }
  });
});

describe('what only sounds like a question or a condition', () => {
  const data = 'Apakah data di atas sudah benar?';
  const come = 'Apakah Bapak/Ibu akan hadir pada pelatihan Kamis?';
  const move = 'Apakah Bapak/Ibu bersedia dipindahkan ke Gelombang 2?';

  it.each([
    [data, 'salah semua ini gimana sih', 'no'],
    [data, 'salah gimana sih', null],
    [data, 'benar gimana sih', null],
    [come, 'siapa takut', 'yes'],
    [come, 'siapa yang ngajar', null],
    [come, 'dua orang hadir saya dan istri', 'yes'],
    [move, 'kalau gelombang 2 saya ga bisa', 'no'],
    [move, 'kalau gelombang 2 penuh saya mau', null],
    [move, 'kalau gelombang 2 tidak penuh saya mau', null],
  ])('%s "%s" is %s', (question, text, want) => {
    expect(valueOf(readYesNo(text, { question }))).toBe(want);
  });
});
