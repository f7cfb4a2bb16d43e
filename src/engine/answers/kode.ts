import { z } from 'zod';

import { readCode } from '../../language/code.ts';
import type { CodeShape } from '../../language/code.ts';
import { TEXT } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import { answerKind } from './answer-kind.ts';
import { readWith } from './read-with.ts';

/** `4 huruf atau angka`: the shape of a code in words. */
const shape = z
  .string()
  .regex(/^\d{1,2} (angka|huruf|huruf atau angka)$/u)
  .transform((source): CodeShape => {
    const [length = '', ...of] = source.split(' ');
    const kind = of.join(' ');
    return { length: Number(length), of: kind === 'angka' || kind === 'huruf' ? kind : 'huruf atau angka' };
  });

/** A code that was handed out: upper-cased, without the spaces and dashes people put in. */
export const kode = answerKind({
  jenis: 'kode',
  schema: z.object({ bentuk: shape }),
  build({ bentuk }, build, { place }) {
    const shown = build.words(`${bentuk.length} ${bentuk.of}`, [...place, 'bentuk']);
    return {
      kind: TEXT,
      hint: { key: 'contoh_kode', values: { bentuk: shown } },
      show: printValue,
      adopt: (value) => {
        const reading = typeof value === 'string' ? readCode(value, bentuk) : null;
        return reading?.type === 'value' ? reading.value : null;
      },
      read: (said) =>
        readWith(
          said,
          (typed) => readCode(typed, bentuk),
          (code) => code,
        ),
    };
  },
  example: `
alur: contoh
judul: Contoh kode
dimulai_oleh: { kata_kunci: [contoh, contoh <kode>] }
terima: { kode: kode boleh kosong }
langkah:
  - tanya: kode
    teks: Kode kehadiran?
    jenis: kode
    bentuk: 4 huruf atau angka
  - kirim: Kode {{ kode }} diterima.
uji:
  - nama: kode di belakang kata pembuka
    percakapan:
      - warga: contoh 7k2p
      - bot: Kode 7K2P diterima.
  - nama: kode ditanyakan
    percakapan:
      - warga: contoh
      - bot: Kode kehadiran?
      - warga: kodenya 7k-2p
      - bot: Kode 7K2P diterima.
`,
});
