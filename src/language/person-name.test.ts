import { describe, expect, it } from 'vitest';

import { eachText, valueOf } from '../../test/each-text.ts';
import { readName } from './person-name.ts';

const table = eachText<string | null>([
  [
    'Budi Santoso',
    'budi santoso | BUDI SANTOSO | Budi Santoso. | nama: Budi Santoso | Nama saya adalah Budi Santoso | nama lengkap saya Budi Santoso | saya Budi Santoso | aku budi santoso | Bpk. Budi Santoso | Mas Budi Santoso | bapak budi santoso | Budi Santoso kak | Budi Santoso ya pak, makasih 🙏 | Budi Santoso, S.Pd. | Budi Santoso S.Kom | Budi Santoso, S.Kom., M.Kom. | Drs. Budi Santoso, M.Si | Dr. Budi Santoso | Ir. Budi Santoso | Budi Santoso, SE | Budi Santoso, S.E., M.M. | Budi Santoso, A.Md | Budi Santoso A.Md.Kom | halo saya Budi Santoso | Assalamualaikum, saya Budi Santoso | perkenalkan nama saya Budi Santoso | iya, nama saya Budi Santoso | nama sy budi santoso | namaku Budi Santoso | budi   santoso | "Budi Santoso" | Budi Santoso dari Toboali | Budi Santoso umur 30 tahun | Budi Santoso (30 tahun) | a.n. Budi Santoso | atas nama Budi Santoso | Sdr. Budi Santoso | Prof. Dr. Budi Santoso, S.H., M.H. | nama Budi Santoso',
  ],
  ["Siti Nur'aini", "siti nur'aini | Siti Nur’aini"],
  ['Sukarno', 'sukarno | Sukarno | nama saya Sukarno | cuma sukarno'],
  ['Siti', 'Siti | siti kak | ibu siti'],
  ['Bagus Untung Slamet', 'bagus untung slamet'],
  ['Selamat Riyadi', 'selamat riyadi | Selamat Riyadi'],
  ['Siap Ginting', 'Siap Ginting'],
  ['Minggu Santoso', 'minggu santoso'],
  ['A. Rahman', 'A. Rahman | a. rahman'],
  ['Muh. Yusuf', 'Muh. Yusuf'],
  ['Hj. Aminah', 'Hj. Aminah | hj. aminah'],
  ['Maria Goreti Da Silva', 'Maria Goreti da Silva | maria goreti da silva'],
  ['Anak Agung Gde Rai', 'anak agung gde rai'],
  ['Abd. Rahman bin Auf', 'abd. rahman bin auf'],
  ['Siti binti Ahmad', 'SITI BINTI AHMAD'],
  ['Agus-Salim', 'agus-salim'],
  ['R.A. Kartini', 'r.a. kartini | R.A. Kartini'],
  ["D'Angelo", "D'Angelo"],
  ['Ibrahim', 'Ibrahim'],
  ['Ibnu Sina', 'Ibnu Sina'],
  ['Sisca', 'Sisca'],
  ['Bangun Wijaya', 'Bangun Wijaya'],
  [
    null,
    'ya | iya kak | tidak | tidak mau | ok siap | halo | selamat pagi | assalamualaikum | pagi | siapa ya | kenapa harus nama | untuk apa ini | rahasia | lupa | batal | menu | 12345 | Budi 123 | 0812 | budi@gmail.com | www.budi.com | @budi | x | 👍 | ??? | sama seperti ktp | sesuai ktp | nanti saja | besok | mau tanya | pelatihan apa saja | saya mau daftar | anonim saja | tidak ada | laki-laki | Siti/Budi | saya dari Toboali',
  ],
  [
    'Agus Salim',
    'agus salim ya kak | nama saya agus salim, kak | agus salim. | saya agus salim dari toboali | namanya agus salim | Agus Salim, ST | Agus Salim, S.T., M.T. | agus salim 🙏🙏 | Agus Salim (warga toboali) | nama : Agus Salim | agus salim, umur 40 | agus salim 40 tahun | Kak Agus Salim | Pak Agus Salim, S.Pd.I | dr. Agus Salim, Sp.A | Agus Salim Amd | AGUS SALIM, S.KOM | nama lengkap: agus salim | nama sesuai ktp agus salim | nama ktp: Agus Salim',
  ],
  ['Ni Wayan Sri', 'ni wayan sri'],
  ['Maria Magdalena Jehamat', 'maria magdalena jehamat'],
  ['K.H. Ahmad Dahlan', 'K.H. Ahmad Dahlan'],
  ['Andi Mappangara', 'andi mappangara'],
  [
    null,
    'Budi dan Siti | saya sendiri | sama kayak tadi | nanti dulu | gak mau | ga perlu tahu | skip | lewati | kosong | - | . | saya | nama | asd123 | laki laki | perempuan | apa | ??? | mau daftar | P | ok kak | siap kak | makasih | bapak saya',
  ],
]);

const more = eachText<string | null>([
  [
    'Budi Santoso',
    'Budi Santoso S. Kom | Budi Santoso SE | dr Budi Santoso Sp.A | Budi Santoso, S.Tr.Kom., M.T. | Budi Santoso, ST MT',
  ],
  ['Sugeng', 'sugeng | pak sugeng'],
  ['Tara Wado', 'Tara Wado | nama saya tara wado'],
  ['Hari Purnomo', 'hari purnomo | Hari Purnomo, S.E.'],
  ['Abdi Nugroho', 'abdi nugroho'],
  ['Yohanes Mau', 'Yohanes Mau'],
  ['Ahmad R.', 'Ahmad R.'],
  [null, 'hari senin | tara mau | selamat siang pak | wkwkwk | asdfgh | ibu rumah tangga | petani'],
  ['Muhammad Al Fatih', 'muhammad al fatih'],
  [null, 'Budi, Siti'],
]);

describe('names', () => {
  it.each([...table, ...more])('"%s" is %s', (text, want) => {
    expect(valueOf(readName(text))).toBe(want);
  });
});
