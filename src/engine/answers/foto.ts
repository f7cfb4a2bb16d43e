import { z } from 'zod';

import { count, text } from '../block.ts';
import { TEXT } from '../expression/kind.ts';
import { sentence } from '../walk.ts';
import { answerKind, OTHER_KIND } from './answer-kind.ts';

/** A picture: the answer is the channel's reference to it, never its bytes. */
export const foto = answerKind({
  jenis: 'foto',
  schema: z.object({ paling_banyak: count.optional(), ukuran: text.optional(), tipe: text.optional() }),
  build: () => ({
    kind: TEXT,
    hint: { key: 'contoh_foto' },
    show: (_value, walk) => sentence(walk, 'foto_terlampir'),
    read: (said) => (said.type === 'photo' ? { type: 'value', value: said.ref } : OTHER_KIND),
  }),
  example: `
alur: contoh
judul: Contoh foto
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: foto
    teks: Ada foto? Kirim sekarang, atau ketik LEWATI.
    jenis: foto
    wajib: tidak
  - kirim: Terima kasih, fotonya sudah kami terima.
    hanya_jika: foto ada
uji:
  - nama: foto diterima
    percakapan:
      - warga: contoh
      - warga: sebentar
      - bot: kirim fotonya
      - foto: lampu.jpg
      - bot: fotonya sudah kami terima
`,
});
