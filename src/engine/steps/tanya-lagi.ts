import { z } from 'zod';

import { NEXT } from '../flow.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { scopeHere, top } from '../walk.ts';

/** Asks a question again because its answer turned out wrong; that uses one of its attempts, so it ends. */
export const tanyaLagi = stepKind({
  word: 'tanya_lagi',
  schema: z.strictObject({ tanya_lagi: text, teks: text.optional(), ...onlyIf }),
  key: () => '~',
  build(block, build, { place }) {
    const words = block.teks === undefined ? null : build.template(block.teks, [...place, 'teks']);
    return {
      arrive(walk, from) {
        const to = top(walk).flow.byKey.get(block.tanya_lagi);
        if (to === undefined) return NEXT;
        return { type: 'again', to, from, ...(words === null ? {} : { text: words.render(scopeHere(walk)) }) };
      },
    };
  },
  example: `
alur: contoh
judul: Contoh tanya_lagi
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: kode
    teks: Kode yang diterima?
    jenis: kode
    bentuk: 6 angka
    kesempatan: 2
    jika_habis:
      - kirim: Silakan minta kode baru.
      - selesai: gagal
  - periksa: kode_contoh
    dengan: [kode]
    hasil:
      cocok: lanjut
      tidak_cocok:
        - tanya_lagi: kode
          teks: Kodenya belum cocok. Mohon diperiksa lagi.
  - kirim: Kodenya cocok.
uji:
  - nama: salah sekali
    misalkan:
      hasil:
        kode_contoh:
          - tidak_cocok: {}
          - cocok: {}
    percakapan:
      - warga: contoh
      - warga: "111111"
      - bot: belum cocok
      - warga: "222222"
      - bot: Kodenya cocok
  - nama: salah dua kali
    misalkan:
      hasil:
        kode_contoh: { tidak_cocok: {} }
    percakapan:
      - warga: contoh
      - warga: "111111"
      - warga: "222222"
      - bot: minta kode baru
      - berakhir: gagal
`,
});
