import { z } from 'zod';

import { NEXT } from '../flow.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { scopeHere, sentence, tell, top } from '../walk.ts';

/** Hands over to a person, who sees the reason; the resident is told. */
export const serahkan = stepKind({
  word: 'serahkan',
  schema: z.strictObject({ serahkan: text, kepada: text.optional(), ...onlyIf }),
  key: () => '@',
  build(block, build, { place }) {
    const reason = build.note(block.serahkan, [...place, 'serahkan']);
    return {
      arrive: (walk) => ({
        type: 'deed',
        name: 'serahkan',
        args: { alasan: reason.render(scopeHere(walk)), kepada: block.kepada ?? null, alur: top(walk).flow.name },
      }),
      resume(walk) {
        tell(walk, sentence(walk, 'diteruskan'));
        return NEXT;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh serahkan
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - serahkan: Warga menanyakan hal di luar layanan.
    kepada: petugas_data
  - selesai: diserahkan
uji:
  - nama: petugas diberi tahu
    percakapan:
      - warga: contoh
      - lakukan: serahkan
        dengan: { kepada: petugas_data }
      - bot: petugas
      - berakhir: diserahkan
`,
});
