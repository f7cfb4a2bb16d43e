import { z } from 'zod';

import { evaluateAll } from '../answers/row-source.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { WAIT } from '../flow.ts';
import { args, branches, onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { unpackFields } from '../pack-value.ts';
import { scopeHere, sentence, tell, top } from '../walk.ts';
import { buildArgs } from './args.ts';
import { buildResults, takeResult } from './results.ts';

/**
 * Changes something: a deed of the domain, done once for each arrival, and a barrier for KEMBALI. When an answer before
 * it is corrected and its arguments are still the same, it is passed and its result counts on.
 */
export const lakukan = stepKind({
  word: 'lakukan',
  schema: z.strictObject({
    lakukan: text,
    dengan: args.optional(),
    sebagai: text.optional(),
    hasil: branches.optional(),
    ...onlyIf,
  }),
  key: ({ lakukan: name }) => `!${String(name)}`,
  build(block, build, here) {
    const { lakukan: name } = block;
    const operation = Object.hasOwn(build.catalogue.deeds, name) ? build.catalogue.deeds[name] : undefined;
    const given = buildArgs(block.dengan, build, here);
    const results = buildResults(block, operation, build, here);
    return {
      arrive(walk, step) {
        const values = evaluateAll(given, scopeHere(walk));
        const done = top(walk).before[step.key];
        const f = fingerprintOf(values);
        if (done?.r !== undefined && done.f === f) {
          return takeResult(results, walk, step, { result: done.r, values: unpackFields(done.give ?? {}) }, f);
        }
        return { type: 'deed', name, args: values };
      },
      fingerprint: (scope) => fingerprintOf(evaluateAll(given, scope)),
      resume(walk, step, outcome) {
        if (operation?.forgets === true) walk.aside = [];
        return takeResult(results, walk, step, outcome, fingerprintOf(evaluateAll(given, scopeHere(walk))));
      },
      repeat(walk) {
        tell(walk, sentence(walk, 'masih_diproses'));
        return WAIT;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh lakukan
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: nama
    teks: Nama lengkap?
    jenis: nama
  - lakukan: daftarkan_contoh
    dengan: [nama]
    hasil:
      diterima:
        - kirim: Terima kasih, {{ nama }}. Nomor pendaftaran {{ nomor }}.
      penuh:
        - kirim: Mohon maaf, kursinya sudah habis.
  - tanya: kabar
    teks: Mau dikabari?
    jenis: ya_tidak
uji:
  - nama: yang sudah dilakukan tidak dapat dikembalikan
    misalkan:
      hasil:
        daftarkan_contoh: { diterima: { nomor: PD-1 } }
    percakapan:
      - warga: contoh
      - warga: siti aminah
      - lakukan: daftarkan_contoh
        dengan: { nama: Siti Aminah }
      - bot: Nomor pendaftaran PD-1
      - warga: kembali
      - bot: tidak dapat dikembalikan
      - warga: tidak
      - berakhir: selesai
`,
});
