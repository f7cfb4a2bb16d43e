import { z } from 'zod';

import { YES_NO } from '../expression/kind.ts';
import type { Walk } from '../flow.ts';
import { text } from '../loading/block.ts';
import { answerKind } from './answer-kind.ts';
import { labelsOf, readByLabels, spokenLabels, yesNoLabels, yesNoRows } from './yes-no-rows.ts';
import type { YesNoLabels } from './yes-no-rows.ts';

/**
 * Consent (UU 27/2022 pasal 20 to 24): only a clear yes is one. The engine has text, version, the words typed and the
 * answer recorded (`catat_persetujuan`), so that no author can forget the proof.
 */
export const setuju = answerKind({
  jenis: 'setuju',
  schema: z.object({
    keperluan: text,
    versi: text,
    label: yesNoLabels.optional(),
  }),
  build({ label: own, keperluan: purpose, versi: version }, build, { place, words: question }) {
    const label = spokenLabels(own, build, place);
    const labels = (walk: Walk): YesNoLabels => labelsOf(walk, label, ['setuju', 'tidak_setuju']);
    return {
      kind: YES_NO,
      consent: { purpose, version },
      hint: { key: 'contoh_setuju' },
      offer: ({ walk }) => ({ rows: yesNoRows(labels(walk), own), keep: false }),
      show: (value, walk) => labels(walk)[value === true ? 'ya' : 'tidak'],
      read: (said, { walk }) => {
        const heard = readByLabels(said, labels(walk), { question, label: own });
        return heard.type === 'value' && heard.likely === true && heard.value === true ? { type: 'none' } : heard;
      },
    };
  },
  example: `
alur: contoh
judul: Contoh persetujuan
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: kabar
    jenis: setuju
    keperluan: kabar
    versi: 1
    teks: Boleh kami kabari kalau ada pelatihan baru?
    bantuan: Nomor ini hanya dipakai untuk kabar pelatihan.
    label: { ya: Boleh, tidak: Tidak usah }
  - kirim: Baik, sudah kami catat.
uji:
  - nama: hanya ya yang jelas
    percakapan:
      - warga: contoh
      - warga: boleh tapi nanti dulu
      - bot: hanya dipakai untuk kabar pelatihan
      - warga: boleh
      - lakukan: catat_persetujuan
        dengan: { keperluan: kabar, versi: 1, setuju: ya, jawaban: boleh }
      - bot: sudah kami catat
`,
});
