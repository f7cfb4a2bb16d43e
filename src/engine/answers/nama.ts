import { z } from 'zod';

import { readName } from '../../language/person-name.ts';
import { TEXT } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import { answerKind } from './answer-kind.ts';
import { readWith } from './read-with.ts';

/** A person's name, cleaned and capitalised. */
export const nama = answerKind({
  jenis: 'nama',
  schema: z.object({}),
  personal: true,
  build: () => ({
    kind: TEXT,
    hint: { key: 'contoh_nama' },
    show: printValue,
    adopt: (value) => (typeof value === 'string' && value !== '' ? value : null),
    read: (said) => readWith(said, readName, (name) => name),
  }),
  example: `
alur: contoh
judul: Contoh nama
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: nama
    teks: Nama lengkap?
    jenis: nama
  - kirim: Terima kasih, {{ nama }}.
uji:
  - nama: dirapikan
    percakapan:
      - warga: contoh
      - warga: siti aminah
      - bot: Terima kasih, Siti Aminah.
`,
});
