import { z } from 'zod';

import { readPhone, writePhone } from '../../language/phone.ts';
import { maskPhone } from '../../language/write-masked.ts';
import { TEXT } from '../expression/kind.ts';
import { printValue } from '../expression/print.ts';
import type { Value } from '../value.ts';
import { answerKind } from './answer-kind.ts';
import { fromReading, readWith } from './read-with.ts';

/** A mobile number as E.164; the platform's own "share my number" is offered where there is one. */
export const telepon = answerKind({
  jenis: 'telepon',
  schema: z.object({}),
  personal: true,
  build: () => ({
    kind: TEXT,
    hint: { key: 'contoh_telepon' },
    offer: () => ({ rows: [], keep: false, attach: 'contact' }),
    show: (value) => writePhone(printValue(value)),
    mask: (value) => maskPhone(printValue(value)),
    adopt: (value) => (typeof value === 'string' ? phoneOf(value) : null),
    read: (said) =>
      said.type === 'contact'
        ? fromReading(readPhone(said.phone), (phone) => phone)
        : readWith(said, readPhone, (phone) => phone),
  }),
  example: `
alur: contoh
judul: Contoh nomor HP
dasar: tugas_publik
dimulai_oleh: { kata_kunci: [contoh] }
langkah:
  - tanya: telepon
    teks: Nomor HP yang aktif?
    jenis: telepon
    tawarkan: kontak.telepon
  - kirim: Nomornya {{ telepon | samar }}.
uji:
  - nama: nomor yang sudah dikenal ditawarkan
    misalkan:
      kontak: { telepon: "+6281234560123" }
    percakapan:
      - warga: contoh
      - bot: Pakai 0812••••0123?
      - warga: ya
      - bot: Nomornya 0812••••0123.
  - nama: nomor lain diketik
    misalkan:
      kontak: { telepon: "+6281234560123" }
    percakapan:
      - warga: contoh
      - warga: 0813-5555-0000
      - bot: Nomornya 0813••••0000.
`,
});

function phoneOf(known: string): Value {
  const reading = readPhone(known);
  return reading.type === 'value' ? reading.value : null;
}
