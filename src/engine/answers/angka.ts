import { z } from 'zod';

import { readNumber } from '../../language/number.ts';
import { NUMBER } from '../expression/kind.ts';
import type { Walk } from '../flow.ts';
import { text } from '../loading/block.ts';
import { answerKind } from './answer-kind.ts';
import { limitsOf } from './limits.ts';
import { readWith } from './read-with.ts';

/** A number, also in words: "dua puluh lima", "20rb". */
export const angka = answerKind({
  jenis: 'angka',
  schema: z.object({ paling_sedikit: text.optional(), paling_banyak: text.optional(), satuan: text.optional() }),
  build(block, build, { place }) {
    const limits = limitsOf(block, build, place, ['paling_sedikit', 'paling_banyak']);
    const unit = block.satuan === undefined ? '' : ` ${build.words(block.satuan, [...place, 'satuan'])}`;
    const write = (value: number, { flows }: Walk): string => `${flows.writing.number(value)}${unit}`;
    return {
      kind: NUMBER,
      depends: limits.depends,
      hint: { key: 'contoh_angka' },
      show: (value, walk) => (typeof value === 'number' ? write(value, walk) : ''),
      adopt: (value) => (typeof value === 'number' ? value : null),
      read(said, { scope, walk }) {
        const heard = readWith(said, readNumber, (number) => number);
        if (heard.type !== 'value' || typeof heard.value !== 'number') return heard;
        const [least, most] = [limits.least(scope), limits.most(scope)];
        if (typeof least === 'number' && heard.value < least) {
          return { type: 'none', say: { key: 'paling_sedikit', values: { batas: write(least, walk) } } };
        }
        if (typeof most === 'number' && heard.value > most) {
          return { type: 'none', say: { key: 'paling_banyak', values: { batas: write(most, walk) } } };
        }
        return heard;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh angka
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: peserta
    teks: Berapa orang yang ikut?
    jenis: angka
    paling_sedikit: 1
    paling_banyak: 30
    satuan: orang
  - kirim: Baik, {{ peserta | angka }} orang.
uji:
  - nama: di luar batas, lalu dengan kata
    percakapan:
      - warga: contoh
      - warga: "50"
      - bot: paling banyak 30 orang
      - warga: dua puluh lima
      - bot: Baik, 25 orang.
`,
});
