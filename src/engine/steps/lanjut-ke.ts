import { z } from 'zod';

import type { Move, Step, Walk } from '../flow.ts';
import { NEXT } from '../flow.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { top } from '../walk.ts';

/** Goes to a question or a section and asks it again, with all that depends on it. */
export const lanjutKe = stepKind({
  word: 'lanjut_ke',
  schema: z.strictObject({ lanjut_ke: text, ...onlyIf }),
  key: () => '^',
  build: ({ lanjut_ke: target }) => ({ arrive: (walk, step) => jump(walk, step, target) }),
  example: `
alur: contoh
judul: Contoh lanjut_ke
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: kelas
    teks: Kelas mana?
    jenis: pilihan
    pilihan: { pagi: Kelas pagi, malam: Kelas malam }
  - tanya: nama
    teks: Nama lengkap?
    jenis: nama
  - tanya: bersedia
    teks: Bersedia ikut {{ kelas }}?
    jenis: ya_tidak
    lalu:
      tidak: { lanjut_ke: kelas }
  - kirim: Baik, {{ nama }} ikut {{ kelas }}.
uji:
  - nama: hanya yang bergantung ditanyakan lagi
    percakapan:
      - warga: contoh
      - warga: pagi
      - warga: siti
      - bot: Bersedia ikut Kelas pagi?
      - warga: tidak
      - bot: Kelas mana?
      - warga: malam
      - bot_tidak: Nama lengkap
      - bot: Bersedia ikut Kelas malam?
      - warga: ya
      - bot: Siti ikut Kelas malam
`,
});

function jump(walk: Walk, from: Step, target: string): Move {
  const to = top(walk).flow.byKey.get(target);
  return to === undefined ? NEXT : { type: 'jump', to, from };
}
