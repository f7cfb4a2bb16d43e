import { z } from 'zod';

import { readEmail } from '../../language/email.ts';
import { TEXT } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import { answerKind, OTHER_KIND, textOf } from './answer-kind.ts';
import { fromReading } from './read-with.ts';

/** An e-mail address; a likely slip ("gmial.com") is asked about. */
export const email = answerKind({
  jenis: 'email',
  schema: z.object({}),
  personal: true,
  build: () => ({
    kind: TEXT,
    hint: { key: 'contoh_email' },
    show: printValue,
    adopt: (value) => (typeof value === 'string' && value !== '' ? value : null),
    read: (said) => {
      const text = textOf(said);
      if (text === null) return OTHER_KIND;
      const reading = readEmail(text);
      if (reading.type !== 'value' || reading.value.suggest === null) return fromReading(reading, ({ value }) => value);
      const { suggest, value } = reading.value;
      return { type: 'several', rows: [suggest, value].map((one) => ({ code: one, label: one, value: one })) };
    },
  }),
  example: `
alur: contoh
judul: Contoh alamat email
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: email
    teks: Alamat email?
    jenis: email
    wajib: tidak
  - kirim: 'Email: {{ email | jika_kosong("tidak ada") }}'
uji:
  - nama: salah ketik ditanyakan
    percakapan:
      - warga: contoh
      - warga: siti@gmial.com
      - bot: siti@gmail.com
      - warga: "1"
      - bot: "Email: siti@gmail.com"
  - nama: boleh dilewati
    percakapan:
      - warga: contoh
      - warga: lewati
      - bot: "Email: tidak ada"
`,
});
