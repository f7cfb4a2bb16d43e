import { z } from 'zod';

import { NEXT } from '../flow.ts';
import { text, yes } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';

/** A marker: where `lanjut_ke` may go, and how far the person has come ("bagian 2 dari 4"). */
export const bagian = stepKind({
  word: 'bagian',
  schema: z.strictObject({ bagian: text, judul: text.optional(), sekaligus: yes.optional() }),
  key: ({ bagian: name }) => (typeof name === 'string' ? name : '-'),
  build: ({ bagian: name, judul: title = name }, build, { place }) => ({
    title: build.words(title, [...place, 'judul']),
    arrive: () => NEXT,
  }),
  example: `
alur: contoh
judul: Contoh bagian
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - bagian: satu
    judul: Data diri
  - tanya: nama
    teks: Nama lengkap?
    jenis: nama
  - bagian: dua
    judul: Tujuan
  - tanya: tujuan
    teks: Apa tujuannya?
uji:
  - nama: dilanjutkan sesudah sehari
    percakapan:
      - warga: contoh
      - warga: siti aminah
      - waktu: +25 jam
      - warga: halo
      - bot: bagian 2 dari 2
      - warga: lanjut
      - bot: Apa tujuannya?
`,
});
