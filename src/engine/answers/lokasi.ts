import { z } from 'zod';

import { redactNiks } from '../../language/nik.ts';
import { printValue } from '../expression/print.ts';
import { branch, yes } from '../loading/block.ts';
import { recordKind } from '../loading/names.ts';
import { findRows, homeSentence } from '../walk.ts';
import { answerKind, OTHER_KIND, textOf } from './answer-kind.ts';

/** Shorter words name no place. */
const SHORTEST = 3;

/**
 * A point on the map, which the app turns into a place (`Need` of type `place`), or words where `boleh_teks` allows
 * them.
 */
export const lokasi = answerKind({
  jenis: 'lokasi',
  schema: z.object({ boleh_teks: yes.optional(), jika_di_luar: branch.optional() }),
  build({ boleh_teks: takesWords = false, jika_di_luar: outside }, build, { name }) {
    if (outside !== undefined) build.use(name, 'di_daerah_ini');
    return {
      kind: recordKind({
        kode: 'teks',
        nama: 'teks',
        titik: 'teks',
        desa: 'catatan',
        daerah: 'teks',
        di_daerah_ini: 'ya_tidak',
      }),
      hint: { key: takesWords ? 'contoh_tempat' : 'contoh_lokasi' },
      offer: () => ({ rows: [], keep: false, attach: 'location' }),
      show: printValue,
      read(said, { walk }) {
        if (said.type === 'location') {
          const { lat, lon } = said;
          const rows = findRows(walk, { type: 'place', name: 'tempat', args: { lintang: lat, bujur: lon } });
          if (rows === null) return { type: 'need' };
          const point = `${lat},${lon}`;
          const unnamed = {
            type: 'record',
            code: point,
            name: homeSentence(walk, 'titik_peta'),
            fields: { titik: point },
          } as const;
          return { type: 'value', value: rows[0] ?? unnamed };
        }
        const typed = takesWords ? textOf(said) : null;
        if (typed === null) return OTHER_KIND;
        const words = redactNiks(typed.replaceAll(/\s+/gu, ' ').trim());
        if (words.length < SHORTEST) return { type: 'none' };
        return { type: 'value', value: { type: 'record', code: words, name: words, fields: {} } };
      },
    };
  },
  example: `
alur: contoh
judul: Contoh lokasi
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: tempat
    teks: Di mana lokasinya?
    jenis: lokasi
    boleh_teks: ya
  - kirim: "Tempat: {{ tempat.nama }}"
uji:
  - nama: dengan kata-kata
    percakapan:
      - warga: contoh
      - warga: Jl. Merdeka dekat pasar
      - bot: "Tempat: Jl. Merdeka dekat pasar"
  - nama: titik peta
    percakapan:
      - warga: contoh
      - lokasi: { desa: "19.03.01.1001", nama: Gadung }
      - bot: "Tempat: Gadung"
`,
});
