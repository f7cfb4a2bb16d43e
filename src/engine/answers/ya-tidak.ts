import { z } from 'zod';

import { normalize } from '../../language/normal.ts';
import { readYesNo } from '../../language/yes-no.ts';
import { YES_NO } from '../expression/kind.ts';
import type { Walk } from '../flow.ts';
import { text } from '../loading/block.ts';
import { answerKind, OTHER_KIND, textOf } from './answer-kind.ts';
import { fromReading } from './read-with.ts';
import { labelsOf, readByLabels, spokenLabels, yesNoLabels, yesNoRows } from './yes-no-rows.ts';
import type { YesNoLabels } from './yes-no-rows.ts';

/** Yes or no. With `harus_ketik: HAPUS` nothing but that word is a yes. */
export const yaTidak = answerKind({
  jenis: 'ya_tidak',
  schema: z.object({ label: yesNoLabels.optional(), harus_ketik: text.optional() }),
  build({ label: own, harus_ketik: given }, build, { place, words: question }) {
    const label = spokenLabels(own, build, place);
    const word = given === undefined ? undefined : build.words(given, [...place, 'harus_ketik']);
    const accepted = [word, given].map((one) => normalize(one ?? ''));
    const labels = (walk: Walk): YesNoLabels => labelsOf(walk, label, ['ya', 'tidak']);
    return {
      kind: YES_NO,
      hint: word === undefined ? { key: 'contoh_ya_tidak' } : { key: 'harus_ketik', values: { kata: word } },
      offer: ({ walk }) => ({ rows: word === undefined ? yesNoRows(labels(walk), own) : [], keep: false }),
      show: (value, walk) => labels(walk)[value === true ? 'ya' : 'tidak'],
      adopt: (value) => (typeof value === 'boolean' ? value : null),
      read: (said, { walk }) => {
        if (word === undefined) return readByLabels(said, labels(walk), { question, label: own });
        const typed = textOf(said);
        if (typed === null) return OTHER_KIND;
        if (accepted.includes(normalize(typed))) return { type: 'value', value: true };
        const reading = readYesNo(typed);
        const isNo = reading.type === 'value' && reading.value === 'no';
        return isNo ? fromReading(reading, () => false) : { type: 'none' };
      },
    };
  },
  example: `
alur: contoh
judul: Contoh ya atau tidak
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: yakin
    teks: Ketik HAPUS untuk melanjutkan, atau TIDAK untuk membatalkan.
    jenis: ya_tidak
    harus_ketik: HAPUS
    lalu:
      tidak:
        - kirim: Baik, tidak ada yang dihapus.
        - selesai
  - kirim: Sudah dihapus.
uji:
  - nama: ya saja tidak cukup
    percakapan:
      - warga: contoh
      - warga: ya
      - bot: Ketik HAPUS
      - warga: hapus
      - bot: Sudah dihapus.
  - nama: tidak tetap tidak
    percakapan:
      - warga: contoh
      - warga: tidak usah
      - bot: tidak ada yang dihapus
`,
});
