import { z } from 'zod';

import { evaluateAll } from '../answers/row-source.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { NEED } from '../flow.ts';
import { args, branches, onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { unpackFields } from '../pack-value.ts';
import { find, scopeHere, top } from '../walk.ts';
import { buildArgs } from './args.ts';
import { buildResults, takeResult } from './results.ts';

/**
 * Looks something up and goes on by what was found. Looks may run again; nothing is changed. In another version of the flow
 * what was seen on the way counts on: a deed done since may have made it another answer.
 */
export const periksa = stepKind({
  word: 'periksa',
  schema: z.strictObject({
    periksa: text,
    dengan: args.optional(),
    sebagai: text.optional(),
    hasil: branches.optional(),
    ...onlyIf,
  }),
  key: ({ periksa: name }) => `?${String(name)}`,
  build(block, build, here) {
    const { periksa: name } = block;
    const operation = Object.hasOwn(build.catalogue.looks, name) ? build.catalogue.looks[name] : undefined;
    const given = buildArgs(block.dengan, build, here);
    const results = buildResults(block, operation, build, here);
    return {
      fingerprint: (scope) => fingerprintOf(evaluateAll(given, scope)),
      arrive(walk, step) {
        const asked = evaluateAll(given, scopeHere(walk));
        const before = top(walk).before[step.key];
        if (before?.moved !== undefined && before.r !== undefined && before.f === fingerprintOf(asked)) {
          return takeResult(results, walk, step, { result: before.r, values: unpackFields(before.give ?? {}) });
        }
        const found = find(walk, { type: 'look', name, args: asked });
        if (found === null) return NEED;
        return takeResult(results, walk, step, found.type === 'result' ? found : { result: '', values: {} });
      },
    };
  },
  example: `
alur: contoh
judul: Contoh periksa
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - periksa: survei_contoh
    sebagai: survei
    hasil:
      belum_diisi: lanjut
      sudah_diisi:
        - kirim: Survei sudah diisi pada {{ diisi_pada | tanggal }}.
        - selesai
  - kirim: Silakan mengisi survei.
uji:
  - nama: sudah diisi
    misalkan:
      hasil:
        survei_contoh: { sudah_diisi: { diisi_pada: 2026-11-02 } }
    percakapan:
      - warga: contoh
      - bot: sudah diisi pada 2 November 2026
      - berakhir: selesai
`,
});
