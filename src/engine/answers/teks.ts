import { z } from 'zod';

import { redactNiks } from '../../language/nik.ts';
import { TEXT } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import { range, yes } from '../loading/block.ts';
import { answerKind, OTHER_KIND, textOf } from './answer-kind.ts';

/** Longer stories are told in person; a session must stay small. */
const LONGEST = 1000;

/** Free words, on one line unless `boleh_baris`. A NIK in them is blacked out before anything keeps it. */
export const teks = answerKind({
  jenis: 'teks',
  schema: z.object({ panjang: range.optional(), boleh_baris: yes.optional() }),
  build({ panjang = { least: 1, most: LONGEST }, boleh_baris: keepsLines = false }) {
    return {
      kind: TEXT,
      hint: { key: 'contoh_teks' },
      show: printValue,
      adopt: (value) => (typeof value === 'string' && value !== '' ? value : null),
      read: (said) => {
        const typed = textOf(said);
        if (typed === null) return OTHER_KIND;
        const value = redactNiks(keepsLines ? typed.trim() : typed.replaceAll(/\s+/gu, ' ').trim());
        const { length } = Array.from(value);
        if (length < panjang.least) return { type: 'none' };
        if (length > panjang.most) {
          return {
            type: 'none',
            say: { key: 'terlalu_panjang', values: { panjang: length, paling_banyak: panjang.most } },
          };
        }
        return { type: 'value', value };
      },
    };
  },
  example: `
alur: contoh
judul: Contoh jawaban bebas
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: cerita
    teks: Apa yang terjadi?
    panjang: 10-200
  - kirim: "Dicatat: {{ cerita }}"
uji:
  - nama: terlalu pendek, lalu cukup
    percakapan:
      - warga: contoh
      - warga: mati
      - bot: sedikit lebih lengkap
      - warga: lampu jalan mati sejak Senin
      - bot: "Dicatat: lampu jalan mati sejak Senin"
`,
});
