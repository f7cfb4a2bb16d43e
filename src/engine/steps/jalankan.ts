import { z } from 'zod';

import { evaluateAll } from '../answers/row-source.ts';
import { args, branches, onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { scopeHere } from '../walk.ts';
import { buildArgs } from './args.ts';
import { buildResults, takeResult } from './results.ts';

/** Runs another flow and comes back with its result. What the two share goes through `dengan` and `beri`. */
export const jalankan = stepKind({
  word: 'jalankan',
  schema: z.strictObject({
    jalankan: text,
    dengan: args.optional(),
    sebagai: text.optional(),
    hasil: branches.optional(),
    ...onlyIf,
  }),
  key: ({ jalankan: name }) => `>${String(name)}`,
  build(block, build, here) {
    const { jalankan: flow } = block;
    const given = buildArgs(block.dengan, build, here);
    for (const [name, { source }] of given) build.pass(source.trim(), { flow, name });
    const results = buildResults(block, undefined, build, here);
    return {
      arrive: (walk) => ({ type: 'run', flow, args: evaluateAll(given, scopeHere(walk)) }),
      resume: (walk, step, outcome) => takeResult(results, walk, step, outcome),
    };
  },
  example: `
alur: contoh
judul: Contoh jalankan
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - jalankan: contoh_dua
    sebagai: jawaban
    hasil:
      setuju: lanjut
      tidak_jadi:
        - kirim: Baik, tidak jadi.
        - selesai
  - kirim: "Catatannya: {{ jawaban.catatan }}"
uji:
  - nama: hasil alur lain
    percakapan:
      - warga: contoh
      - warga: ya
      - bot: "Catatannya: setuju sekali"
  - nama: kembali ke dalam alur yang sudah selesai
    percakapan:
      - warga: contoh
      - warga: tidak
      - bot: Baik, tidak jadi.
      - berakhir: selesai
---
alur: contoh_dua
judul: Contoh alur kedua
langkah:
  - tanya: lanjut
    teks: Apakah setuju?
    jenis: ya_tidak
    lalu:
      tidak: { selesai: tidak_jadi }
  - selesai: setuju
    beri: { catatan: '"setuju sekali"' }
`,
});
