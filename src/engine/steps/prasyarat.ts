import { z } from 'zod';

import { NEXT } from '../flow.ts';
import { isFulfilled } from '../fulfilled.ts';
import { onlyIf, text } from '../loading/block.ts';
import { stepKind } from '../loading/build.ts';
import { mark, top } from '../walk.ts';

/** Runs a flow unless what it is for is fulfilled already; when it still is not afterwards, this flow ends too. */
export const prasyarat = stepKind({
  word: 'prasyarat',
  schema: z.strictObject({ prasyarat: text, ...onlyIf }),
  key: ({ prasyarat: name }) => `>${String(name)}`,
  build({ prasyarat: flow }) {
    return {
      arrive(walk, step) {
        if (!isFulfilled(walk, flow, top(walk).flow)) return { type: 'run', flow, args: {} };
        const earlier = top(walk).before[step.key];
        if (earlier !== undefined) mark(walk, step.key, earlier);
        return NEXT;
      },
      resume(walk, step, { result, values }) {
        const frame = top(walk);
        frame.path[step.key] = { ...frame.path[step.key], r: result };
        return isFulfilled(walk, flow, frame.flow) ? NEXT : { type: 'end', result: 'tidak_terpenuhi', values };
      },
    };
  },
  example: `
alur: contoh
judul: Contoh prasyarat
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - prasyarat: contoh_izin
  - kirim: Pendaftaran dibuka.
uji:
  - nama: ditanya sekali, lalu tidak lagi
    misalkan: { kontak: { persetujuan: [] } }
    percakapan:
      - warga: contoh
      - bot: Apakah Bapak/Ibu setuju
      - warga: setuju
      - bot: Pendaftaran dibuka
      - warga: contoh
      - bot_tidak: Apakah Bapak/Ibu setuju
      - bot: Pendaftaran dibuka
  - nama: tidak setuju mengakhiri keduanya
    misalkan: { kontak: { persetujuan: [] } }
    percakapan:
      - warga: contoh
      - warga: tidak setuju
      - bot_tidak: Pendaftaran dibuka
      - berakhir: tidak_terpenuhi
---
alur: contoh_izin
judul: Contoh izin
terpenuhi_jika: kontak.persetujuan berisi pelatihan
langkah:
  - tanya: setuju
    jenis: setuju
    keperluan: pelatihan
    versi: 1
    teks: Data disimpan untuk pelatihan. Apakah Bapak/Ibu setuju?
`,
});
