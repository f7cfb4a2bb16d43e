import { z } from 'zod';

import { NUMBER } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import { text } from '../loading/block.ts';
import type { Row } from './answer-kind.ts';
import { answerKind } from './answer-kind.ts';
import { readRows } from './read-rows.ts';

/** A mark on a scale whose steps have words. */
export const nilai = answerKind({
  jenis: 'nilai',
  schema: z.object({ skala: z.record(z.string().regex(/^\d{1,2}$/u), text) }),
  build({ skala }, build, { place }) {
    const rows = Object.entries(skala)
      .map(([code, also]): Row & { readonly value: number } => {
        const label = build.words(also, [...place, 'skala', code]);
        return { code, label, value: Number(code), also };
      })
      .toSorted((a, b) => a.value - b.value);
    return {
      kind: NUMBER,
      hint: { key: 'contoh_pilihan' },
      offer: () => ({ rows, keep: false }),
      read: (said) => readRows(said, rows),
      adopt: (value) => (rows.some((row) => row.value === value) ? value : null),
      show: (value) => rows.find((row) => row.value === value)?.label ?? printValue(value),
    };
  },
  example: `
alur: contoh
judul: Contoh nilai
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: puas
    teks: Seberapa puas?
    jenis: nilai
    skala: { 1: Kurang, 2: Cukup, 3: Puas }
  - kirim: Nilainya {{ puas | angka }}.
uji:
  - nama: angka atau kata
    percakapan:
      - warga: contoh
      - warga: puas
      - bot: Nilainya 3.
`,
});
