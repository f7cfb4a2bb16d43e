import { z } from 'zod';

import { evaluateAll } from '../answers/row-source.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { scopeHere } from '../walk.ts';
import { buildArgs } from './args.ts';

/** Ends the flow with a result, and gives values to the flow that ran it. */
export const selesai = stepKind({
  word: 'selesai',
  schema: z.strictObject({ selesai: text, beri: z.record(text, text).optional(), ...onlyIf }),
  key: () => '.',
  build(block, build, here) {
    const given = buildArgs(Object.entries(block.beri ?? {}), build, here);
    const result = block.selesai.trim() === '' ? 'selesai' : block.selesai.trim();
    return { arrive: (walk) => ({ type: 'end', result, values: evaluateAll(given, scopeHere(walk)) }) };
  },
  example: `
alur: contoh
judul: Contoh selesai
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: ikut
    teks: Mau ikut?
    jenis: ya_tidak
    lalu:
      tidak: selesai
  - selesai: ikut
uji:
  - nama: hasil alur
    percakapan:
      - warga: contoh
      - warga: ya
      - berakhir: ikut
  - nama: tanpa hasil
    percakapan:
      - warga: contoh
      - warga: tidak
      - berakhir: selesai
`,
});
