import { z } from 'zod';

import { branch, text } from '../loading/block.ts';
import { stepKind, take } from '../loading/build.ts';
import { scopeHere } from '../walk.ts';

/** Goes one way or the other. Unset counts as no. */
export const jika = stepKind({
  word: 'jika',
  schema: z.strictObject({ jika: text, maka: branch, jika_tidak: branch.optional() }),
  key: () => '?',
  build(block, build, { place }) {
    const condition = build.condition(block.jika, [...place, 'jika']);
    const yes = build.branch(block.maka, [...place, 'maka']);
    const no = block.jika_tidak === undefined ? undefined : build.branch(block.jika_tidak, [...place, 'jika_tidak']);
    return { arrive: (walk) => take(condition.test(scopeHere(walk)) ? yes : no) };
  },
  example: `
alur: contoh
judul: Contoh jika
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: umur
    teks: Umur Bapak/Ibu?
    jenis: angka
  - jika: umur < 18
    maka:
      - kirim: Pelatihan ini memerlukan izin orang tua.
    jika_tidak:
      - kirim: Silakan mendaftar.
uji:
  - nama: dua arah
    percakapan:
      - warga: contoh
      - warga: "17"
      - bot: izin orang tua
      - warga: contoh
      - warga: "30"
      - bot: Silakan mendaftar
      - bot_tidak: izin orang tua
`,
});
